/** The shape of the rules that tell a page's furniture from its story. */
import type { DropReasonId } from './drop-reasons.ts';

/**
 * Where a rule holds. Between two paragraphs of the story only the surest rules do; before the first
 * and after the last one, weaker evidence is enough.
 */
export type Zone = 'anywhere' | 'edges' | 'head' | 'tail';

/** A line that matches as a whole. The pattern sees the line trimmed and NFKC-normalised. */
export interface LineRule {
  readonly reason: DropReasonId;
  readonly zone: Zone;
  readonly pattern: RegExp;
}

/** What a word stands for on a page. */
export type WordKind =
  | 'date'
  | 'time'
  | 'ago'
  | 'duration'
  | 'count'
  | 'number'
  | 'outlet'
  | 'detail'
  | 'podcast'
  | 'category'
  | 'share'
  | 'navigation'
  | 'language';

/** A line that consists of nothing but words of the kinds `of`, in the numbers of one of `needs`. */
export interface WordRule {
  readonly reason: DropReasonId;
  readonly zone: Zone;
  readonly of: readonly WordKind[];
  readonly needs: readonly Partial<Record<WordKind, number>>[];
}

/** What one language contributes. */
export interface FurnitureWords {
  readonly words: Partial<Record<WordKind, readonly string[]>>;
  /** Labels of a line such as `label: value  label: value`. */
  readonly labels: readonly string[];
  /** Words that mark the name of a series before a headline (`双语新闻|…`). */
  readonly series: readonly string[];
  readonly rules: readonly LineRule[];
  /** Invites the reader to do something outside the story: looked for in a line's odd-language part. */
  readonly invitation: RegExp;
}

/** A list of words written as `one|two|three`, over as many lines as it takes. */
export function words(list: string): readonly string[] {
  return list.split('|').map((word) => word.trim());
}
