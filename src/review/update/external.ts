/** The target in the person's own editor. */
import { plainText } from '../../core/tags.ts';
import { laterThan } from '../later.ts';
import { type Outcome, say, still } from '../outcome.ts';
import type { ReviewState, Session } from '../state.ts';
import { replaceAll } from '../text/edits.ts';
import { changed, edit } from './editor.ts';
import { personDraft } from './operations.ts';
import { typedSoFar } from './overlays/deeds.ts';
import { commit } from './saving.ts';
import { editingOf, type Focus, select, withSession } from './session.ts';
import { cameBackForNothing } from './vanished.ts';

/** Hands the target over; the segment's editor opens, so that what comes back has its place. */
export function editExternally(state: ReviewState): Outcome {
  const opened = state.session?.editor === null ? edit(state) : state;
  const editing = editingOf(opened);
  if (editing === null) return still(opened);
  const { unit, editor } = editing;
  const source = plainText(unit.segment.text);
  const hint = state.t('review.external.hint');
  const { text } = editor.buffer;
  return [opened, [{ type: 'external-edit', key: unit.key, source, text, hint }]];
}

/** Whether something else has the keys than the list or this segment's editor. */
function isElsewhere({ overlay }: ReviewState, { editor }: Session, key: string): boolean {
  return editor?.key !== key && (editor !== null || overlay !== null);
}

/** Keys that came before the terminal was given away have opened something else: both texts are kept. */
function besideAnother(
  state: ReviewState,
  { session, unit }: Focus,
  { text, at }: { readonly text: string; readonly at: string },
): Outcome {
  if (text.trim() === '') return still(state);
  const { key, segment, record } = unit;
  const stamp = { at: laterThan(record, at), by: state.user };
  const draft = personDraft(key, segment.text, text.normalize('NFC'), stamp);
  const there = select({ ...session, editor: null }, unit.index);
  const told = say(state, 'review.notice.externalTaken');
  return commit(told, there, [...typedSoFar(state, at), draft], { type: 'stay' });
}

/** The text that came back, as one edit. */
export function externallyEdited(
  state: ReviewState,
  { key, text }: { readonly key: string; readonly text: string },
  at: string,
): Outcome {
  const { session } = state;
  const unit = session?.article.units.find((candidate) => candidate.key === key);
  if (session === null || unit === undefined) {
    return still(cameBackForNothing(state, text));
  }
  if (isElsewhere(state, session, key))
    return besideAnother(state, { session, unit }, { text, at });
  const here = withSession(state, select(session, unit.index));
  const opened = here.session?.editor === null ? edit(here) : here;
  const [next, effects] = changed(opened, (buffer) => replaceAll(buffer, text), at);
  return [say(next, 'review.notice.externalTaken'), effects];
}
