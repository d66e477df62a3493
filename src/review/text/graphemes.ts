/**
 * What a reader takes for one character (UAX #29): the step of the caret, and what a cell may hold.
 * Offsets are UTF-16 units.
 */
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

const PLAIN = /^[\u0020-\u007e]*$/;

/** The graphemes of a text, in order; joined they give the text back. */
export function graphemesOf(text: string): readonly string[] {
  if (PLAIN.test(text)) return text.split('');
  return Array.from(segmenter.segment(text), (part) => part.segment);
}

/** The grapheme boundary at an offset, or the nearest one before it. */
export function boundaryAtOrBefore(text: string, at: number): number {
  const part = segmenter.segment(text).containing(at);
  return part === undefined ? clamped(text, at) : part.index;
}

/** The grapheme boundary at an offset, or the nearest one after it. */
export function boundaryAtOrAfter(text: string, at: number): number {
  const part = segmenter.segment(text).containing(at);
  if (part === undefined) return clamped(text, at);
  return part.index === at ? at : part.index + part.segment.length;
}

/** The end of the grapheme that starts at (or holds) an offset; the text's end at its end. */
export function nextBoundary(text: string, at: number): number {
  const part = segmenter.segment(text).containing(at);
  return part === undefined ? clamped(text, at) : part.index + part.segment.length;
}

/** The start of the grapheme that ends at (or holds) an offset; 0 at the start. */
export function previousBoundary(text: string, at: number): number {
  const part = segmenter.segment(text).containing(at - 1);
  return part === undefined ? clamped(text, at) : part.index;
}

function clamped(text: string, at: number): number {
  return Math.min(Math.max(at, 0), text.length);
}
