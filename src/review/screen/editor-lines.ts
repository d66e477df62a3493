/** The target as it is typed: its wrapped lines in view, with what is found in it and what is selected. */
import { type Span, selectionOf } from '../text/selection.ts';
import type { TextBuffer } from '../text/text-buffer.ts';
import { type WrappedLine, wrap } from '../text/wrap.ts';
import type { Box } from './layout.ts';
import { type Lines, type Part, part } from './row.ts';
import { type StyledSpan, styledRuns } from './styled-spans.ts';

/**
 * The lines that stand in a box, the first one being line `top` of the text.
 * @param marks places of the text
 */
export function editorLines(
  buffer: TextBuffer,
  top: number,
  box: Box,
  marks: readonly StyledSpan[],
): Lines {
  const selection = selectionOf(buffer);
  const lines = wrap(buffer.text, box.width).slice(top, top + box.rows);
  const spans: readonly StyledSpan[] =
    selection === null ? marks : [...marks, { ...selection, style: 'selected' }];
  return lines.map((line) => [
    ...styledRuns(line.text, within(line, spans)),
    ...lineFeed(buffer.text, line, selection),
  ]);
}

/** The parts of spans that stand in a line, as places of it. */
function within({ from, text }: WrappedLine, spans: readonly StyledSpan[]): readonly StyledSpan[] {
  const own = spans.filter((span) => span.to > from && span.from < from + text.length);
  return own.map((span) => ({ ...span, from: span.from - from, to: span.to - from }));
}

/** A selected line break is seen as a space, else a selected empty line would not be seen. */
function lineFeed(text: string, { to }: WrappedLine, span: Span | null): readonly Part[] {
  const isSelected = span !== null && span.from <= to && to < span.to;
  return text.charAt(to) === '\n' && isSelected ? [part(' ', 'selected')] : [];
}
