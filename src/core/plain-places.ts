/**
 * Places of a tagged text's plain text: checks look at what a reader sees, and say where in the text as
 * it is stored.
 */
import type { Span, TextEdit } from './model.ts';
import { plainText, visiblePieces } from './tags.ts';

export interface PlainPlaces {
  readonly plain: string;
  /** The span of the tagged text that a span of the plain text comes from, tags at its ends left out. */
  readonly spanOf: (span: Span) => Span;
  /**
   * An edit of the plain text as one of the tagged text; null where it would take a tag out. What is put in
   * where tags stand comes behind those that close and before those that open.
   */
  readonly editOf: (edit: TextEdit) => TextEdit | null;
}

const ESCAPE = /&(?:lt|amp);/y;

/** Length of the escape that begins at a place; 1 for any other character. */
function lengthAt(text: string, at: number): number {
  if (text[at] !== '&') return 1;
  ESCAPE.lastIndex = at;
  return ESCAPE.exec(text)?.[0].length ?? 1;
}

interface Borders {
  /** Where each character of the plain text starts and ends in the tagged one. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function bordersOf(tagged: string): Borders {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { from, text } of visiblePieces(tagged)) {
    for (let at = 0; at < text.length;) {
      const length = lengthAt(text, at);
      starts.push(from + at);
      ends.push(from + at + length);
      at += length;
    }
  }
  return { starts, ends };
}

const CLOSING_TAG = /<\/\d{1,4}>/y;

function pastClosingTags(tagged: string, from: number, limit: number): number {
  let at = from;
  while (at < limit) {
    CLOSING_TAG.lastIndex = at;
    const length = CLOSING_TAG.exec(tagged)?.[0].length ?? 0;
    if (length === 0) break;
    at += length;
  }
  return Math.min(at, limit);
}

/** Reads a tagged text's plain text, and where it comes from. */
export function plainPlaces(tagged: string): PlainPlaces {
  // Most sentences have neither tags nor escapes.
  if (!/[<&]/.test(tagged)) {
    return { plain: tagged, spanOf: (span) => span, editOf: (edit) => edit };
  }
  const plain = plainText(tagged);
  const { starts, ends } = bordersOf(tagged);
  const spanOf = ({ from, to }: Span): Span => {
    if (from >= to) {
      const at = starts[from] ?? ends.at(-1) ?? 0;
      return { from: at, to: at };
    }
    return { from: starts[from] ?? tagged.length, to: ends[to - 1] ?? tagged.length };
  };
  const editOf = (edit: TextEdit): TextEdit | null => {
    if (edit.from >= edit.to) {
      const at = pastClosingTags(
        tagged,
        ends[edit.from - 1] ?? 0,
        starts[edit.from] ?? tagged.length,
      );
      return { from: at, to: at, text: edit.text };
    }
    const span = spanOf(edit);
    const whole = ends.slice(edit.from, edit.to).every((end, index) => {
      const next = starts[edit.from + index + 1];
      return edit.from + index + 1 >= edit.to || end === next;
    });
    return whole ? { ...span, text: edit.text } : null;
  };
  return { plain, spanOf, editOf };
}
