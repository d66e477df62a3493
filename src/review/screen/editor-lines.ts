/** The target as it is typed: its wrapped lines in view, with what is selected. */
import { visible } from '../../core/safe-text.ts';
import { type Span, selectionOf } from '../text/selection.ts';
import type { TextBuffer } from '../text/text-buffer.ts';
import { type WrappedLine, wrap } from '../text/wrap.ts';
import type { Box } from './layout.ts';
import { type Lines, type Part, part, taggedRuns } from './row.ts';

/** The lines that stand in a box, the first one being line `top` of the text. */
export function editorLines(buffer: TextBuffer, top: number, box: Box): Lines {
  const span = selectionOf(buffer);
  const lines = wrap(buffer.text, box.width).slice(top, top + box.rows);
  return lines.map((line) => (span === null ? shown(line.text) : withSpan(buffer, line, span)));
}

function shown(text: string): readonly Part[] {
  return taggedRuns(visible(text));
}

function withSpan({ text }: TextBuffer, line: WrappedLine, span: Span): readonly Part[] {
  const from = within(span.from - line.from, line.text.length);
  const to = within(span.to - line.from, line.text.length);
  const selected = visible(line.text.slice(from, to)) + lineFeed(text, line, span);
  return [
    ...shown(line.text.slice(0, from)),
    ...(selected === '' ? [] : [part(selected, 'selected')]),
    ...shown(line.text.slice(to)),
  ];
}

function within(offset: number, length: number): number {
  return Math.min(Math.max(offset, 0), length);
}

/** A selected line break is seen as a space, else a selected empty line would not be seen. */
function lineFeed(text: string, { to }: WrappedLine, span: Span): string {
  return text.charAt(to) === '\n' && span.from <= to && to < span.to ? ' ' : '';
}
