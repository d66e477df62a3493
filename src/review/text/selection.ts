/** The selection: what lies between the anchor, where it began, and the caret. */
import { type TextBuffer, moved } from './text-buffer.ts';

/** UTF-16 offsets into the text, `from` below `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What is selected, or null. */
export function selectionOf({ caret, anchor }: TextBuffer): Span | null {
  if (anchor === null || anchor === caret) return null;
  return { from: Math.min(anchor, caret), to: Math.max(anchor, caret) };
}

/** The selected text; `''` when nothing is selected. */
export function selectedText(buffer: TextBuffer): string {
  const span = selectionOf(buffer);
  return span === null ? '' : buffer.text.slice(span.from, span.to);
}

/** Selects the whole text, the caret at its end. */
export function selectAll(buffer: TextBuffer): TextBuffer {
  return moved(buffer, { caret: buffer.text.length, anchor: 0 });
}

/** Nothing selected, the caret where it was; the same buffer when nothing was. */
export function unselected(buffer: TextBuffer): TextBuffer {
  return buffer.anchor === null ? buffer : { ...buffer, anchor: null, group: 'none' };
}

/** A way of the caret, in a text that is wrapped to `width` cells. */
export type Motion = (buffer: TextBuffer, width: number) => TextBuffer;

/** The same way, with what it passes added to the selection, or taken out of it. */
export function selecting(motion: Motion): Motion {
  return (buffer, width) => {
    const anchor = buffer.anchor ?? buffer.caret;
    const next = motion(unselected(buffer), width);
    if (next.caret === buffer.caret && next.atLineEnd === buffer.atLineEnd) return buffer;
    return { ...next, anchor: anchor === next.caret ? null : anchor };
  };
}
