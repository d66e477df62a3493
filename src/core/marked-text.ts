import type { Span } from './model.ts';

/** A stretch of a text, in a span or between spans. An empty marked one is a place where something lacks. */
export interface MarkedPiece {
  readonly text: string;
  readonly marked: boolean;
}

/** Spans in order; those that touch or overlap as one. */
function joined(spans: readonly Span[], length: number): Span[] {
  const within = spans
    .map(({ from, to }) => ({
      from: Math.min(from, length),
      to: Math.min(Math.max(from, to), length),
    }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const result: Span[] = [];
  for (const span of within) {
    const last = result.at(-1);
    if (last === undefined || span.from > last.to) result.push(span);
    else result[result.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
  }
  return result;
}

/** Cuts a text at its spans (UTF-16 units). The pieces' texts make up the text. */
export function markedPieces(text: string, spans: readonly Span[] = []): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let at = 0;
  for (const { from, to } of joined(spans, text.length)) {
    if (from > at) pieces.push({ text: text.slice(at, from), marked: false });
    pieces.push({ text: text.slice(from, to), marked: true });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}
