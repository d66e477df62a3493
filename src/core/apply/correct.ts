/** A segment's text changed in the article, and which text a key stands for. */
import { planCorrection } from '../correction.ts';
import type { Correction, ReviewRecord, Segment } from '../model.ts';
import type { CorrectSourceOperation, MatchOperation } from '../operations.ts';
import { signOff } from './sign.ts';
import { knownState, recordOf, type Working } from './working.ts';

export function match(state: Working, op: MatchOperation): void {
  state.records.set(op.key, withMatch(recordOf(state, op.key), op));
}

function withMatch(
  record: ReviewRecord,
  { source, at }: { readonly source: string; readonly at: string },
): ReviewRecord {
  return (record.matched?.at ?? '') >= at ? record : { ...record, matched: { source, at } };
}

function isDone({ corrections = [] }: ReviewRecord, op: CorrectSourceOperation): boolean {
  return corrections.some(({ at, by, after }) => {
    return at === op.at && by === op.by && after === op.after;
  });
}

function withCorrection(record: ReviewRecord, op: CorrectSourceOperation): ReviewRecord {
  const { at, by, before, after } = op;
  const correction: Correction = { at, by, before, after };
  const corrections = [...(record.corrections ?? []), correction];
  corrections.sort((a, b) => (a.at < b.at ? -1 : 1));
  return { ...withMatch(record, { source: after, at }), corrections };
}

function signCorrection(state: Working, op: CorrectSourceOperation, segment: Segment): void {
  if (op.sign === undefined) return;
  const { key, at, by, sign } = op;
  const { text, lang: source } = segment;
  const pair = source === 'zh' ? { zh: text, en: sign.target } : { zh: sign.target, en: text };
  const seen = sign.seen === undefined ? {} : { seen: sign.seen };
  signOff(state, { type: 'sign-off', key, at, by, source, ...pair, via: 'correction', ...seen });
}

/** Does nothing where the correction is refused: who asks for it, is told before (`refusedCorrection`). */
export function correctSource(state: Working, op: CorrectSourceOperation): void {
  const record = recordOf(state, op.key);
  if (isDone(record, op)) return;
  const planned = planCorrection(knownState(state), op);
  if ('problem' in planned) return;
  state.article = planned.article;
  state.records.set(op.key, withCorrection(record, op));
  signCorrection(state, op, planned.segment);
}
