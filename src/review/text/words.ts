/**
 * Word boundaries for the caret. `Intl.Segmenter` finds Chinese words by dictionary and never joins
 * Han with Latin, so a caret stops between the two.
 */
import { boundaryAtOrAfter, boundaryAtOrBefore } from './graphemes.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The end of the word at or after an offset; the text's end when no word follows. */
export function nextWordEnd(text: string, from: number): number {
  const words = segmenter.segment(text);
  let part = words.containing(from);
  while (part !== undefined) {
    const end = part.index + part.segment.length;
    if (part.isWordLike) return boundaryAtOrAfter(text, end);
    part = words.containing(end);
  }
  return text.length;
}

/** The start of the word at or before an offset; 0 when no word precedes. */
export function previousWordStart(text: string, from: number): number {
  const words = segmenter.segment(text);
  let part = words.containing(from - 1);
  while (part !== undefined) {
    if (part.isWordLike) return boundaryAtOrBefore(text, part.index);
    part = words.containing(part.index - 1);
  }
  return 0;
}
