import type { Place } from './model.ts';

/** The place of an offset in a file's text: 1-based line and column. */
export function placeAt(file: string, text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { file, line, column: offset - (before.lastIndexOf('\n') + 1) + 1 };
}

/** Finds places of many rising offsets in one pass over the text. */
export function placeFinder(file: string, text: string): (offset: number) => Place {
  const breakFrom = (at: number): number => {
    const found = text.indexOf('\n', at);
    return found === -1 ? Infinity : found;
  };
  let line = 1;
  let lineStart = 0;
  // Kept between calls: a line without an end would be searched to the end each time.
  let lineEnd = breakFrom(0);
  return (offset) => {
    if (offset < lineStart) return placeAt(file, text, offset);
    while (lineEnd < offset) {
      line += 1;
      lineStart = lineEnd + 1;
      lineEnd = breakFrom(lineStart);
    }
    return { file, line, column: offset - lineStart + 1 };
  };
}
