/** The panel's notes: what people have remarked on the segment. */
import { shortTime } from '../../../core/short-time.ts';
import type { Note, Unit } from '../../../core/model.ts';
import { isOpenNote } from '../../../core/notes.ts';
import { visible, visibleLine } from '../../../core/safe-text.ts';
import { part, type View, wrapRuns } from '../row.ts';
import { signsOf } from '../signs.ts';
import { type Entry, entryOf } from './entry.ts';

/** The open ones first, the newest first. */
function notesOf({ record }: Unit): readonly Note[] {
  const notes = (record?.notes ?? []).toReversed();
  return [...notes.filter(isOpenNote), ...notes.filter((note) => !isOpenNote(note))];
}

const INDENT = 3;

/** An entry for each note: who, when, what; a settled one says so. */
export function noteEntries(
  unit: Unit,
  { width, view }: { readonly width: number; readonly view: View },
): readonly Entry[] {
  const { yes } = signsOf(view.ascii);
  return notesOf(unit).map((note) => {
    const isOpen = isOpenNote(note);
    const said = [
      part(`${visibleLine(note.by)}, ${shortTime(note.at)}  `, 'faint'),
      part(isOpen ? '' : `${view.t('review.panel.resolved')}  `, 'reviewed'),
      part(visible(note.text), isOpen ? 'plain' : 'faint'),
    ];
    const prefix = [part(isOpen ? '   ' : ` ${yes} `, isOpen ? 'plain' : 'reviewed')];
    return entryOf(prefix, INDENT, wrapRuns(said, width - INDENT - 1));
  });
}
