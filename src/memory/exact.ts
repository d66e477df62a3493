/**
 * Exact memory: approved pairs of the whole workspace by their text. Two texts are the same when they
 * are equal in canonical form (NFC, white space folded, tags renumbered); nothing near is ever filled in.
 */
import { sentenceName, transferTags } from '../core/drafting/transfer-tags.ts';
import type { Lang, Pair, ReviewRecord, SignOff, Unit } from '../core/model.ts';
import { LANGS, otherLang } from '../core/model.ts';
import type { ArticleState } from '../core/state.ts';
import { signOffsInForce } from '../core/status.ts';
import { canonicalText } from '../core/tags.ts';

interface Entry extends Pair {
  /** Which of the two was the source. */
  readonly source: Lang;
  /** Where it comes from: `<slug>/<key>`. */
  readonly from: string;
  /** Time of the newest sign-off, ISO 8601; '' when none is known. */
  readonly at: string;
  /** Sources of the neighbours, canonical; null at the ends of an article and for an orphan. */
  readonly around: Neighbours | null;
}

type Neighbours = readonly [before: string | null, after: string | null];

/** Entries by language and canonical text. */
export type ExactMemory = ReadonlyMap<string, readonly Entry[]>;

/** What the memory knows of a segment. */
export interface Recalled {
  /** The approved target, with the tags numbered as in the segment. */
  readonly text: string;
  /** The pair it was taken from: `<slug>/<key>`. */
  readonly from: string;
  /** It stood between the same neighbours. */
  readonly inContext: boolean;
}

function canonicalAt(units: readonly Unit[], index: number): string | null {
  const unit = units[index];
  return unit === undefined ? null : canonicalText(unit.segment.text);
}

function neighbours(units: readonly Unit[], index: number): Neighbours {
  return [canonicalAt(units, index - 1), canonicalAt(units, index + 1)];
}

/** The newest sign-off in force of exactly these two texts. */
function approval(record: ReviewRecord | undefined, pair: Pair): SignOff | undefined {
  return signOffsInForce(record).findLast(({ zh, en }) => zh === pair.zh && en === pair.en);
}

/** The pair that people approved: today's for a reviewed segment, the last one for a stale segment. */
function approved(unit: Unit): Omit<Entry, 'from' | 'around'> | null {
  const { pair, record, status } = unit;
  if (pair === undefined || (status !== 'reviewed' && status !== 'stale')) return null;
  const signed = approval(record, pair);
  if (signed === undefined) return null;
  return { zh: pair.zh, en: pair.en, source: signed.source, at: signed.at };
}

function entriesOf(state: ArticleState): Entry[] {
  const { slug } = state.article;
  const living = state.units.flatMap((unit): Entry[] => {
    const pair = approved(unit);
    if (pair === null) return [];
    return [{ ...pair, from: `${slug}/${unit.key}`, around: neighbours(state.units, unit.index) }];
  });
  const gone = [...state.orphans].flatMap(([key, { zh, en, source }]): Entry[] => {
    const record = state.records.get(key);
    const signed = approval(record, { zh, en });
    if (signed === undefined && record?.revoked !== undefined) return [];
    return [{ zh, en, source, at: signed?.at ?? '', from: `${slug}/${key}`, around: null }];
  });
  return [...living, ...gone];
}

/** Indexes every approved pair (reviewed, stale, orphaned) of the workspace, in both directions. */
export function buildExactMemory(states: readonly ArticleState[]): ExactMemory {
  const memory = new Map<string, Entry[]>();
  for (const entry of states.flatMap(entriesOf)) {
    for (const lang of LANGS) {
      if (entry[lang].trim() === '' || entry[otherLang(lang)].trim() === '') continue;
      const name = sentenceName(lang, entry[lang]);
      const entries = memory.get(name);
      if (entries === undefined) memory.set(name, [entry]);
      else entries.push(entry);
    }
  }
  return memory;
}

function sharedNeighbours(entry: Entry, around: Neighbours): number {
  const [before, after] = entry.around ?? [undefined, undefined];
  return Number(before === around[0]) + Number(after === around[1]);
}

/** Best first: same direction, then neighbours, then the newest sign-off, then by name. */
function byMerit(lang: Lang, around: Neighbours): (a: Entry, b: Entry) => number {
  const direction = (entry: Entry) => Number(entry.source === lang);
  const order = (a: string, b: string) => Number(a > b) - Number(a < b);
  return (a, b) =>
    direction(b) - direction(a) ||
    sharedNeighbours(b, around) - sharedNeighbours(a, around) ||
    order(b.at, a.at) ||
    order(a.from, b.from);
}

/**
 * The approved target for the segment at `index` of an article, or null. A pair made in the same
 * direction comes before a reverse one, then one with the same neighbours, then the newest.
 */
export function recallExact(
  memory: ExactMemory,
  state: ArticleState,
  index: number,
): Recalled | null {
  const unit = state.units[index];
  if (unit === undefined) return null;
  const { lang, text } = unit.segment;
  const entries = memory.get(sentenceName(lang, text)) ?? [];
  const around = neighbours(state.units, index);
  const [best] = entries.toSorted(byMerit(lang, around));
  if (best === undefined) return null;
  return {
    text: transferTags(best[lang], best[otherLang(lang)], text),
    from: best.from,
    inContext: sharedNeighbours(best, around) === 2,
  };
}
