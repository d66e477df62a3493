/** Pairs of a workspace that have a side in common. */
import { otherLang, type Lang } from '../../core/model.ts';
import { canonicalText } from '../../core/tags.ts';
import type { WorkspacePair } from '../check.ts';

/** Labels and numbers are said in many ways. */
const LEAST: Readonly<Record<Lang, number>> = { zh: 4, en: 10 };

/** A pair, where it stands in the list, and its two texts in the form in which they are compared. */
export interface Compared {
  readonly index: number;
  readonly slug: string;
  readonly source: string;
  readonly target: string;
}

function compared({ slug, view }: WorkspacePair, index: number): Compared | null {
  const { source, tagged } = view;
  const target = otherLang(source);
  if (view[source].length < LEAST[source] || view[target].length < LEAST[target]) return null;
  return {
    index,
    slug,
    source: `${source} ${canonicalText(tagged[source])}`,
    target: canonicalText(tagged[target]),
  };
}

/** Groups of two or more pairs that are equal on one side. */
export function groupsBy(
  pairs: readonly WorkspacePair[],
  side: 'source' | 'target',
): readonly (readonly Compared[])[] {
  const all = pairs.flatMap((pair, index) => compared(pair, index) ?? []);
  return [...Map.groupBy(all, (one) => one[side]).values()].filter(({ length }) => length > 1);
}
