/** Notes, and who is to work on a segment. */
import { laterAssignment } from '../assignment.ts';
import type { Assignment, Note } from '../model.ts';
import { byNoteTime, isOpenNote, noteId } from '../notes.ts';
import type { AssignOperation, NoteOperation, ResolveNoteOperation } from '../operations.ts';
import { recordOf, type Working } from './working.ts';

export function putNote(state: Working, op: NoteOperation): void {
  const record = recordOf(state, op.key);
  const notes = record.notes ?? [];
  const id = noteId(op);
  if (notes.some((note) => note.id === id)) return;
  const { at, by, text } = op;
  const note = { id, at, by, text };
  state.records.set(op.key, { ...record, notes: [...notes, note].sort(byNoteTime) });
}

/** When it was settled or opened last. */
function lastTurn({ resolved, reopened }: Note): string {
  const times = [resolved?.at ?? '', reopened?.at ?? ''];
  return times.reduce((a, b) => (a > b ? a : b));
}

function turned(note: Note, { at, by, open }: ResolveNoteOperation): Note {
  const opens = open === true;
  if (lastTurn(note) >= at || isOpenNote(note) === opens) return note;
  return opens ? { ...note, reopened: { by, at } } : { ...note, resolved: { by, at } };
}

export function resolveNote(state: Working, op: ResolveNoteOperation): void {
  const record = recordOf(state, op.key);
  if (record.notes === undefined) return;
  const notes = record.notes.map((note) => (note.id === op.note ? turned(note, op) : note));
  state.records.set(op.key, { ...record, notes });
}

export function assign(state: Working, { key, to, by, at }: AssignOperation): void {
  const record = recordOf(state, key);
  const assignment: Assignment = { to, by, at };
  const assigned =
    record.assigned === undefined ? assignment : laterAssignment(record.assigned, assignment);
  state.records.set(key, { ...record, assigned });
}
