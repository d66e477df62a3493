/** Where the caret goes that does not depend on how the text is wrapped. */
import { selectionOf } from './selection.ts';
import { nextStop, previousStop } from './stops.ts';
import { type TextBuffer, moved } from './text-buffer.ts';
import { nextWordEnd, previousWordStart } from './words.ts';

/** To the stop before, or to the start of what is selected. */
export function left(buffer: TextBuffer): TextBuffer {
  const caret = selectionOf(buffer)?.from ?? previousStop(buffer.text, buffer.caret);
  return moved(buffer, { caret });
}

/** To the stop after, or to the end of what is selected. */
export function right(buffer: TextBuffer): TextBuffer {
  const caret = selectionOf(buffer)?.to ?? nextStop(buffer.text, buffer.caret);
  return moved(buffer, { caret });
}

/** To the start of the word at or before the caret. */
export function wordLeft(buffer: TextBuffer): TextBuffer {
  return moved(buffer, { caret: previousWordStart(buffer.text, buffer.caret) });
}

/** To the end of the word at or after the caret. */
export function wordRight(buffer: TextBuffer): TextBuffer {
  return moved(buffer, { caret: nextWordEnd(buffer.text, buffer.caret) });
}

export function textStart(buffer: TextBuffer): TextBuffer {
  return moved(buffer, { caret: 0 });
}

export function textEnd(buffer: TextBuffer): TextBuffer {
  return moved(buffer, { caret: buffer.text.length });
}
