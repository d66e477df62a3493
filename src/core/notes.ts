/** Notes on a segment. */
import { createHash } from 'node:crypto';
import type { Note, ReviewRecord } from './model.ts';

/** The id of a note: what is said once, is one note, however often its operation arrives. */
export function noteId(note: {
  readonly key: string;
  readonly at: string;
  readonly by: string;
  readonly text: string;
}): string {
  const { key, at, by, text } = note;
  const digest = createHash('sha256').update(JSON.stringify([key, at, by, text]), 'utf8');
  return `n${digest.digest('hex').slice(0, 12)}`;
}

/** Whether nobody has settled it, or somebody has opened it again since. */
export function isOpenNote({ resolved, reopened }: Note): boolean {
  return resolved === undefined || (reopened?.at ?? '') > resolved.at;
}

/** The notes that wait for somebody, oldest first. */
export function openNotes(record: ReviewRecord | undefined): readonly Note[] {
  return (record?.notes ?? []).filter(isOpenNote);
}

/** In the order of time, and in one of its own where that is the same. */
export function byNoteTime(a: Note, b: Note): number {
  return a.at + a.id < b.at + b.id ? -1 : 1;
}
