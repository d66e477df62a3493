/** Two people have typed a text for one segment: whoever is at the screen is told, wherever they are. */
import type { Draft, ReviewRecord, Unit } from '../../core/model.ts';
import { isServed, personsDraft } from '../../core/persons-draft.ts';
import { type Outcome, say } from '../outcome.ts';
import type { Session } from '../state.ts';

/** All that people have typed for a segment and that no sign-off of theirs has settled. */
function typedIn(record: ReviewRecord | undefined): readonly Draft[] {
  if (record === undefined) return [];
  const drafts = [...(record.aside ?? []), personsDraft(record) ?? []].flat();
  return drafts.filter((draft) => !isServed(record, draft));
}

/** The newest text by somebody else that was not known before. */
function newText(before: ReviewRecord | undefined, after: ReviewRecord | undefined, user: string) {
  const known = new Set(typedIn(before).map(({ at, by }) => `${at} ${by}`));
  return typedIn(after).findLast(({ at, by }) => by !== user && !known.has(`${at} ${by}`));
}

/** Whether this person has a text for the segment: on record, or in the editor that is open. */
function hasText({ user, editor }: Session, { key, record }: Unit): boolean {
  if (typedIn(record).some(({ by }) => by === user)) return true;
  return editor?.key === key && (editor.own || editor.jotted !== null);
}

/** The first segment for which somebody else has typed a text beside this person's. */
function bothTyped(before: Session, units: readonly Unit[]) {
  for (const unit of units) {
    const old = before.article.records.get(unit.key);
    if (unit.record === old || !hasText(before, unit)) continue;
    const draft = newText(old, unit.record, before.user);
    if (draft !== undefined) return { by: draft.by ?? '', number: unit.index + 1 };
  }
  return null;
}

/** Says so, unless there is worse to say. */
export function tellBothTyped([state, effects]: Outcome, before: Session): Outcome {
  const { session, notice, overlay } = state;
  const isOther = session === null || session.slug !== before.slug;
  if (isOther || notice?.tone === 'error' || overlay?.type === 'page') return [state, effects];
  const found = bothTyped(before, session.article.units);
  return found === null
    ? [state, effects]
    : [say(state, 'review.notice.bothTyped', found), effects];
}
