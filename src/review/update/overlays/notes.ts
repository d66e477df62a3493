/** The comments on the selected segment; choosing one settles it, or opens it again. */
import type { Note } from '../../../core/model.ts';
import { isOpenNote } from '../../../core/notes.ts';
import { shortTime } from '../../../core/short-time.ts';
import { laterThan } from '../../later.ts';
import { type Outcome, refuse, still } from '../../outcome.ts';
import type { PickRow } from '../../overlay.ts';
import type { ReviewState } from '../../state.ts';
import { commit } from '../saving.ts';
import { focusOf } from '../session.ts';
import { typedSoFar } from './deeds.ts';
import { openPick, type PickKind } from './picks.ts';

function notesOf(state: ReviewState): readonly Note[] {
  return focusOf(state)?.unit.record?.notes ?? [];
}

function rowOf(note: Note): PickRow {
  const { by, at } = note;
  const values = { by, at: shortTime(at) };
  const key = isOpenNote(note) ? 'review.notes.open' : 'review.notes.settled';
  return { id: note.id, text: note.text, note: { key, values } };
}

export const NOTES: PickKind = {
  purpose: 'notes',
  title: { key: 'review.notes.title' },
  typed: false,
  rows: (state) => notesOf(state).map(rowOf),
  choose: (state, { row }, at) => {
    const focus = focusOf(state);
    const note = notesOf(state).find(({ id }) => id === row.id);
    if (focus === null || note === undefined) return still(state);
    const { session, unit } = focus;
    const stamp = { key: unit.key, at: laterThan(unit.record, at), by: state.user };
    const operation = { type: 'resolve-note', ...stamp, note: note.id } as const;
    const toggled = isOpenNote(note) ? operation : ({ ...operation, open: true } as const);
    return commit(state, session, [...typedSoFar(state, at), toggled], { type: 'stay' });
  },
};

/** Opens the comments, if there are any. */
export function openNotes(state: ReviewState): Outcome {
  const isNone = notesOf(state).length === 0;
  return still(isNone ? refuse(state, 'review.refuse.noNotes') : openPick(state, NOTES));
}
