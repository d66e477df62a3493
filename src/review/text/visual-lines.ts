/** The caret among wrapped lines: the cell it stands in, and the ways that follow those lines. */
import { visible } from '../../core/safe-text.ts';
import { graphemesOf } from './graphemes.ts';
import { unselected } from './selection.ts';
import { stopAtOrAfter, stopAtOrBefore } from './stops.ts';
import { type TextBuffer, moved } from './text-buffer.ts';
import { type Measure, widthOf } from './width.ts';
import { type WrappedLine, wrap } from './wrap.ts';
import type { Pane } from './wrap-units.ts';

/** A cell of the wrapped text, both numbers from 0. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/**
 * The caret's cell when the text is wrapped to `width` cells. `column` may be `width` (after the last
 * character of a full line), so leave one cell free right of the text.
 */
export function caretCell(buffer: TextBuffer, width: number, measure: Measure = widthOf): Cell {
  return cellIn(wrap(buffer.text, width, measure), buffer, { width, measure });
}

/** To the start of the visual line; from there, to the start of the paragraph. */
export function lineStart(buffer: TextBuffer, width: number, measure?: Measure): TextBuffer {
  const lines = wrap(buffer.text, width, measure);
  const start = lines[rowOf(lines, buffer)]?.from ?? 0;
  const isThere = start === buffer.caret && !buffer.atLineEnd;
  return moved(buffer, { caret: isThere ? paragraphStart(buffer) : start });
}

/**
 * To the end of the visual line: before the space it was broken at, if there is one. From there, to
 * the end of the paragraph.
 */
export function lineEnd(buffer: TextBuffer, width: number, measure?: Measure): TextBuffer {
  const lines = wrap(buffer.text, width, measure);
  const end = endOf(lines, rowOf(lines, buffer), buffer.text);
  const isThere = end.caret === buffer.caret && end.atLineEnd === buffer.atLineEnd;
  return moved(buffer, isThere ? { caret: paragraphEnd(buffer) } : end);
}

function endOf(lines: readonly WrappedLine[], row: number, text: string) {
  const { from, to } = lines[row] ?? { from: 0, to: 0 };
  if (lines[row + 1]?.from !== to) return { caret: to, atLineEnd: false };
  const length = text.slice(from, to).trimEnd().length;
  const caret = length === 0 ? to : from + length;
  return { caret, atLineEnd: caret === to };
}

function paragraphStart({ text, caret }: TextBuffer): number {
  return text.slice(0, caret).lastIndexOf('\n') + 1;
}

function paragraphEnd({ text, caret }: TextBuffer): number {
  const end = text.indexOf('\n', caret);
  return end < 0 ? text.length : end;
}

/** To the visual line above, in the same column if it is long enough; on the first line it stays. */
export function up(buffer: TextBuffer, width: number, measure?: Measure): TextBuffer {
  return byRows(buffer, -1, { width, measure: measure ?? widthOf });
}

/** To the visual line below; on the last line it stays. */
export function down(buffer: TextBuffer, width: number, measure?: Measure): TextBuffer {
  return byRows(buffer, 1, { width, measure: measure ?? widthOf });
}

function byRows(buffer: TextBuffer, rows: number, pane: Pane): TextBuffer {
  const lines = wrap(buffer.text, pane.width, pane.measure);
  const cell = cellIn(lines, buffer, pane);
  const target = cell.row + rows;
  const line = lines[target];
  if (line === undefined) return unselected(buffer);
  const goal = buffer.goal ?? cell.column;
  const within = line.from + lengthWithin(line.text, goal, pane.measure);
  const caret = (rows < 0 ? stopAtOrBefore : stopAtOrAfter)(buffer.text, within);
  return moved(buffer, { caret, goal, atLineEnd: lines[target + 1]?.from === caret });
}

function cellIn(lines: readonly WrappedLine[], buffer: TextBuffer, pane: Pane): Cell {
  const row = rowOf(lines, buffer);
  const before = buffer.text.slice(lines[row]?.from ?? 0, buffer.caret);
  return { row, column: Math.min(pane.measure(visible(before)), Math.max(pane.width, 1)) };
}

function rowOf(lines: readonly WrappedLine[], { caret, atLineEnd }: TextBuffer): number {
  const row = lines.findLastIndex((line) => line.from <= caret);
  const isUpper = atLineEnd && lines[row]?.from === caret && lines[row - 1]?.to === caret;
  return isUpper ? row - 1 : row;
}

/** UTF-16 units of the graphemes that fit before a column. */
function lengthWithin(text: string, column: number, measure: Measure): number {
  let length = 0;
  let used = 0;
  for (const grapheme of graphemesOf(text)) {
    used += measure(visible(grapheme));
    if (used > column) break;
    length += grapheme.length;
  }
  return length;
}
