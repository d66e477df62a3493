/**
 * What a reader takes for one character (UAX #29): the step of the caret, and what a cell may hold.
 * Offsets are UTF-16 units.
 */
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

const PLAIN = /^[\u0020-\u007e]*$/;

/**
 * Characters that are a grapheme each among their like, as nearly all of an English or Chinese text:
 * they never join what is before them, and what is before them joins them only by its own class.
 */
const ALONE: readonly (readonly [first: number, last: number])[] = [
  [0x20, 0x7e],
  [0x4e00, 0x9fff],
  [0x3001, 0x3029],
  [0xff01, 0xff60],
  [0x2010, 0x2027],
  [0xb7, 0xb7],
];

/** The graphemes of a text, in order; joined they give the text back. */
export function graphemesOf(text: string): readonly string[] {
  if (PLAIN.test(text)) return text.split('');
  const graphemes: string[] = [];
  let at = 0;
  while (at < text.length) {
    const end = endOfOthers(text, at);
    if (end === at) graphemes.push(text.charAt(at));
    else for (const { segment } of segmenter.segment(text.slice(at, end))) graphemes.push(segment);
    at = Math.max(end, at + 1);
  }
  return graphemes;
}

/**
 * Where a stretch that needs the rules of Unicode ends, `at` where none begins there. It takes one
 * character that is alone on each side: a mark joins the one before, a prefix the one after.
 */
function endOfOthers(text: string, at: number): number {
  let end = at;
  while (end < text.length && !(isAlone(text, end) && isAlone(text, end + 1))) end += 1;
  return end === at ? at : Math.min(end + 1, text.length);
}

/** The end of a text stands for such a character. */
function isAlone(text: string, at: number): boolean {
  if (at >= text.length) return true;
  const unit = text.charCodeAt(at);
  for (const [first, last] of ALONE) if (unit >= first && unit <= last) return true;
  return false;
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
