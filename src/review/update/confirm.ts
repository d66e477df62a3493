/** Signing off, and taking it back. */
import { compareTags } from '../../core/tags.ts';
import type { TagDifference } from '../../core/tags.ts';
import type { Unit } from '../../core/model.ts';
import { personsDraft } from '../../core/persons-draft.ts';
import { type Outcome, refuse, say, still } from '../outcome.ts';
import type { Message } from '../message.ts';
import type { After, ReviewState, Session } from '../state.ts';
import {
  baseText,
  hasSigned,
  isEditable,
  lastSignOff,
  rivalOf,
  standingSignOff,
  targetLang,
  targetText,
} from '../unit.ts';
import { draftOf, dropDraft, personDraft, revoke, signOff } from './operations.ts';
import { arrive } from './arrive.ts';
import { typedSoFar } from './overlays/deeds.ts';
import { commit } from './saving.ts';
import { editingOf, type Focus, focusOf } from './session.ts';

const TAG_MESSAGES = [
  ['broken', 'review.refuse.tagsBroken'],
  ['missing', 'review.refuse.tagsMissing'],
  ['extra', 'review.refuse.tagsExtra'],
  ['emptied', 'review.refuse.tagsEmptied'],
] as const;

function aboutTags(difference: TagDifference): Message | null {
  const found = TAG_MESSAGES.find(([kind]) => difference[kind].length > 0);
  if (found === undefined) return null;
  return { key: found[1], values: { tags: difference[found[0]].join(' ') } };
}

/** Why a segment cannot be signed off with this target, or null. */
function objection(unit: Unit, target: string): Message | null {
  if (unit.status === 'omitted') return { key: 'review.refuse.omitted' };
  if (!isEditable(unit)) return { key: 'review.refuse.untranslatable' };
  if (target === '') return { key: 'review.refuse.empty' };
  const difference = compareTags(unit.segment.text, target);
  return difference === null ? null : aboutTags(difference);
}

/** The list shows one text only: whoever chooses between two has to have both before them. */
function unseenChoice(session: Session, unit: Unit): Message | null {
  const isUnseen = unit.status === 'conflict' && session.editor === null;
  return isUnseen ? { key: 'review.refuse.conflict' } : null;
}

/** The newest texts that the person has before them: in the editor, those it was opened with. */
function seenBy({ session, unit }: Focus) {
  if (session.editor === null) return { seen: lastSignOff(unit)?.at ?? null };
  const { seen, over } = session.editor;
  return { seen, over };
}

/** Signs the selected segment off as it stands in the editor, or in the list. */
export function confirm(state: ReviewState, after: After, at: string): Outcome {
  const focus = focusOf(state);
  if (focus === null) return still(state);
  const { session, unit } = focus;
  const text = session.editor?.buffer.text ?? targetText(unit);
  const target = text.normalize('NFC').trim();
  const reason = objection(unit, target) ?? unseenChoice(session, unit);
  if (reason !== null) return still(refuse(state, reason.key, reason.values));
  if (hasSigned(unit, target, state.user)) return alreadySigned(state, unit, after, at);
  const operation = signOff(unit, target, { at, by: state.user }, seenBy(focus));
  return commit(state, session, [operation], after);
}

/** Nothing to sign: what was typed and undone again leaves no draft behind. */
function alreadySigned(state: ReviewState, unit: Unit, after: After, at: string): Outcome {
  const editing = editingOf(state);
  if (editing !== null && editing.editor.jotted !== null) {
    const { session, editor } = editing;
    return commit(state, session, [draftOf(editor, unit, { at, by: state.user })], after);
  }
  if (editing !== null && after.type === 'go') return arrive(state, after);
  const isReviewed = unit.status === 'reviewed';
  return still(refuse(state, isReviewed ? 'review.refuse.already' : 'review.refuse.signed'));
}

/** Keeps the approval that stands, and forgets the text that was written beside it. */
export function keepTheirs(state: ReviewState, at: string): Outcome {
  const focus = focusOf(state);
  if (focus === null) return still(state);
  const { session, unit } = focus;
  const theirs = rivalOf(unit, baseText(session, unit));
  if (theirs === null) return still(refuse(state, 'review.refuse.noRival'));
  const stamp = { at, by: state.user };
  // Where two people have to sign, the first one's text is a draft until the second has.
  const operation =
    unit.status === 'reviewed'
      ? dropDraft(unit, stamp, session.editor?.over ?? personsDraft(unit.record)?.at ?? null)
      : personDraft(unit.key, unit.segment.text, theirs[targetLang(unit)], stamp);
  const kept = say(state, 'review.notice.keptTheirs', { by: theirs.by });
  return commit(kept, { ...session, editor: null }, [operation], { type: 'leave' });
}

/** Takes the selected segment's approval back. */
export function takeBack(state: ReviewState, at: string): Outcome {
  const focus = focusOf(state);
  return focus === null ? still(state) : takeBackOf(state, focus, at);
}

function takeBackOf(state: ReviewState, { session, unit }: Focus, at: string): Outcome {
  if (unit.status === 'stale' || unit.status === 'conflict' || standingSignOff(unit) === null) {
    return still(refuse({ ...state, session }, 'review.refuse.noRevoke'));
  }
  const operations = [...typedSoFar(state, at), revoke(unit, { at, by: state.user })];
  return commit(state, session, operations, { type: 'stay' });
}
