/** Lines that are typed about the selected segment: a comment, a reason, a name, a corrected source. */
import { correctionMessage, correctionOperation } from '../../../core/correction.ts';
import type { MessageKey } from '../../../core/messages.ts';
import type { Operation } from '../../../core/operations.ts';
import { laterThan } from '../../later.ts';
import { type Outcome, refuse, say, still } from '../../outcome.ts';
import type { PromptPurpose } from '../../overlay.ts';
import type { ReviewState } from '../../state.ts';
import { targetText } from '../../unit.ts';
import { commit } from '../saving.ts';
import { draftOf } from '../operations.ts';
import { editingOf, type Focus, focusOf } from '../session.ts';
import type { PromptKind } from './prompts.ts';

/** What one segment's line becomes, or why it becomes nothing. */
type Deed = (
  focus: Focus,
  text: string,
  stamp: { readonly key: string; readonly at: string; readonly by: string },
) => Operation | MessageKey;

interface Kind {
  readonly purpose: PromptPurpose;
  readonly title: MessageKey;
  readonly done: MessageKey;
  readonly holds?: PromptKind['holds'];
  /** What stands in the line at first, or why nothing can be asked here. */
  readonly start?: (focus: Focus) => { readonly text: string } | { readonly refuse: MessageKey };
  readonly deed: Deed;
}

function begin(state: ReviewState, { start }: Kind): string | ReviewState {
  const focus = focusOf(state);
  if (focus === null || focus.unit.key === '') return refuse(state, 'review.refuse.noSegment');
  const first = start?.(focus) ?? { text: '' };
  return 'refuse' in first ? refuse(state, first.refuse) : first.text;
}

/** What is being typed goes to disk first: a commit takes the editor's text for saved. */
export function typedSoFar(state: ReviewState, at: string): readonly Operation[] {
  const editing = editingOf(state);
  if (editing === null) return [];
  const { editor, unit } = editing;
  if (editor.jotted === null && editor.buffer.text === editor.base) return [];
  return [draftOf(editor, unit, { at, by: state.user })];
}

function submit(state: ReviewState, kind: Kind, text: string, at: string): Outcome {
  const focus = focusOf(state);
  if (focus === null) return still(state);
  const { session, unit } = focus;
  const stamp = { key: unit.key, at: laterThan(unit.record, at), by: state.user };
  const operation = kind.deed(focus, text, stamp);
  if (typeof operation === 'string') return still(refuse(state, operation));
  const operations = [...typedSoFar(state, at), operation];
  return commit(say(state, kind.done), session, operations, { type: 'stay' });
}

function promptOf(kind: Kind): PromptKind {
  return {
    purpose: kind.purpose,
    holds: kind.holds ?? 'segment',
    title: () => ({ key: kind.title }),
    start: (state) => begin(state, kind),
    submit: (state, { text }, at) => submit(state, kind, text, at),
  };
}

/** A remark for colleagues. */
export const COMMENT: PromptKind = promptOf({
  purpose: 'comment',
  title: 'review.prompt.comment',
  done: 'review.notice.commented',
  deed: (_, text, stamp) =>
    text === '' ? 'review.refuse.nothingTyped' : { type: 'note', ...stamp, text },
});

/** Leaves the segment out of the other edition; nobody does that without a reason. */
export const OMIT: PromptKind = promptOf({
  purpose: 'omit',
  title: 'review.prompt.omit',
  done: 'review.notice.omitted',
  holds: 'source',
  start: ({ unit }) =>
    unit.status === 'omitted' ? { refuse: 'review.refuse.omittedAlready' } : { text: '' },
  deed: ({ unit }, reason, stamp) =>
    reason === ''
      ? 'review.refuse.noReason'
      : { type: 'omit', ...stamp, reason, source: unit.segment.text },
});

/** Gives the segment to somebody; an empty line gives it to nobody. */
export const ASSIGN: PromptKind = promptOf({
  purpose: 'assign',
  title: 'review.prompt.assign',
  done: 'review.notice.assigned',
  start: ({ unit }) => ({ text: unit.record?.assigned?.to ?? '' }),
  deed: (_, to, stamp) => ({ type: 'assign', ...stamp, to: to === '' ? null : to }),
});

/** Corrects the source, in the article too. The target waits for a new approval. */
export const CORRECT: PromptKind = promptOf({
  purpose: 'correct',
  title: 'review.prompt.correct',
  done: 'review.notice.corrected',
  holds: 'source',
  start: ({ unit }) => ({ text: unit.segment.text }),
  deed: ({ session, unit }, after, { at, by }) => {
    if (after === '') return 'review.refuse.nothingTyped';
    if (after === unit.segment.text) return 'review.refuse.sameSource';
    const planned = correctionOperation(session.article, { unit, after, target: null, at, by });
    return 'problem' in planned ? correctionMessage(planned.problem) : planned.operation;
  },
});

/** Takes a segment that was left out in again. */
export function include(state: ReviewState, at: string): Outcome {
  const focus = focusOf(state);
  if (focus?.unit.status !== 'omitted') return still(refuse(state, 'review.refuse.notOmitted'));
  const { session, unit } = focus;
  const stamp = { key: unit.key, at: laterThan(unit.record, at), by: state.user };
  const told = say(state, 'review.notice.included', { text: targetText(unit) });
  return commit(told, session, [{ type: 'include', ...stamp }], { type: 'stay' });
}
