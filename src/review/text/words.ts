/**
 * Word boundaries for the caret. `Intl.Segmenter` finds Chinese words by dictionary and never joins
 * Han with Latin, so a caret stops between the two. An inline tag is a word.
 */
import { stopAtOrAfter, stopAtOrBefore } from './stops.ts';
import { tagAround, tagEnd } from './tags.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The end of the word at or after an offset; the text's end when no word follows. */
export function nextWordEnd(text: string, from: number): number {
  const words = segmenter.segment(text);
  let part = words.containing(from);
  while (part !== undefined) {
    const tag = tagEnd(text, part.index);
    const end = part.index + part.segment.length;
    if (tag !== null || part.isWordLike) return stopAtOrAfter(text, tag ?? end);
    part = words.containing(end);
  }
  return text.length;
}

/** The start of the word at or before an offset; 0 when no word precedes. */
export function previousWordStart(text: string, from: number): number {
  const words = segmenter.segment(text);
  let part = words.containing(from - 1);
  while (part !== undefined) {
    const start = part.index;
    if (part.isWordLike || tagAround(text, start) !== null) return stopAtOrBefore(text, start);
    part = words.containing(start - 1);
  }
  return 0;
}

/** The word that an offset is in or at the end of; `''` between spaces and punctuation. */
export function wordAt(text: string, at: number): string {
  if (tagAround(text, at) !== null) return '';
  const words = segmenter.segment(text);
  const found = [words.containing(at), words.containing(at - 1)].find(
    (part) => part?.isWordLike === true && tagAround(text, part.index) === null,
  );
  return found?.segment ?? '';
}
