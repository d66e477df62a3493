/**
 * Applies operations to an article's pairs and records. Pure, and idempotent: an operation that the
 * files already hold changes nothing, so a journal may be replayed however far it had come.
 */
import { parseArticle } from './article.ts';
import type { Cut } from './cuts.ts';
import { cutsInForce, matchState } from './load.ts';
import type { Article, Draft, Lang, Pair, ReviewRecord, StoredCut } from './model.ts';
import { LANGS, otherLang } from './model.ts';
import type {
  DraftOperation,
  DropDraftOperation,
  CutOperation,
  IncludeOperation,
  MatchOperation,
  OmitOperation,
  Operation,
  RevokeOperation,
  SignOffOperation,
  UncutOperation,
} from './operations.ts';
import { pairOf } from './known.ts';
import type { ArticleState } from './state.ts';
import { signers } from './status.ts';

type Mutable = {
  readonly locales: Record<Lang, Map<string, string>>;
  readonly records: Map<string, ReviewRecord>;
  readonly signOffs: number;
};

function emptyRecord(key: string): ReviewRecord {
  return { key, drafts: [], signoffs: [], rest: {} };
}

function recordOf(state: Mutable, key: string): ReviewRecord {
  return state.records.get(key) ?? emptyRecord(key);
}

/** One draft an origin; an older one never replaces a newer. */
function withDraft(record: ReviewRecord, draft: Draft): ReviewRecord {
  const present = record.drafts.find((entry) => entry.origin === draft.origin);
  if (present !== undefined && present.at > draft.at) return record;
  const others = record.drafts.filter((entry) => entry.origin !== draft.origin);
  return { ...record, drafts: [...others, draft] };
}

function withoutFields(
  record: ReviewRecord,
  ...names: ('omitted' | 'orphan' | 'candidates')[]
): ReviewRecord {
  const copy: { -readonly [Name in keyof ReviewRecord]: ReviewRecord[Name] } = { ...record };
  for (const name of names) delete copy[name];
  return copy;
}

function putPair(state: Mutable, key: string, pair: Pair): void {
  for (const lang of LANGS) state.locales[lang].set(key, pair[lang]);
}

function removePair(state: Mutable, key: string): void {
  for (const lang of LANGS) state.locales[lang].delete(key);
}

/** The other signed meanwhile: the pair stays, the text becomes the signer's draft. */
function clash(state: Mutable, record: ReviewRecord, op: SignOffOperation): void {
  const draft: Draft = {
    origin: 'person',
    source: op[op.source],
    text: op[otherLang(op.source)],
    at: op.at,
    by: op.by,
  };
  state.records.set(op.key, withDraft(record, draft));
}

function isClash(record: ReviewRecord, op: SignOffOperation): boolean {
  if (op.seen === undefined) return false;
  const newest = record.signoffs.at(-1);
  if (newest === undefined || newest.at <= (op.seen ?? '')) return false;
  return newest.zh !== op.zh || newest.en !== op.en;
}

function signOff(state: Mutable, op: SignOffOperation): void {
  const record = recordOf(state, op.key);
  if (record.signoffs.some((entry) => entry.at === op.at && entry.by === op.by)) return;
  if (isClash(record, op)) {
    clash(state, record, op);
    return;
  }
  const signed = withSignOff(record, op);
  if (signers(signed, op) < state.signOffs) {
    // The first of two: the text waits as a draft, with one signature.
    clash(state, signed, op);
    return;
  }
  const isLast = isNewest(signed, op);
  if (isLast) putPair(state, op.key, op);
  const drafts = record.drafts.filter((draft) => draft.origin !== 'person' || draft.at > op.at);
  // Who signs last has chosen between the candidates; a replayed older sign-off has not seen them.
  const settled = isLast ? withoutFields(signed, 'candidates') : signed;
  state.records.set(op.key, { ...settled, drafts });
}

/** Whether nothing later was said about the pair: a replayed journal may come after. */
function isNewest(signed: ReviewRecord, op: SignOffOperation): boolean {
  return lastWord(signed) === op.at && signed.revoked?.at !== op.at;
}

function withSignOff(record: ReviewRecord, op: SignOffOperation): ReviewRecord {
  const { zh, en, source, by, at } = op;
  const entry = { zh, en, source, by, at, ...(op.via === undefined ? {} : { via: op.via }) };
  const signoffs = [...record.signoffs, entry].sort((a, b) => (a.at < b.at ? -1 : 1));
  return { ...withoutFields(record, 'omitted', 'orphan'), signoffs };
}

/** When the record was signed or revoked last. */
function lastWord(record: ReviewRecord): string {
  const signed = record.signoffs.at(-1)?.at ?? '';
  const revoked = record.revoked?.at ?? '';
  return signed > revoked ? signed : revoked;
}

function revoke(state: Mutable, op: RevokeOperation): void {
  const record = recordOf(state, op.key);
  if (lastWord(record) >= op.at) {
    // A crash may have come between the review file and the locale files.
    if (record.revoked?.at === op.at && lastWord(record) === op.at) removePair(state, op.key);
    return;
  }
  const revoked = { ...record, revoked: { by: op.by, at: op.at } };
  const pair = pairOf(op.key, state.locales, undefined);
  const source = record.signoffs.at(-1)?.source;
  if (pair === undefined || source === undefined) {
    state.records.set(op.key, revoked);
    return;
  }
  removePair(state, op.key);
  // What was approved goes on as a draft, so that nobody has to type it again.
  const draft: Draft = {
    origin: 'person',
    source: pair[source],
    text: pair[otherLang(source)],
    at: op.at,
    by: op.by,
  };
  state.records.set(op.key, withDraft(revoked, draft));
}

