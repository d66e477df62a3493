/** The pairs of an article that people approved: all that a memory may offer. */
import type { Lang, Pair, ReviewRecord, SignOff, Unit } from '../core/model.ts';
import type { ArticleState } from '../core/state.ts';
import { signOffsInForce } from '../core/status.ts';
import { sameText } from '../core/tags.ts';

/** Sources of the neighbours; null at the ends of an article. */
export type Neighbours = readonly [before: string | null, after: string | null];

export interface ApprovedPair extends Pair {
  /** Which of the two was the source. */
  readonly source: Lang;
  readonly slug: string;
  readonly key: string;
  /** Time of the newest sign-off, ISO 8601; '' when none is known. */
  readonly at: string;
  /** Who signed it last. */
  readonly by?: string;
  /** Null for an orphan. */
  readonly around: Neighbours | null;
}

/** How a pair is named: `<slug>/<key>`. */
export function pairName({ slug, key }: Pick<ApprovedPair, 'slug' | 'key'>): string {
  return `${slug}/${key}`;
}

/** What stands before and after a segment. */
export function neighboursAt(units: readonly Unit[], index: number): Neighbours {
  const textAt = (at: number): string | null => units[at]?.segment.text ?? null;
  return [textAt(index - 1), textAt(index + 1)];
}

/** The newest sign-off in force of exactly these two texts. */
function approval(record: ReviewRecord | undefined, pair: Pair): SignOff | undefined {
  return signOffsInForce(record).findLast(({ zh, en }) => zh === pair.zh && en === pair.en);
}

function signature(signed: SignOff | undefined): Pick<ApprovedPair, 'at' | 'by'> {
  return signed === undefined ? { at: '' } : { at: signed.at, by: signed.by };
}

/** The pair that people approved: today's for a reviewed segment, the last one for a stale segment. */
function living(state: ArticleState, unit: Unit): ApprovedPair[] {
  const { key, pair, record, status } = unit;
  if (pair === undefined || (status !== 'reviewed' && status !== 'stale')) return [];
  const signed = approval(record, pair);
  if (signed === undefined) return [];
  const { slug } = state.article;
  const around = neighboursAt(state.units, unit.index);
  const { zh, en } = pair;
  return [{ zh, en, source: signed.source, ...signature(signed), slug, key, around }];
}

function orphaned({ article, orphans, records }: ArticleState): ApprovedPair[] {
  return [...orphans].flatMap(([key, { zh, en, source }]): ApprovedPair[] => {
    const record = records.get(key);
    const signed = approval(record, { zh, en });
    if (signed === undefined && record?.revoked !== undefined) return [];
    return [{ zh, en, source, ...signature(signed), slug: article.slug, key, around: null }];
  });
}

/** Every approved pair (reviewed, stale, orphaned) of an article that has a text on both sides. */
export function approvedPairs(state: ArticleState): ApprovedPair[] {
  const all = [...state.units.flatMap((unit) => living(state, unit)), ...orphaned(state)];
  return all.filter(({ zh, en }) => zh.trim() !== '' && en.trim() !== '');
}

function isSameNeighbour(a: string | null | undefined, b: string | null): boolean {
  return a === b || (typeof a === 'string' && b !== null && sameText(a, b));
}

/** How many of the two neighbours are the same: 0 to 2. */
export function sharedNeighbours({ around }: ApprovedPair, [before, after]: Neighbours): number {
  if (around === null) return 0;
  return Number(isSameNeighbour(around[0], before)) + Number(isSameNeighbour(around[1], after));
}

const order = (a: string, b: string): number => Number(a > b) - Number(a < b);

/** Best first: same direction, then neighbours, then the newest sign-off, then by name. */
export function byMerit(
  lang: Lang,
  around: Neighbours,
): (a: ApprovedPair, b: ApprovedPair) => number {
  const direction = (pair: ApprovedPair) => Number(pair.source === lang);
  return (a, b) =>
    direction(b) - direction(a) ||
    sharedNeighbours(b, around) - sharedNeighbours(a, around) ||
    order(b.at, a.at) ||
    order(pairName(a), pairName(b));
}
