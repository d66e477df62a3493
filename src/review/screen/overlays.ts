/** Prompts, lists of choices and pages, in the place of the list. */
import { visible } from '../../core/safe-text.ts';
import type { PageOverlay, PickOverlay, PickRow, PromptOverlay, Shown } from '../overlay.ts';
import { fit } from '../text/fit.ts';
import type { TextBuffer } from '../text/text-buffer.ts';
import { widthOf } from '../text/width.ts';
import { scrolled } from './layout.ts';
import { safeMessage } from './messages.ts';
import {
  BLANK,
  part,
  type Part,
  partsWidth,
  type Row,
  row,
  type Style,
  type View,
  wrapRuns,
} from './row.ts';

/** What a text is as words on the screen. */
function say(shown: Shown, { t }: View): string {
  return typeof shown === 'string' ? visible(shown) : safeMessage(t, shown);
}

function oneRow(shown: Shown, view: View): string {
  return say(shown, view).replaceAll('\n', ' ').trim();
}

const MARK = '› ';
const ASCII_MARK = '> ';

function markOf(view: View): string {
  return view.ascii ? ASCII_MARK : MARK;
}

/** A line to type in, scrolled so that its caret is in view. */
export interface LineView {
  readonly row: Row;
  /** Cells from the left edge. */
  readonly caret: number;
}

export function lineView(buffer: TextBuffer, columns: number, view: View): LineView {
  const mark = markOf(view);
  const room = Math.max(1, columns - widthOf(mark) - 2);
  const before = visible(buffer.text.slice(0, buffer.caret));
  let from = 0;
  while (widthOf(before.slice(from)) > room - 1)
    from += (before.codePointAt(from) ?? 0) > 0xffff ? 2 : 1;
  const text = `${before.slice(from)}${visible(buffer.text.slice(buffer.caret))}`;
  const caret = 1 + widthOf(mark) + widthOf(before.slice(from));
  return { row: row(part(` ${mark}`, 'strong'), part(fit(text, room))), caret };
}

function pickRow(entry: PickRow, isSelected: boolean, columns: number, view: View): Row {
  const note = entry.note === undefined ? '' : oneRow(entry.note, view);
  const text = oneRow(entry.text, view);
  const noteCells = Math.min(widthOf(note), Math.floor(columns / 2));
  const room = columns - 2 - (noteCells === 0 ? 0 : noteCells + 2);
  const parts: Part[] = [part(isSelected ? '> ' : '  ', 'strong'), part(fit(text, room))];
  if (noteCells > 0) {
    const gap = columns - partsWidth(parts) - noteCells - 1;
    parts.push(part(' '.repeat(Math.max(1, gap))), part(fit(note, noteCells), 'faint'));
  }
  return isSelected ? { parts, inverse: true } : { parts };
}

/** The rows of a list of choices: what is typed first, where it is narrowed by typing. */
export function pickRows(
  overlay: PickOverlay,
  box: { columns: number; rows: number },
  view: View,
): readonly Row[] {
  const { query, rows, selected } = overlay;
  const head = query === null ? [] : [lineView(query, box.columns, view).row];
  const height = box.rows - head.length;
  const top = scrolled(0, selected, rows.length, height);
  const shown = Array.from({ length: height }, (_, line) => {
    const entry = rows[top + line];
    return entry === undefined ? BLANK : pickRow(entry, top + line === selected, box.columns, view);
  });
  const isAsked = query === null || query.text.trim() !== '';
  const none = row(part(` ${view.t(isAsked ? 'review.pick.none' : 'review.pick.type')}`, 'faint'));
  return [...head, ...(rows.length === 0 && height > 0 ? shown.with(0, none) : shown)];
}

/** What a prompt asks, and its line, at the foot of `rows` rows. */
export function promptRows(overlay: PromptOverlay, columns: number, view: View): readonly Row[] {
  const title = safeMessage(view.t, overlay.title);
  return [
    row(part(` ${fit(title, columns - 2)}`, 'strong')),
    lineView(overlay.buffer, columns, view).row,
  ];
}

const TONES: Readonly<Record<string, Style>> = {
  strong: 'strong',
  faint: 'faint',
  added: 'added',
  removed: 'removed',
  error: 'error',
};

/** A page's lines, wrapped to a width. */
export function pageLines(overlay: PageOverlay, columns: number, view: View): readonly Row[] {
  return overlay.lines.flatMap(({ text, tone }) => {
    const words = say(text, view);
    if (words === '') return [BLANK];
    const style = TONES[tone ?? ''] ?? 'plain';
    return wrapRuns([part(words, style)], columns - 3).map((parts) => row(part(' '), ...parts));
  });
}
