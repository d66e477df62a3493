/**
 * Applies operations to an article's pairs and records. Pure, and idempotent: an operation that the
 * files already hold changes nothing, so a journal may be replayed however far it had come.
 */
import { correctSource, match } from './apply/correct.ts';
import { putCut, takeCutBack } from './apply/cuts.ts';
import { dismiss, undismiss } from './apply/dismissals.ts';
import { dropDraft, putDraft } from './apply/drafts.ts';
import { assign, putNote, resolveNote } from './apply/notes.ts';
import { include, omit } from './apply/omit.ts';
import { restore } from './apply/restore.ts';
import { revoke, signOff } from './apply/sign.ts';
import {
  currentArticle,
  knownState,
  putPair,
  recordOf,
  removePair,
  withoutFields,
  type Working,
} from './apply/working.ts';
import { refusalIn, type CorrectionProblem } from './correction.ts';
import { matchState } from './load.ts';
import type { DeedName, ReviewRecord } from './model.ts';
import type { CorrectSourceOperation, Operation } from './operations.ts';
import { isUndone } from './past.ts';
import { isEmptyRecord } from './review-file.ts';
import type { ArticleState } from './state.ts';

type Appliers = {
  readonly [Type in Operation['type']]: (
    state: Working,
    op: Extract<Operation, { type: Type }>,
  ) => void;
};

const APPLIERS: Appliers = {
  'sign-off': signOff,
  draft: putDraft,
  'drop-draft': dropDraft,
  revoke,
  omit,
  include,
  cut: putCut,
  uncut: takeCutBack,
  match,
  note: putNote,
  'resolve-note': resolveNote,
  assign,
  dismiss,
  undismiss,
  'correct-source': correctSource,
  restore,
};

/** Whether it is known which text a key stands for. */
function hasText(state: Working, { key, ...record }: ReviewRecord): boolean {
  const { drafts, signoffs, omitted, orphan, matched } = record;
  const known = [drafts[0], signoffs[0], omitted, orphan, matched, state.locales.zh.get(key)];
  return known.some((entry) => entry !== undefined);
}

/**
 * A key without a text finds its segment no more: one that has a note only, say, remembers the text it
 * stands for. A record that says nothing is none.
 */
function settleRecord(state: Working, article: ArticleState, { key, at }: Operation): void {
  const record = state.records.get(key);
  if (record === undefined || hasText(state, record)) return;
  if (isEmptyRecord(record)) {
    state.records.delete(key);
    return;
  }
  const source = article.units.find((unit) => unit.key === key)?.segment.text;
  if (source !== undefined) state.records.set(key, { ...record, matched: { source, at } });
}

function applyOne(state: Working, op: Operation): void {
  const record = state.records.get(op.key);
  // A replayed journal may come after the undo.
  if (record?.past !== undefined && isUndone(record, op as DeedName)) return;
  // The table pairs each type with its own function; the compiler cannot follow the pairing.
  (APPLIERS[op.type] as (state: Working, op: Operation) => void)(state, op);
}

type Basis = Pick<ArticleState, 'units' | 'orphans'>;

/** Pairs without a segment move to the review file; pairs whose segment came back return. */
function settleOrphans(state: Working, basis: Basis, at: string): void {
  for (const [key, orphan] of basis.orphans) {
    if (orphan.stored) continue;
    const { zh, en, source } = orphan;
    state.records.set(key, { ...recordOf(state, key), orphan: { zh, en, source, at } });
    removePair(state, key);
  }
  for (const unit of basis.units) {
    const record = state.records.get(unit.key);
    if (record?.orphan === undefined) continue;
    putPair(state, unit.key, record.orphan);
    state.records.set(unit.key, withoutFields(record, 'orphan'));
  }
}

/** What the operations are settled against: a correction may have given a key its segment back. */
function basisOf(state: Working, article: ArticleState, operations: readonly Operation[]): Basis {
  const isCorrected = operations.some(({ type }) => type === 'correct-source');
  return isCorrected ? matchState(knownState(state), state.signOffs) : article;
}

function ordered<Value>(
  map: ReadonlyMap<string, Value>,
  order: readonly string[],
): Map<string, Value> {
  const result = new Map<string, Value>();
  for (const key of order) {
    const value = map.get(key);
    if (value !== undefined) result.set(key, value);
  }
  for (const [key, value] of map) if (!result.has(key)) result.set(key, value);
  return result;
}

/**
 * The state after the operations, its files in reading order.
 * @param signOffs how many people have to sign a pair off
 */
export function applyOperations(
  article: ArticleState,
  operations: readonly Operation[],
  signOffs: number,
): ArticleState {
  const state: Working = {
    locales: { zh: new Map(article.locales.zh), en: new Map(article.locales.en) },
    records: new Map(article.records),
    signOffs,
    article: article.article,
    isRecut: false,
  };
  for (const op of operations) {
    applyOne(state, op);
    settleRecord(state, article, op);
  }
  const basis = basisOf(state, article, operations);
  const at = operations.at(-1)?.at;
  if (at !== undefined) settleOrphans(state, basis, at);
  const order = basis.units.map((unit) => unit.key);
  const known = {
    article: currentArticle(state),
    locales: { zh: ordered(state.locales.zh, order), en: ordered(state.locales.en, order) },
    records: ordered(state.records, order),
  };
  return { ...article, ...known, ...matchState(known, signOffs) };
}

/** A correction of the source that the article does not allow, and why. */
export interface RefusedCorrection {
  readonly operation: CorrectSourceOperation;
  readonly problem: CorrectionProblem;
}

/** The first correction among the operations that would not be made, or null. */
export function refusedCorrection(
  article: ArticleState,
  operations: readonly Operation[],
  signOffs: number,
): RefusedCorrection | null {
  for (const [index, operation] of operations.entries()) {
    if (operation.type !== 'correct-source') continue;
    const state =
      index === 0 ? article : applyOperations(article, operations.slice(0, index), signOffs);
    const problem = refusalIn(state, operation);
    if (problem !== null) return { operation, problem };
  }
  return null;
}
