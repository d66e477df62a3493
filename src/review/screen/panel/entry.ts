/** What a tab of the panel lists: an entry's first line always, its other lines where there is room. */
import { type Lines, type Part, part } from '../row.ts';

export interface Entry {
  readonly first: readonly Part[];
  /** The most useful first. */
  readonly more: Lines;
}

/** An entry of the lines of a text, behind a first part; the lines below stand under the text. */
export function entryOf(prefix: readonly Part[], indent: number, lines: Lines): Entry {
  const [first = [], ...more] = lines;
  const space = part(' '.repeat(indent));
  return { first: [...prefix, ...first], more: more.map((line) => [space, ...line]) };
}

function withSign(lines: Lines, sign: string): Lines {
  return [...lines.slice(0, -1), [...(lines.at(-1) ?? []), part(sign, 'faint')]];
}

function cut(lines: Lines, rows: number): Lines {
  if (lines.length <= rows) return lines;
  return withSign(lines.slice(0, rows), '…');
}

/**
 * The lines of entries in so many rows. Every entry keeps its first line while there are rows; the rest
 * goes to the first ones. `…` stands where something is left out.
 */
export function entryLines(entries: readonly Entry[], rows: number): Lines {
  if (rows <= 0) return [];
  const shown = entries.slice(0, rows);
  let spare = rows - shown.length;
  const lines = shown.flatMap(({ first, more }) => {
    const extra = Math.min(spare, more.length);
    spare -= extra;
    return cut([first, ...more], 1 + extra);
  });
  const isCut = entries.length > shown.length;
  return isCut ? withSign(lines, ' …') : lines;
}
