/**
 * The translation memory as a value: every approved pair of the workspace, indexed in both languages. Pairs lie
 * in chunks that never change; what an article's change makes void is no longer among its living pairs.
 */
import { LANGS, type Lang } from '../core/model.ts';
import type { ArticleState } from '../core/state.ts';
import { approvedPairs, type ApprovedPair } from './approved-pairs.ts';
import { GramIndexBuilder, type GramIndex } from './gram-index.ts';
import { unitsOf } from './units.ts';

export interface Chunk {
  readonly pairs: readonly ApprovedPair[];
  readonly indexes: Readonly<Record<Lang, GramIndex>>;
}

export interface Memory {
  readonly chunks: readonly Chunk[];
  /** Pairs in force by slug and key. */
  readonly living: ReadonlyMap<string, ReadonlyMap<string, ApprovedPair>>;
  /** Pairs of the chunks that are not in force any more. */
  readonly voided: ReadonlySet<ApprovedPair>;
}

/** A changed pair joins the last chunk as long as that has fewer than this: it is indexed anew each time. */
const OPEN_CHUNK = 128;

/** Gathers articles one by one, so that a program can draw a breath between two. */
export class MemoryBuilder {
  private readonly pairs: ApprovedPair[] = [];
  private readonly living = new Map<string, ReadonlyMap<string, ApprovedPair>>();
  private readonly builders = { zh: new GramIndexBuilder(), en: new GramIndexBuilder() };

  add(state: ArticleState): void {
    this.addPairs(state.article.slug, approvedPairs(state));
  }

  /** All approved pairs of an article; to be called once an article. */
  addPairs(slug: string, pairs: readonly ApprovedPair[]): void {
    this.living.set(slug, byKey(pairs));
    for (const pair of pairs) {
      this.pairs.push(pair);
      for (const lang of LANGS) this.builders[lang].add(unitsOf(pair[lang]));
    }
  }

  /** To be called once: the memory takes over what was gathered. */
  finish(): Memory {
    const { zh, en } = this.builders;
    const indexes = { zh: zh.finish(), en: en.finish() };
    return { chunks: [{ pairs: this.pairs, indexes }], living: this.living, voided: new Set() };
  }
}

/** A memory of all approved pairs (reviewed, stale, orphaned) of the workspace, in both directions. */
export function buildMemory(states: readonly ArticleState[]): Memory {
  const builder = new MemoryBuilder();
  for (const state of states) builder.add(state);
  return builder.finish();
}

/** Whether a pair that stands in a chunk is still in force. */
export function isLiving({ voided }: Memory, pair: ApprovedPair): boolean {
  return voided.size === 0 || !voided.has(pair);
}

function byKey(pairs: readonly ApprovedPair[]): ReadonlyMap<string, ApprovedPair> {
  return new Map(pairs.map((pair) => [pair.key, pair]));
}

function isSame(a: ApprovedPair, b: ApprovedPair): boolean {
  const isSameText = a.zh === b.zh && a.en === b.en && a.source === b.source;
  const isSigned = a.at === b.at && a.by === b.by;
  return isSameText && isSigned && String(a.around?.join('\0')) === String(b.around?.join('\0'));
}

function chunkOf(pairs: readonly ApprovedPair[]): Chunk {
  const builder = new MemoryBuilder();
  builder.addPairs('', pairs);
  const [chunk] = builder.finish().chunks;
  return chunk ?? { pairs, indexes: { zh: emptyIndex(), en: emptyIndex() } };
}

function emptyIndex(): GramIndex {
  return new GramIndexBuilder().finish();
}

/** New pairs in a chunk of their own, or with those of the last one while that is small. */
function withPairs(memory: Memory, pairs: readonly ApprovedPair[]): readonly Chunk[] {
  if (pairs.length === 0) return memory.chunks;
  const last = memory.chunks.at(-1);
  if (last === undefined || last.pairs.length >= OPEN_CHUNK) {
    return [...memory.chunks, chunkOf(pairs)];
  }
  const kept = last.pairs.filter((pair) => isLiving(memory, pair));
  return [...memory.chunks.slice(0, -1), chunkOf([...kept, ...pairs])];
}

/** What is the same as before, as the object it was before. */
function renewed(known: Memory['living'], state: ArticleState): readonly ApprovedPair[] {
  const before = known.get(state.article.slug);
  return approvedPairs(state).map((pair) => {
    const same = before?.get(pair.key);
    return same !== undefined && isSame(same, pair) ? same : pair;
  });
}

/**
 * The memory with an article as it stands now. Only pairs that have changed are indexed; the memory that was
 * given stays as it was.
 */
export function withArticle(memory: Memory, state: ArticleState): Memory {
  const { slug } = state.article;
  const before = new Set(memory.living.get(slug)?.values());
  const now = renewed(memory.living, state);
  const fresh = now.filter((pair) => !before.has(pair));
  const standing = new Set(now);
  const gone = [...before].filter((pair) => !standing.has(pair));
  if (fresh.length + gone.length === 0) return memory;
  const changed: Memory = {
    chunks: memory.chunks,
    living: new Map(memory.living).set(slug, byKey(now)),
    voided: new Set([...memory.voided, ...gone]),
  };
  return { ...changed, chunks: withPairs(changed, fresh) };
}
