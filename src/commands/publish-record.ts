/** What is to be written into the records of publications, and which run writes it. */
import { UserError } from '../core/errors.ts';
import { detectLanguage } from '../core/language.ts';
import { LANGS, type Finding, type Lang } from '../core/model.ts';
import type { Press, RecordLine } from '../core/press.ts';
import {
  readRecord,
  serializeEvent,
  type CorrectionNote,
  type PublishedEvent,
} from '../core/published/event.ts';
import { recordProblems } from '../core/published/problems.ts';
import { deltaOf, historyOfRecord, type PublishedHistory } from '../core/published/history.ts';
import type { ArticleState } from '../core/state.ts';
import { VIEWS } from '../editions/edition.ts';
import { shownTexts } from '../editions/parts/outgoing.ts';
import type { Judgement } from './publish-judge.ts';

/** What a run brings to every event that it records. */
export interface Occasion {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly day: string;
  /** Asked for when there is something to record. */
  readonly by: () => string;
  readonly reason?: string;
  /** Unreviewed text may go out. */
  readonly drafts: boolean;
  readonly correction: CorrectionNote;
}

/** A history without the texts: those are of use only when others take their place. */
export type ToldHistory = Omit<PublishedHistory, 'texts'>;

/** Plain data, to be kept from one run to the next. */
export interface KnownHistory {
  /** Of the record that it was read from (see `Press.mark`); null: of none that is written yet. */
  readonly mark: string | null;
  readonly history: ToldHistory;
  /** What is wrong with the record: with lines that nobody can read nobody knows what is out. */
  readonly problems: readonly Finding[];
}

/** By slug. */
export type KnownHistories = ReadonlyMap<string, KnownHistory>;

/** A history as it is kept. */
export function told(history: PublishedHistory): ToldHistory {
  const { texts: _, ...rest } = history;
  return rest;
}

export interface KnownRecord {
  readonly events: readonly PublishedEvent[];
  readonly history: PublishedHistory;
}

/** The record of an article. */
export function openRecord(press: Pick<Press, 'record'>, slug: string): KnownRecord {
  const { events } = readRecord(press.record(slug));
  return { events, history: historyOfRecord(events) };
}

/** What is kept of a record as it stands. */
export function readHistory(press: Pick<Press, 'record' | 'mark'>, slug: string): KnownHistory {
  const mark = press.mark(slug);
  const text = press.record(slug);
  const history = told(historyOfRecord(readRecord(text).events));
  return { mark, history, problems: recordProblems(slug, text) };
}

/** The notes of a correction by their language. Throws UserError for two of one language, or none. */
export function correctionNote(texts: readonly string[]): CorrectionNote {
  const note: Partial<Record<Lang, string>> = {};
  for (const text of texts) {
    const lang = detectLanguage(text);
    if (lang === null) throw new UserError(`"${text}" is no note to readers: write a sentence.`);
    if (note[lang] !== undefined) {
      throw new UserError('--correction is given once in each language, and two are in the same.');
    }
    note[lang] = text.trim();
  }
  return note;
}

function isNoted({ correction }: Occasion): boolean {
  return LANGS.some((lang) => correction[lang] !== undefined);
}

function isChanged(history: ToldHistory, { hash }: Judgement): boolean {
  const { live } = history;
  return live === null || LANGS.some((lang) => live.hash[lang] !== hash[lang]);
}

/** What is let out that would not have gone out by itself. */
function overrideOf(judgement: Judgement, { drafts, reason = '' }: Occasion) {
  if (!drafts || judgement.open.length === 0) return undefined;
  return { flags: ['--drafts'], reason };
}

/** Whether something is to be said that the record does not say yet. */
export function hasNews(history: ToldHistory, judgement: Judgement, occasion: Occasion): boolean {
  const override = overrideOf(judgement, occasion);
  if (isChanged(history, judgement) || isNoted(occasion)) return true;
  return history.live?.override?.reason !== override?.reason;
}

/**
 * A correction is of a text that was out and is another now, of the last change where nobody has said a word
 * of that, or of a text that a correction of the other language left behind. Throws UserError for anything else.
 */
export function checkCorrection(
  slug: string,
  history: ToldHistory,
  judgement: Judgement,
  { correction }: Occasion,
): void {
  if (history.live === null) {
    throw new UserError(`${slug} is not published, so there is nothing to correct.`);
  }
  const followed = history.uncorrected.some((lang) => correction[lang] !== undefined);
  const last = history.changes.at(-1);
  const isOpen = last !== undefined && last.note === undefined;
  if (isChanged(history, judgement) || followed || isOpen) return;
  throw new UserError(`${slug}: the text is the one that is out, so there is nothing to correct.`);
}

/** The event of an article that goes out. */
export function publication(
  { history }: KnownRecord,
  judgement: Judgement,
  state: ArticleState,
  occasion: Occasion,
): PublishedEvent {
  const { at, day, by, correction } = occasion;
  const override = overrideOf(judgement, occasion);
  const open = judgement.open.length;
  return {
    event: 'published',
    at,
    day,
    by: by(),
    editions: VIEWS,
    hash: judgement.hash,
    texts: deltaOf(history.texts, shownTexts(state)),
    ...(isNoted(occasion) ? { correction } : {}),
    ...(override === undefined ? {} : { override }),
    ...(open === 0 ? {} : { unreviewed: open }),
  };
}

/** Whether readers of a withdrawn article have been told all this. */
function isTold({ withdrawn }: ToldHistory, { correction }: Occasion): boolean {
  return LANGS.every((lang) => [undefined, withdrawn?.note?.[lang]].includes(correction[lang]));
}

/**
 * The event of an article that is taken off the site, or whose readers are told anew why it was; null
 * when neither. Throws UserError for a note about what was never out.
 */
export function withdrawal(
  slug: string,
  history: ToldHistory,
  occasion: Occasion,
): PublishedEvent | null {
  const { live, withdrawn } = history;
  if (live === null && withdrawn === null && isNoted(occasion)) {
    throw new UserError(`${slug} was never published, so there is nobody to tell.`);
  }
  if (live === null && isTold(history, occasion)) return null;
  const { at, day, by, reason, correction } = occasion;
  return {
    event: 'withdrawn',
    at,
    day,
    by: by(),
    ...(reason === undefined ? {} : { reason }),
    ...(isNoted(occasion) ? { note: correction } : {}),
  };
}

/** A record with one more event. */
export function withEvent(record: KnownRecord, event: PublishedEvent): KnownRecord {
  const events = [...record.events, event];
  return { events, history: historyOfRecord(events) };
}

/** An event as a line of its article's record. */
export function recordLine(slug: string, event: PublishedEvent): RecordLine {
  return { slug, line: serializeEvent(event) };
}

/**
 * Finishes what a run that died between the site and the record had to write: its site stands, so what it
 * meant to record has happened. Where it does not stand, nothing has.
 */
export async function finishIntent(press: Press): Promise<void> {
  const intent = press.intent();
  if (intent === null || intent.lines.length === 0) return;
  if (press.openSite(intent.folder).hash === intent.site) await press.append(intent.lines);
}
