/** Near and exact matches of a segment in the memory, with what differs and what is dangerous about it. */
import { transferTags } from '../core/drafting/transfer-tags.ts';
import { otherLang, type Lang } from '../core/model.ts';
import { canonicalText } from '../core/tags.ts';
import {
  byMerit,
  pairName,
  sharedNeighbours,
  type ApprovedPair,
  type Neighbours,
} from './approved-pairs.ts';
import { changesBetween, type Changes } from './changes.ts';
import { dangersBetween, type Danger, type NamesIn } from './danger/danger.ts';
import { floorFor, Likeness } from './likeness.ts';
import { isLiving, type Chunk, type Memory } from './memory.ts';
import { countTags, unitsOf, withoutTags } from './units.ts';

export interface MemoryQuery {
  /** Tagged text. */
  readonly text: string;
  readonly lang: Lang;
  /** Where the segment stands: its own pair is no match of it. */
  readonly slug?: string;
  readonly key?: string;
  /** Sources of the neighbours; null at the ends of an article. */
  readonly before?: string | null;
  readonly after?: string | null;
}

export interface MatchOptions {
  /** So many matches at most; 5 by default. */
  readonly limit?: number;
  /** Names that are known from elsewhere, such as a term base. */
  readonly namesIn?: NamesIn;
}

export interface MemoryMatch {
  /** 101: exact, between the same neighbours; 100: exact; below: how alike the sources are. */
  readonly score: number;
  /** In the query's language. */
  readonly source: string;
  /** Its tags numbered as in the query where both have as many; without tags else. */
  readonly target: string;
  /** `<slug>/<key>` of the pair. */
  readonly from: string;
  /** Time of the newest sign-off, ISO 8601; '' when none is known. */
  readonly at: string;
  readonly by?: string;
  readonly changes: Changes;
  readonly danger: readonly Danger[];
}

const IN_CONTEXT = 101;
const EXACT = 100;
const NEAREST = 99;
/** A dangerous match is never shown as a good one. */
const DANGEROUS = 84;
/** A match that is so far behind the best helps nobody. */
const BEHIND = 0.35;
const LIMIT = 5;
/**
 * Cells of the edit distance's tables that one look-up fills: some 100 ms. Of texts as long as pages only the
 * likeliest are measured.
 */
const MOST_CELLS = 20_000_000;

/** Whether a match may be filled in by itself: the same sentence, and nothing dangerous about it. */
export function isFillable(match: MemoryMatch): boolean {
  return match.score >= EXACT && match.danger.length === 0;
}

interface Scored {
  readonly pair: ApprovedPair;
  readonly score: number;
  /** 0 to 1, before anything was taken off. */
  readonly likeness: number;
}

interface Search {
  readonly memory: Memory;
  readonly query: MemoryQuery;
  readonly canonical: string;
  readonly units: readonly string[];
  readonly tags: number;
  readonly around: Neighbours | null;
  readonly floor: number;
}

function searchFor(memory: Memory, query: MemoryQuery): Search {
  const { text, lang, before, after } = query;
  const units = unitsOf(text);
  const isPlaced = before !== undefined && after !== undefined;
  return {
    memory,
    query,
    canonical: canonicalText(text),
    units,
    tags: countTags(text),
    around: isPlaced ? [before, after] : null,
    floor: floorFor(units.length, lang),
  };
}

/** Two texts of the same units may still differ in case, width or spacing. */
function isExact(pair: ApprovedPair, { query: { lang, text }, canonical }: Search): boolean {
  return pair[lang] === text || canonicalText(pair[lang]) === canonical;
}

function scoreOf(pair: ApprovedPair, likeness: number, search: Search): number {
  if (likeness >= 1 && isExact(pair, search)) {
    return search.around !== null && sharedNeighbours(pair, search.around) === 2
      ? IN_CONTEXT
      : EXACT;
  }
  const tags = Math.abs(countTags(pair[search.query.lang]) - search.tags);
  return Math.max(0, Math.min(NEAREST, Math.floor(likeness * 100) - tags));
}

function isOwn(pair: ApprovedPair, { slug, key }: MemoryQuery): boolean {
  return pair.slug === slug && pair.key === key;
}

function matchesIn({ pairs, indexes }: Chunk, search: Search): Scored[] {
  const { memory, query, units, floor } = search;
  const index = indexes[query.lang];
  const numbered = index.numbered(units);
  const likeness = new Likeness(numbered, query.lang);
  let cells = 0;
  return index.candidates(numbered).flatMap((text): Scored[] => {
    cells += numbered.length * index.unitsAt(text).length;
    if (cells > MOST_CELLS) return [];
    const pair = pairs[text];
    if (pair === undefined || isOwn(pair, query) || !isLiving(memory, pair)) return [];
    const alike = likeness.to(index.unitsAt(text), floor);
    return alike === 0 ? [] : [{ pair, likeness: alike, score: scoreOf(pair, alike, search) }];
  });
}

/** Best first, and then as the exact memory has it. */
function byScore({ query, around }: Search): (a: Scored, b: Scored) => number {
  const merit = byMerit(query.lang, around ?? [null, null]);
  return (a, b) => b.score - a.score || b.likeness - a.likeness || merit(a.pair, b.pair);
}

/** The same two texts once. */
function withoutDoubles(matches: readonly Scored[]): Scored[] {
  const met = new Set<string>();
  return matches.filter(({ pair }) => {
    const name = `${pair.zh}\0${pair.en}`;
    const isNew = !met.has(name);
    met.add(name);
    return isNew;
  });
}

/** The target with the query's tags, or none where they cannot be told. */
function targetFor(pair: ApprovedPair, { query: { lang, text }, tags }: Search): string {
  const target = pair[otherLang(lang)];
  if (!target.includes('<')) return target;
  return countTags(pair[lang]) === tags
    ? transferTags(pair[lang], target, text)
    : withoutTags(target);
}

function matchOf(
  { pair, score }: Scored,
  search: Search,
  namesIn: NamesIn | undefined,
): MemoryMatch {
  const { text, lang } = search.query;
  const isNear = score < EXACT;
  const danger = isNear ? dangersBetween(pair[lang], text, lang, namesIn) : [];
  return {
    score: danger.length > 0 ? Math.min(score, DANGEROUS) : score,
    source: pair[lang],
    target: targetFor(pair, search),
    from: pairName(pair),
    at: pair.at,
    ...(pair.by === undefined ? {} : { by: pair.by }),
    changes: isNear ? changesBetween(pair[lang], text) : { source: [], query: [] },
    danger,
  };
}

/**
 * The memory's best matches of a segment, best first; never its own pair. The order is the same for the same
 * memory, whatever it was built from. What is worth showing depends on the length: a short text has to be
 * nearer than a long one.
 */
export function findMatches(
  memory: Memory,
  query: MemoryQuery,
  options: MatchOptions = {},
): readonly MemoryMatch[] {
  const search = searchFor(memory, query);
  if (search.units.length === 0) return [];
  const { limit = LIMIT, namesIn } = options;
  const found = memory.chunks.flatMap((chunk) => matchesIn(chunk, search)).sort(byScore(search));
  const least = (found[0]?.likeness ?? 0) - BEHIND;
  const near = withoutDoubles(found).filter(({ likeness }) => likeness >= least);
  // A few more than are shown: what is dangerous falls behind.
  return near
    .slice(0, limit * 3)
    .map((scored) => matchOf(scored, search, namesIn))
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
}
