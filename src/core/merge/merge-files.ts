/** The merge driver as a function: three versions of a file's text → the merged text. */
import { readLocale, serializeLocale } from '../locale-file.ts';
import type { LocaleMap } from '../state.ts';
import { readReview, serializeReview } from '../review-file.ts';
import type { MergeClash } from './clash.ts';
import { mergeLocales } from './locales.ts';
import { mergePublished } from './published.ts';
import { mergeReviews } from './reviews.ts';
import type { Versions } from './three-way.ts';

export interface MergedFile {
  /** Canonical, whether or not there was a clash. */
  readonly text: string;
  readonly clashes: readonly MergeClash[];
}

/** Faults of a locale file that leave nothing out of what was read. */
const HARMLESS = new Set(['locale-form', 'locale-key']);

const INTERFACE = /(?:^|\/)duizhao\.json$/;

/** A locale file's texts; null when some of it could not be read, so that a merge would lose it. */
function readTexts(path: string, text: string): LocaleMap | null {
  // git hands over an empty file where a side has none.
  if (text.trim() === '') return new Map();
  const { map, problems } = readLocale({ slug: '', file: path, text });
  return problems.every(({ check }) => HARMLESS.has(check)) ? map : null;
}

function mergeLocaleFiles(
  path: string,
  { base, ours, theirs }: Versions<string>,
): MergedFile | null {
  const maps = [base, ours, theirs].map((text) => readTexts(path, text));
  const [old, mine, other] = maps;
  if (!old || !mine || !other) return null;
  const { map, clashes } = mergeLocales({ base: old, ours: mine, theirs: other });
  // The interface's own strings have no review file that could keep both texts.
  if (clashes.length > 0 && INTERFACE.test(path)) return null;
  return { text: serializeLocale(map), clashes };
}

function mergeReviewFiles(path: string, { base, ours, theirs }: Versions<string>): MergedFile {
  const read = (text: string) => readReview('', path, text);
  const merged = mergeReviews({ base: read(base), ours: read(ours), theirs: read(theirs) });
  return { text: serializeReview(merged.records, merged.broken), clashes: merged.clashes };
}

/**
 * Merges a file of the workspace three-way.
 * @param path its path in the repository, which says what it holds
 * @returns null for what cannot be merged by key: another kind of file, one that some side has in a
 *   form that cannot be read, a clash with nowhere to keep both texts
 */
export function mergeFiles(path: string, versions: Versions<string>): MergedFile | null {
  if (path.endsWith('.review.jsonl')) return mergeReviewFiles(path, versions);
  if (path.endsWith('.published.jsonl')) return { text: mergePublished(versions), clashes: [] };
  return path.endsWith('.json') ? mergeLocaleFiles(path, versions) : null;
}
