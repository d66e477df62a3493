import { type TextBuffer, textBuffer } from '../../../src/review/text/text-buffer.ts';

/** A buffer from its text with the caret drawn as `|`. */
export function at(drawn: string): TextBuffer {
  const caret = drawn.indexOf('|');
  return textBuffer(drawn.replace('|', ''), caret);
}

/** The text of a buffer with its caret drawn as `|`. */
export function drawn({ text, caret }: TextBuffer): string {
  return `${text.slice(0, caret)}|${text.slice(caret)}`;
}
