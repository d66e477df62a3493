/** The caret where somebody points at, in a text that is wrapped. */
import { visible } from '../../core/safe-text.ts';
import { graphemesOf } from './graphemes.ts';
import { type TextBuffer, moved } from './text-buffer.ts';
import type { Cell } from './visual-lines.ts';
import { widthOf } from './width.ts';
import { wrap } from './wrap.ts';

/** The offset of the grapheme that stands in a column, or the end of the text. */
function offsetIn(text: string, column: number): number {
  let offset = 0;
  let used = 0;
  for (const grapheme of graphemesOf(text)) {
    used += widthOf(visible(grapheme));
    if (used > column) break;
    offset += grapheme.length;
  }
  return offset;
}

/** The buffer with its caret before the character in a cell; below the last line, at the end. */
export function caretAt(buffer: TextBuffer, { row, column }: Cell, width: number): TextBuffer {
  const lines = wrap(buffer.text, width);
  const line = lines[row];
  if (line === undefined) return moved(buffer, { caret: buffer.text.length });
  const caret = line.from + offsetIn(line.text, column);
  return moved(buffer, { caret, atLineEnd: lines[row + 1]?.from === caret });
}
