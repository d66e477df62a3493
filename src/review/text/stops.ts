/**
 * Where the caret may stand: at the boundaries of graphemes, never within an inline tag. Offsets are
 * UTF-16 units.
 */
import * as graphemes from './graphemes.ts';
import { tagAround } from './tags.ts';

/** The stop at an offset, or the nearest one before it. */
export function stopAtOrBefore(text: string, at: number): number {
  const boundary = graphemes.boundaryAtOrBefore(text, at);
  return tagAround(text, boundary)?.[0] ?? boundary;
}

/** The stop at an offset, or the nearest one after it. A mark on a tag's `>` belongs to the tag. */
export function stopAtOrAfter(text: string, at: number): number {
  const boundary = graphemes.boundaryAtOrAfter(text, at);
  const tag = tagAround(text, boundary);
  return tag === null ? boundary : graphemes.boundaryAtOrAfter(text, tag[1]);
}

/** The stop after an offset; the text's end at its end. */
export function nextStop(text: string, at: number): number {
  const boundary = graphemes.nextBoundary(text, at);
  return boundary <= at ? boundary : stopAtOrAfter(text, boundary);
}

/** The stop before an offset; 0 at the start. */
export function previousStop(text: string, at: number): number {
  return stopAtOrBefore(text, graphemes.previousBoundary(text, at));
}
