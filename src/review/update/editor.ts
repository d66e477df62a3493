/** Editing the target of the selected segment. */
import type { Unit } from '../../core/model.ts';
import type { Edit } from '../action.ts';
import { personsDraft } from '../../core/persons-draft.ts';
import { type Outcome, refuse, say, still } from '../outcome.ts';
import { targetBox } from '../screen/layout.ts';
import { sessionLayout } from '../screen/session-layout.ts';
import type { Editor, ReviewState, Session } from '../state.ts';
import {
  backspace,
  deleteForward,
  deleteSelection,
  deleteToLineEnd,
  deleteToLineStart,
  deleteWordAfter,
  deleteWordBefore,
  insert,
  paste,
  replaceAll,
} from '../text/edits.ts';
import { graphemesOf } from '../text/graphemes.ts';
import { left, right, textEnd, textStart, wordLeft, wordRight } from '../text/motions.ts';
import { selectAll, selectedText, selecting, unselected } from '../text/selection.ts';
import { type TextBuffer, redo, textBuffer, undo } from '../text/text-buffer.ts';
import { down, lineEnd, lineStart, up } from '../text/visual-lines.ts';
import { baseText, isEditable, lastSignOff, startingText, textsToSwitch } from '../unit.ts';
import { draftOf } from './operations.ts';
import { editingOf, focusOf, withSession } from './session.ts';

/** Opens the editor on the selected segment, with the text that it has so far. */
export function openEditor(session: Session, unit: Unit): Session {
  const base = startingText(unit);
  const editor: Editor = {
    key: unit.key,
    buffer: textBuffer(base),
    base,
    source: unit.segment.text,
    seen: lastSignOff(unit)?.at ?? null,
    over: personsDraft(unit.record)?.at ?? null,
    jotted: null,
    own: false,
    top: 0,
  };
  return { ...session, editor };
}

/** Opens the editor, or says why this segment has nothing to edit. */
export function edit(state: ReviewState): ReviewState {
  const focus = focusOf(state);
  if (focus === null) return state;
  const { session, unit } = focus;
  if (isEditable(unit)) return withSession(state, openEditor(session, unit));
  return refuse(
    state,
    unit.status === 'omitted' ? 'review.refuse.omitted' : 'review.refuse.untranslatable',
  );
}

type Change = (buffer: TextBuffer, width: number) => TextBuffer;

const CHANGES: Readonly<Record<Edit, Change>> = {
  newline: (buffer) => insert(buffer, '\n'),
  copy: (buffer) => buffer,
  cut: deleteSelection,
  left,
  right,
  up,
  down,
  'word-left': wordLeft,
  'word-right': wordRight,
  'line-start': lineStart,
  'line-end': lineEnd,
  'text-start': textStart,
  'text-end': textEnd,
  'select-left': selecting(left),
  'select-right': selecting(right),
  'select-up': selecting(up),
  'select-down': selecting(down),
  'select-word-left': selecting(wordLeft),
  'select-word-right': selecting(wordRight),
  'select-line-start': selecting(lineStart),
  'select-line-end': selecting(lineEnd),
  'select-text-start': selecting(textStart),
  'select-text-end': selecting(textEnd),
  'select-all': selectAll,
  'delete-back': backspace,
  'delete-forward': deleteForward,
  'delete-word-back': deleteWordBefore,
  'delete-word-forward': deleteWordAfter,
  'delete-to-start': deleteToLineStart,
  'delete-to-end': deleteToLineEnd,
  undo,
  redo,
};

/** Carries an editing key out. */
export function editText(state: ReviewState, what: Edit, at: string): Outcome {
  if (what === 'copy' || what === 'cut') return copied(state, what, at);
  const next = changed(state, CHANGES[what], at);
  if (next[0] !== state || (what !== 'undo' && what !== 'redo')) return next;
  return still(
    refuse(state, what === 'undo' ? 'review.refuse.noUndoHere' : 'review.refuse.noRedo'),
  );
}

/** Puts what is selected on the clipboard; cut, it leaves the text. */
function copied(state: ReviewState, what: 'copy' | 'cut', at: string): Outcome {
  const editing = editingOf(state);
  const text = editing === null ? '' : selectedText(editing.editor.buffer);
  if (text === '') return still(refuse(state, 'review.refuse.noSelection'));
  const count = graphemesOf(text).length;
  const [next, effects] = changed(state, CHANGES[what], at);
  return [say(next, 'review.notice.onClipboard', { count }), [...effects, { type: 'copy', text }]];
}

/** With nothing selected any more; null when nothing was. */
export function withoutSelection(state: ReviewState): ReviewState | null {
  const editing = editingOf(state);
  if (editing === null) return null;
  const { session, editor } = editing;
  const buffer = unselected(editor.buffer);
  if (buffer === editor.buffer) return null;
  return withSession(state, { ...session, editor: { ...editor, buffer } });
}

/** Puts typed text in at the caret. */
export function type(state: ReviewState, text: string, at: string): Outcome {
  return changed(state, (buffer) => insert(buffer, text, Date.parse(at)), at);
}

/** Puts pasted text in at the caret; one undo takes it out. */
export function pasteText(state: ReviewState, text: string, at: string): Outcome {
  return changed(state, (buffer) => paste(buffer, text), at);
}

/** Puts the source in the target's place; undo brings the target back. */
export function copySource(state: ReviewState, at: string): Outcome {
  const opened = state.session?.editor === null ? edit(state) : state;
  const editing = editingOf(opened);
  if (editing === null) return still(opened);
  const source = editing.unit.segment.text;
  const [next, effects] = changed(opened, (buffer) => replaceAll(buffer, source), at);
  return [say(next, 'review.notice.copied'), effects];
}

/** Puts the next of the texts to choose between in the target's place; undo brings the text back. */
export function otherCandidate(state: ReviewState, at: string): Outcome {
  const focus = focusOf(state);
  const targets =
    focus === null ? [] : textsToSwitch(focus.unit, baseText(focus.session, focus.unit));
  if (targets.length === 0) return still(refuse(state, 'review.refuse.noCandidates'));
  const opened = state.session?.editor === null ? edit(state) : state;
  const shown = editingOf(opened)?.editor.buffer.text ?? '';
  const next = targets[(targets.indexOf(shown) + 1) % targets.length] ?? shown;
  return changed(opened, (buffer) => replaceAll(buffer, next), at);
}

/** Carries a change of the text out, journalled as it is made. */
export function changed(state: ReviewState, change: Change, at: string): Outcome {
  const editing = editingOf(state);
  if (editing === null) return still(state);
  const { session, unit, editor } = editing;
  const width = targetBox(sessionLayout(state.size, session), unit).width;
  const buffer = change(editor.buffer, width);
  if (buffer === editor.buffer) return still(state);
  const moved: Editor = { ...editor, buffer };
  if (buffer.text === editor.buffer.text) {
    return still(withSession(state, { ...session, editor: moved }));
  }
  const operation = draftOf(moved, unit, { at, by: state.user });
  const after = withSession(state, { ...session, editor: { ...moved, jotted: operation } });
  return [after, [{ type: 'jot', slug: session.slug, operation }]];
}
