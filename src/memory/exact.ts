/**
 * Exact memory: approved pairs of the whole workspace by their text. Two texts are the same when they
 * are equal in canonical form (NFC, white space folded, tags renumbered); nothing near is ever filled in.
 */
import { sentenceName, transferTags } from '../core/drafting/transfer-tags.ts';
import { LANGS, otherLang } from '../core/model.ts';
import type { ArticleState } from '../core/state.ts';
import {
  approvedPairs,
  byMerit,
  neighboursAt,
  pairName,
  sharedNeighbours,
  type ApprovedPair,
} from './approved-pairs.ts';

/** Pairs by language and canonical text. */
export type ExactMemory = ReadonlyMap<string, readonly ApprovedPair[]>;

/** What the memory knows of a segment. */
export interface Recalled {
  /** The approved target, with the tags numbered as in the segment. */
  readonly text: string;
  /** The pair it was taken from: `<slug>/<key>`. */
  readonly from: string;
  /** It stood between the same neighbours. */
  readonly inContext: boolean;
}

/** Indexes every approved pair (reviewed, stale, orphaned) of the workspace, in both directions. */
export function buildExactMemory(states: readonly ArticleState[]): ExactMemory {
  const memory = new Map<string, ApprovedPair[]>();
  for (const pair of states.flatMap(approvedPairs)) {
    for (const lang of LANGS) {
      const name = sentenceName(lang, pair[lang]);
      const pairs = memory.get(name);
      if (pairs === undefined) memory.set(name, [pair]);
      else pairs.push(pair);
    }
  }
  return memory;
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
  const pairs = memory.get(sentenceName(lang, text)) ?? [];
  const around = neighboursAt(state.units, index);
  const [best] = pairs.toSorted(byMerit(lang, around));
  if (best === undefined) return null;
  return {
    text: transferTags(best[lang], best[otherLang(lang)], text),
    from: pairName(best),
    inContext: sharedNeighbours(best, around) === 2,
  };
}
