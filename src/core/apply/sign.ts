/** Signing a pair off, and revoking that. */
import { pairOf } from '../known.ts';
import { otherLang, type Draft, type ReviewRecord } from '../model.ts';
import type { RevokeOperation, SignOffOperation } from '../operations.ts';
import { countedSignOffs, withPast } from '../past.ts';
import { isServed, personsDraft, settleAside, withoutPersonsDraft } from '../persons-draft.ts';
import { signers } from '../status.ts';
import {
  endOmission,
  putPair,
  recordOf,
  removePair,
  withDraft,
  withoutFields,
  type Working,
} from './working.ts';

/** The text of a sign-off that does not stand, or not yet. */
function draftOf(op: SignOffOperation): Draft {
  const [source, text] = [op[op.source], op[otherLang(op.source)]];
  return { origin: 'person', source, text, at: op.at, by: op.by };
}

/** The other signed meanwhile: the pair stays, the text becomes the signer's draft. */
function clash(state: Working, record: ReviewRecord, op: SignOffOperation): void {
  const draft = draftOf(op);
  // Somebody's draft that was to be signed as it is: it is there already.
  const isThere = hasTyped(record) && personsDraft(record)?.text === draft.text;
  if (!isThere && !isServed(record, draft)) state.records.set(op.key, withDraft(record, draft));
}

/**
 * A draft by a person is over when its author signs, when its text is signed, and when the signer had
 * it before them; what somebody else typed meanwhile is theirs to choose from.
 */
function settled(record: ReviewRecord, op: SignOffOperation): ReviewRecord {
  const draft = personsDraft(record);
  if (draft === undefined || draft.at > op.at) return record;
  const isOver = isServed(record, draft);
  // Signed in the list, which shows one text only: the other one was perhaps not seen.
  const isBlind = op.over === undefined;
  if (isOver) return isBlind ? settleAside(record) : withoutPersonsDraft(record);
  return draft.at <= (op.over ?? '') ? settleAside(record) : record;
}

/** Whether another text was signed that the signer had not seen: now, or when a replayed one was new. */
function isClash(record: ReviewRecord, op: SignOffOperation): boolean {
  if (op.seen === undefined) return false;
  const counted = countedSignOffs(record);
  return [counted.at(-1), counted.findLast(({ at }) => at <= op.at)].some((newest) => {
    if (newest === undefined || newest.at <= (op.seen ?? '')) return false;
    return newest.zh !== op.zh || newest.en !== op.en;
  });
}

export function signOff(state: Working, op: SignOffOperation): void {
  const record = recordOf(state, op.key);
  if (record.signoffs.some((entry) => entry.at === op.at && entry.by === op.by)) return;
  if (isClash(record, op)) {
    clash(state, record, op);
    return;
  }
  const signed = withSignOff(record, op);
  if (signers(signed, op) < state.signOffs) {
    // The first of two: the text waits as a draft, with one signature.
    state.records.set(op.key, withDraft(signed, draftOf(op)));
    return;
  }
  const isLast = isNewest(signed, op);
  if (isLast) putPair(state, op.key, op);
  // Who signs last has chosen between the candidates; a replayed older sign-off has not seen them.
  const chosen = isLast ? withoutFields(signed, 'candidates') : signed;
  state.records.set(op.key, settled(chosen, op));
}

/** Whether nothing later was said about the pair: a replayed journal may come after. */
function isNewest(signed: ReviewRecord, op: SignOffOperation): boolean {
  return lastWord(signed) === op.at && signed.revoked?.at !== op.at;
}

function withSignOff(record: ReviewRecord, op: SignOffOperation): ReviewRecord {
  const { zh, en, source, by, at } = op;
  const entry = { zh, en, source, by, at, ...(op.via === undefined ? {} : { via: op.via }) };
  const signoffs = [...record.signoffs, entry].sort((a, b) => (a.at < b.at ? -1 : 1));
  return { ...withoutFields(endOmission(record, op), 'orphan'), signoffs };
}

/** When the record was signed or revoked last. */
function lastWord(record: ReviewRecord): string {
  const signed = countedSignOffs(record).at(-1)?.at ?? '';
  const revoked = record.revoked?.at ?? '';
  return signed > revoked ? signed : revoked;
}

function withRevocation(record: ReviewRecord, { by, at }: RevokeOperation): ReviewRecord {
  const { revoked } = record;
  const kept =
    revoked === undefined ? record : withPast(record, { type: 'revocation', ...revoked });
  return { ...kept, revoked: { by, at } };
}

export function revoke(state: Working, op: RevokeOperation): void {
  const record = recordOf(state, op.key);
  if (lastWord(record) >= op.at) {
    // A crash may have come between the review file and the locale files.
    if (record.revoked?.at === op.at && lastWord(record) === op.at) removePair(state, op.key);
    return;
  }
  const pair = pairOf(op.key, state.locales, undefined);
  const source = record.signoffs.at(-1)?.source;
  const revoked = withRevocation(record, op);
  if (pair === undefined || source === undefined) {
    state.records.set(op.key, revoked);
    return;
  }
  removePair(state, op.key);
  const { at, by } = op;
  const text = pair[otherLang(source)];
  state.records.set(op.key, goingOn(revoked, { source: pair[source], text, at, by }));
}

/**
 * What was approved goes on as a draft, so that nobody has to type it again; where somebody has typed
 * another text beside it, that one does.
 */
function goingOn(revoked: ReviewRecord, approved: Omit<Draft, 'origin'>): ReviewRecord {
  return hasTyped(revoked) ? revoked : withDraft(revoked, { origin: 'person', ...approved });
}

/** Whether a text by a person waits that no sign-off has settled. */
function hasTyped(record: ReviewRecord): boolean {
  const typed = personsDraft(record);
  return typed !== undefined && !isServed(record, typed);
}
