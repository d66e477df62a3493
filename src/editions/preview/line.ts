/** The lines of a preview: a block each, or in the bilingual one a pair each. */
import type { Lang } from '../../core/model.ts';
import type { PreviewRun } from './runs.ts';

export type PreviewKind =
  | 'title'
  | 'lede'
  | 'byline'
  | 'heading'
  | 'paragraph'
  | 'list-item'
  | 'table-row'
  | 'caption'
  | 'code'
  | 'html' // raw HTML of the article: what it says
  | 'rule';

/** A line's text in one language. */
export interface PreviewSide {
  /** Null for what is in no language: code, the picture of a figure. */
  readonly lang: Lang | null;
  /** One, but in the row of a table. */
  readonly cells: readonly (readonly PreviewRun[])[];
}

/** Where a line stands. */
export interface PreviewPlace {
  /** Levels of lists around it. */
  readonly indent: number;
  /** Levels of quotes around it. */
  readonly quotes: number;
  /** What stands before it: `- `, `2. `, `[x] `, `[1] `; '' for none. */
  readonly lead: string;
}

export interface PreviewLine extends PreviewPlace {
  readonly kind: PreviewKind;
  /** Of a heading, 1–6; 1 in the head of a table; else 0. */
  readonly depth: number;
  /** It goes on with the block of the line before. */
  readonly follows: boolean;
  /** The units that it shows, by their indexes, in reading order. */
  readonly units: readonly number[];
  /** One, or two in the bilingual preview: the source first. */
  readonly sides: readonly PreviewSide[];
}

/** The place of the text that nothing is around. */
export const TOP_LEVEL: PreviewPlace = { indent: 0, quotes: 0, lead: '' };

/** A line of one side and one cell. */
export function plainLine(
  kind: PreviewKind,
  runs: readonly PreviewRun[],
  place: PreviewPlace = TOP_LEVEL,
): PreviewLine {
  const sides = [{ lang: null, cells: [runs] }];
  return { ...place, kind, depth: 0, follows: false, units: [], sides };
}
