/** What of a record still counts: deeds that undo took back stay on record and count no longer. */
import type { DeedName, PastEvent, ReviewRecord, SignOff } from './model.ts';

const NONE: readonly DeedName[] = [];

/** Everything that undo took back. */
function undoneDeeds(record: ReviewRecord): readonly DeedName[] {
  if (record.past === undefined) return NONE;
  return record.past.flatMap((event) => (event.type === 'undo' ? event.undone : []));
}

/** Whether a deed was taken back by undo. */
export function isUndone(record: ReviewRecord, deed: DeedName): boolean {
  return undoneDeeds(record).some(
    ({ type, at, by }) => type === deed.type && at === deed.at && by === deed.by,
  );
}

/** The sign-offs that undo has not taken back, oldest first; a revocation may have come since. */
export function countedSignOffs(record: ReviewRecord | undefined): readonly SignOff[] {
  if (record === undefined) return [];
  if (record.past === undefined) return record.signoffs;
  return record.signoffs.filter(({ at, by }) => !isUndone(record, { type: 'sign-off', at, by }));
}

function eventText(event: PastEvent): string {
  return JSON.stringify([event.at, event.by, event.type, event]);
}

/** In the order of time, and in one of its own where that is the same. */
export function byTime(a: PastEvent, b: PastEvent): number {
  return eventText(a) < eventText(b) ? -1 : 1;
}

/** The record with an event that is over. */
export function withPast(record: ReviewRecord, event: PastEvent): ReviewRecord {
  return { ...record, past: [...(record.past ?? []), event].sort(byTime) };
}

function timesIn(record: ReviewRecord): readonly (string | undefined)[] {
  const { drafts, aside = [], signoffs, omitted, revoked, matched, assigned, orphan } = record;
  const single = [omitted, revoked, matched, assigned, orphan].map((entry) => entry?.at);
  return [...[...drafts, ...aside, ...signoffs].map(({ at }) => at), ...single];
}

function listTimes({ cuts, notes, corrections, past, dismissed }: ReviewRecord): readonly string[] {
  return [
    ...(cuts ?? []).map(({ at, undone }) => undone ?? at),
    ...(notes ?? []).flatMap(({ at, resolved, reopened }) => [at, resolved?.at, reopened?.at]),
    ...(corrections ?? []).map(({ at }) => at),
    ...(dismissed ?? []).flatMap(({ at, withdrawn }) => [at, withdrawn?.at]),
    ...(past ?? []).flatMap((event) =>
      event.type === 'omission' ? [event.at, event.ended.at] : [event.at],
    ),
  ].flatMap((at) => at ?? []);
}

/** When anything was done to a record last, ISO 8601; '' for one that says nothing. */
export function newestTime(record: ReviewRecord): string {
  const times = [...timesIn(record), ...listTimes(record)];
  return times.reduce<string>((newest, at) => (at !== undefined && at > newest ? at : newest), '');
}
