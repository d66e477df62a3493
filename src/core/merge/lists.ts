/** Three-way merge of what only ever grows: notes, corrections, what is past. */
import { laterAssignment } from '../assignment.ts';
import type { Assignment, Correction, Deed, Note, PastEvent, ReviewRecord } from '../model.ts';
import { byNoteTime } from '../notes.ts';
import { byTime } from '../past.ts';
import { canonicalText, takeChange, type Versions } from './three-way.ts';

type Records = Versions<ReviewRecord>;

/** A list without items is no field. */
function orNone<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length === 0 ? undefined : items;
}

/** Everything that either side has, each once. */
function unite<Item>(ours: readonly Item[] = [], theirs: readonly Item[] = []): Item[] {
  return [...new Map([...ours, ...theirs].map((item) => [canonicalText(item), item])).values()];
}

function laterDeed(a: Deed | undefined, b: Deed | undefined): Deed | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return canonicalText([a.at, a.by]) > canonicalText([b.at, b.by]) ? a : b;
}

/** The same note on both sides: what became of it last. */
function mergeNote(ours: Note, theirs: Note): Note {
  const { id, at, by, text } = ours;
  const resolved = laterDeed(ours.resolved, theirs.resolved);
  const reopened = laterDeed(ours.reopened, theirs.reopened);
  return {
    id,
    at,
    by,
    text,
    ...(resolved === undefined ? {} : { resolved }),
    ...(reopened === undefined ? {} : { reopened }),
  };
}

/** All notes of both sides, by id. None is ever taken out. */
export function mergeNotes({ ours, theirs }: Records): readonly Note[] | undefined {
  const notes = new Map((ours.notes ?? []).map((note) => [note.id, note]));
  for (const note of theirs.notes ?? []) {
    const mine = notes.get(note.id);
    notes.set(note.id, mine === undefined ? note : mergeNote(mine, note));
  }
  return orNone([...notes.values()].sort(byNoteTime));
}

/** The side that changed it; of two that did, the later. */
export function mergeAssignment({ base, ours, theirs }: Records): Assignment | undefined {
  const [old, mine, other] = [base.assigned, ours.assigned, theirs.assigned];
  const taken = takeChange({ base: old, ours: mine, theirs: other });
  if (taken !== null) return taken.value;
  if (mine === undefined || other === undefined) return mine ?? other;
  return laterAssignment(mine, other);
}

export function mergeCorrections({ ours, theirs }: Records): readonly Correction[] | undefined {
  const rank = ({ at, by, after }: Correction): string => JSON.stringify([at, by, after]);
  const all = unite(ours.corrections, theirs.corrections);
  return orNone(all.sort((a, b) => (rank(a) < rank(b) ? -1 : 1)));
}

export function mergePast({ ours, theirs }: Records): readonly PastEvent[] | undefined {
  return orNone(unite(ours.past, theirs.past).sort(byTime));
}

/** The text that the key was matched with last. */
export function mergeMatched({ base, ours, theirs }: Records): ReviewRecord['matched'] {
  const [old, mine, other] = [base.matched, ours.matched, theirs.matched];
  const taken = takeChange({ base: old, ours: mine, theirs: other });
  if (taken !== null) return taken.value;
  if (mine === undefined || other === undefined) return mine ?? other;
  return mine.at + mine.source > other.at + other.source ? mine : other;
}
