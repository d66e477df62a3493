/**
 * Concordance: where a word or phrase stands in the approved pairs. Chinese is searched by characters, English
 * from the beginning of a word on; width, case and (with a folding for it) script make no difference.
 */
import { fold as foldPlain, foldText, type FoldOptions } from '../core/fold.ts';
import { LANGS, type Lang, type Span } from '../core/model.ts';
import type { ApprovedPair } from './approved-pairs.ts';
import { isLiving, type Chunk, type Memory } from './memory.ts';

export interface ConcordanceOptions {
  /** The texts that are searched; both by default. */
  readonly side?: Lang | 'both';
  /** So many hits at most. */
  readonly limit: number;
  /** Punctuation makes no difference. */
  readonly noMarks?: boolean;
  /** Makes Traditional and Simplified the same (see script-fold.ts); without it they are not. */
  readonly fold?: (text: string) => string;
}

export interface ConcordanceHit {
  readonly pair: ApprovedPair;
  /** The text that holds it. */
  readonly side: Lang;
  /** Where, in that text (tagged), UTF-16 units. */
  readonly spans: readonly Span[];
}

export interface Concordance {
  /** Newest first. */
  readonly hits: readonly ConcordanceHit[];
  /** Of all there are: pairs, each side counted. */
  readonly total: number;
}

/** So many texts are searched as one string. */
const BLOCK = 1000;
/** Stands between two texts; no search can hold it. */
const BETWEEN = '\n';

interface Block {
  readonly text: string;
  /** Where each text of the block begins, and the block's end. */
  readonly starts: readonly number[];
}

/** A chunk's texts, folded, newest pair first. */
interface Folded {
  readonly pairs: readonly ApprovedPair[];
  readonly blocks: Readonly<Record<Lang, readonly Block[]>>;
  readonly fold: ConcordanceOptions['fold'];
  readonly noMarks: boolean;
}

const folded = new WeakMap<Chunk, Folded>();

const order = (a: string, b: string): number => Number(a > b) - Number(a < b);

function newestFirst(a: ApprovedPair, b: ApprovedPair): number {
  return order(b.at, a.at) || order(a.slug, b.slug) || order(a.key, b.key);
}

function foldOptions({ fold, noMarks }: ConcordanceOptions, lang: Lang): FoldOptions {
  return {
    // English has no script to fold, and a table of Chinese characters to go through for nothing.
    ...(fold === undefined || lang === 'en' ? {} : { also: fold }),
    ...(noMarks === true ? { noMarks } : {}),
    space: lang === 'zh' ? 'none' : 'one',
  };
}

function blocksOf(texts: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  for (let from = 0; from < texts.length; from += BLOCK) {
    const part = texts.slice(from, from + BLOCK);
    const starts = [0];
    for (const text of part) starts.push((starts.at(-1) ?? 0) + text.length + BETWEEN.length);
    blocks.push({ text: part.join(BETWEEN) + BETWEEN, starts });
  }
  return blocks;
}

function foldChunk(chunk: Chunk, options: ConcordanceOptions): Folded {
  const known = folded.get(chunk);
  const noMarks = options.noMarks === true;
  if (known !== undefined && known.fold === options.fold && known.noMarks === noMarks) return known;
  const pairs = known?.pairs ?? [...chunk.pairs].sort(newestFirst);
  const blocks = (lang: Lang): readonly Block[] =>
    blocksOf(pairs.map((pair) => foldPlain(pair[lang], foldOptions(options, lang))));
  const made: Folded = {
    pairs,
    blocks: { zh: blocks('zh'), en: blocks('en') },
    fold: options.fold,
    noMarks,
  };
  folded.set(chunk, made);
  return made;
}

const LETTER = /[\p{L}\p{N}]/u;
const LATIN = /[a-z0-9]/;

/** Whether a hit may begin here: in English (and for Latin in Chinese) where a word does. */
function beginsWord(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  if (before === ' ' || before === BETWEEN || before > '\u2e7f') return true;
  return !LATIN.test(text.charAt(at)) || !LETTER.test(before);
}

/** Places of a needle in a folded text, not overlapping. */
function placesIn(text: string, needle: string): readonly number[] {
  const places: number[] = [];
  let at = text.indexOf(needle);
  while (at !== -1) {
    const begins = beginsWord(text, at);
    if (begins) places.push(at);
    at = text.indexOf(needle, at + (begins ? needle.length : 1));
  }
  return places;
}

/** Numbers within the block of the texts that hold the needle, rising. */
function textsWith({ text, starts }: Block, needle: string): readonly number[] {
  const found: number[] = [];
  let number = 0;
  let at = text.indexOf(needle);
  while (at !== -1) {
    while ((starts[number + 1] ?? Infinity) <= at) number += 1;
    const hit = beginsWord(text, at);
    if (hit) found.push(number);
    // The first hit of a text is enough here.
    at = text.indexOf(needle, hit ? (starts[number + 1] ?? text.length) : at + 1);
  }
  return found;
}

interface Found {
  readonly pair: ApprovedPair;
  readonly side: Lang;
}

interface Search {
  readonly memory: Memory;
  readonly side: Lang;
  readonly needle: string;
  readonly limit: number;
}

interface FoundList {
  /** Newest first, as many as are asked for. */
  readonly first: readonly Found[];
  readonly total: number;
}

/** The pairs of a chunk that hold the needle. */
function foundIn(texts: Folded, { memory, side, needle, limit }: Search): FoundList {
  const first: Found[] = [];
  let total = 0;
  for (const [at, block] of texts.blocks[side].entries()) {
    for (const number of textsWith(block, needle)) {
      const pair = texts.pairs[at * BLOCK + number];
      if (pair === undefined || !isLiving(memory, pair)) continue;
      total += 1;
      if (first.length < limit) first.push({ pair, side });
    }
  }
  return { first, total };
}

function spansOf(
  { pair, side }: Found,
  needle: string,
  options: ConcordanceOptions,
): readonly Span[] {
  const text = foldText(pair[side], foldOptions(options, side));
  return placesIn(text.text, needle).map((at) => text.span(at, at + needle.length));
}

/** The query as the texts of a language are folded. */
function needleFor(query: string, options: ConcordanceOptions, lang: Lang): string {
  return foldPlain(query, foldOptions(options, lang)).trim();
}

/**
 * Searches the approved pairs of the memory. The first question folds all texts; after that a question is one
 * search through them. An empty query finds nothing.
 */
export function concordance(
  memory: Memory,
  query: string,
  options: ConcordanceOptions,
): Concordance {
  const { side = 'both', limit } = options;
  const sides = LANGS.filter((lang) => side === 'both' || side === lang);
  const lists = sides.flatMap((lang) => {
    const needle = needleFor(query, options, lang);
    if (needle === '') return [];
    const search: Search = { memory, side: lang, needle, limit };
    return memory.chunks.map((chunk) => foundIn(foldChunk(chunk, options), search));
  });
  const total = lists.reduce((sum, list) => sum + list.total, 0);
  const newest = lists
    .flatMap(({ first }) => first)
    .sort((a, b) => newestFirst(a.pair, b.pair) || order(b.side, a.side))
    .slice(0, limit);
  const hits = newest.map((found): ConcordanceHit => {
    const needle = needleFor(query, options, found.side);
    return { ...found, spans: spansOf(found, needle, options) };
  });
  return { hits, total };
}
