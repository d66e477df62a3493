/** The line that a prompt or a list of choices lets a person type in. */
import type { Edit } from '../../action.ts';
import type { Overlay } from '../../state.ts';
import {
  backspace,
  deleteForward,
  deleteToLineEnd,
  deleteToLineStart,
  deleteWordBefore,
  insert,
  paste,
} from '../../text/edits.ts';
import { left, right, textEnd, textStart, wordLeft, wordRight } from '../../text/motions.ts';
import { type TextBuffer, redo, undo } from '../../text/text-buffer.ts';

type Change = (buffer: TextBuffer) => TextBuffer;

/** The edits that make sense in one line. */
const CHANGES: Readonly<Partial<Record<Edit, Change>>> = {
  left,
  right,
  'word-left': wordLeft,
  'word-right': wordRight,
  'line-start': textStart,
  'line-end': textEnd,
  'text-start': textStart,
  'text-end': textEnd,
  'delete-back': backspace,
  'delete-forward': deleteForward,
  'delete-word-back': deleteWordBefore,
  'delete-to-start': deleteToLineStart,
  'delete-to-end': deleteToLineEnd,
  undo,
  redo,
};

/** The overlay with its line changed; the same one when nothing is. */
function changed(overlay: Overlay | null, change: Change): Overlay | null {
  if (overlay?.type === 'prompt') {
    const buffer = change(overlay.buffer);
    return buffer === overlay.buffer ? overlay : { ...overlay, buffer };
  }
  if (overlay?.type !== 'pick' || overlay.query === null) return overlay;
  const query = change(overlay.query);
  return query === overlay.query ? overlay : { ...overlay, query };
}

function oneLine(text: string): string {
  return text.replaceAll(/[\r\n\t]+/g, ' ');
}

/** Carries an editing key out in the line. */
export function editLine(overlay: Overlay | null, edit: Edit): Overlay | null {
  const change = CHANGES[edit];
  return change === undefined ? overlay : changed(overlay, change);
}

/** Puts typed or (line breaks as spaces) pasted text into the line. */
export function typeLine(
  overlay: Overlay | null,
  input: { readonly type: 'text' | 'paste'; readonly text: string },
): Overlay | null {
  const put = input.type === 'paste' ? paste : insert;
  return changed(overlay, (buffer) => put(buffer, oneLine(input.text)));
}
