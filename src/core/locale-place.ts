/** Where in a locale file a part of a value stands. */
import type { Place, Span } from './model.ts';

/** A part of a file on one line; columns are 1-based UTF-16 units, the end is after the last one. */
export interface LinePart extends Place {
  readonly endColumn: number;
}

const PIECE = /\\u[0-9a-fA-F]{4}|\\.|[^\\]/gs;

/** Where each UTF-16 unit of a JSON string's value starts in its literal, and where the literal ends. */
function starts(literal: string): number[] {
  let at = 1;
  const found: number[] = [];
  for (const [piece] of literal.slice(1, -1).matchAll(PIECE)) {
    found.push(at);
    at += piece.length;
  }
  return [...found, at];
}

/**
 * Finds a span of a key's value in a locale file in canonical form (a key a line); null where the file
 * does not hold this very value so.
 */
export function partOfValue(
  file: { readonly path: string; readonly text: string },
  pair: { readonly key: string; readonly value: string },
  span: Span,
): LinePart | null {
  const head = `  ${JSON.stringify(pair.key)}: `;
  const lines = file.text.split('\n');
  const index = lines.findIndex((line) => line.startsWith(head));
  const literal = lines[index]?.slice(head.length).replace(/,$/, '') ?? '';
  if (literal !== JSON.stringify(pair.value)) return null;
  const places = starts(literal);
  const [from, to] = [places[span.from], places[span.to]];
  if (from === undefined || to === undefined) return null;
  const column = head.length + from + 1;
  return { file: file.path, line: index + 1, column, endColumn: head.length + to + 1 };
}