function putDraft(state: Mutable, op: DraftOperation): void {
  const record = recordOf(state, op.key);
  // A draft that was typed before its own sign-off has served its purpose.
  const signed = op.draft.origin === 'person' && (record.signoffs.at(-1)?.at ?? '') >= op.at;
  if (!signed) state.records.set(op.key, withDraft(record, op.draft));
}

function dropDraft(state: Mutable, op: DropDraftOperation): void {
  const record = recordOf(state, op.key);
  const drafts = record.drafts.filter((d) => d.origin !== op.origin || d.at > op.at);
  state.records.set(op.key, { ...record, drafts });
}

function omit(state: Mutable, op: OmitOperation): void {
  const record = recordOf(state, op.key);
  if (record.omitted?.at === op.at) removePair(state, op.key);
  if ((record.omitted?.at ?? '') >= op.at) return;
  const { reason, source, by, at } = op;
  removePair(state, op.key);
  const settled = withoutFields(record, 'candidates');
  state.records.set(op.key, { ...settled, omitted: { reason, source, by, at } });
}

function include(state: Mutable, op: IncludeOperation): void {
  const record = recordOf(state, op.key);
  const newer = (record.omitted?.at ?? '') < op.at;
  if (newer) state.records.set(op.key, withoutFields(record, 'omitted'));
}

function sameCut(a: Cut, b: Cut): boolean {
  return a.kind === b.kind && a.before === b.before && a.after === b.after;
}

function withCut(record: ReviewRecord, cut: StoredCut): ReviewRecord {
  const others = (record.cuts ?? []).filter((entry) => !sameCut(entry, cut));
  return { ...record, cuts: [...others, cut] };
}

function putCut(state: Mutable, op: CutOperation): void {
  const record = recordOf(state, op.key);
  const present = record.cuts?.find((entry) => sameCut(entry, op.cut));
  if (present !== undefined && (present.undone ?? present.at) >= op.at) return;
  const replaced = op.replaced === undefined ? {} : { replaced: op.replaced };
  state.records.set(op.key, withCut(record, { ...op.cut, by: op.by, at: op.at, ...replaced }));
}

/** A cut that was taken back stays on record, or a replayed journal would make it again. */
function takeCutBack(state: Mutable, op: UncutOperation): void {
  const record = recordOf(state, op.key);
  const present = record.cuts?.find((entry) => sameCut(entry, op.cut));
  if (present === undefined || present.at >= op.at || present.undone !== undefined) return;
  state.records.set(op.key, withCut(record, { ...present, undone: op.at }));
}

function match(state: Mutable, op: MatchOperation): void {
  const record = recordOf(state, op.key);
  if ((record.matched?.at ?? '') >= op.at) return;
  state.records.set(op.key, { ...record, matched: { source: op.source, at: op.at } });
}

type Appliers = {
  readonly [Type in Operation['type']]: (
    state: Mutable,
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
};

function applyOne(state: Mutable, op: Operation): void {
  // The table pairs each type with its own function; the compiler cannot follow the pairing.
  (APPLIERS[op.type] as (state: Mutable, op: Operation) => void)(state, op);
}

/** Pairs without a segment move to the review file; pairs whose segment came back return. */
function settleOrphans(state: Mutable, article: ArticleState, at: string): void {
  for (const [key, orphan] of article.orphans) {
    if (orphan.stored) continue;
    const { zh, en, source } = orphan;
    state.records.set(key, { ...recordOf(state, key), orphan: { zh, en, source, at } });
    removePair(state, key);
  }
  for (const unit of article.units) {
    const record = state.records.get(unit.key);
    if (record?.orphan === undefined) continue;
    putPair(state, unit.key, record.orphan);
    state.records.set(unit.key, withoutFields(record, 'orphan'));
  }
}

/** The article cut anew, when a cut was among the operations. */
function recut(
  article: Article,
  operations: readonly Operation[],
  records: ReadonlyMap<string, ReviewRecord>,
): Article {
  if (!operations.some(({ type }) => type === 'cut' || type === 'uncut')) return article;
  const cuts = cutsInForce(records.values());
  return parseArticle(article.slug, article.text, { ...article.options, cuts });
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
  const state: Mutable = {
    locales: { zh: new Map(article.locales.zh), en: new Map(article.locales.en) },
    records: new Map(article.records),
    signOffs,
  };
  for (const op of operations) applyOne(state, op);
  const at = operations.at(-1)?.at;
  if (at !== undefined) settleOrphans(state, article, at);
  const order = article.units.map((unit) => unit.key);
  const known = {
    article: recut(article.article, operations, state.records),
    locales: { zh: ordered(state.locales.zh, order), en: ordered(state.locales.en, order) },
    records: ordered(state.records, order),
  };
  return { ...article, ...known, ...matchState(known, signOffs) };
}
