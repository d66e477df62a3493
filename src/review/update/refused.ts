/** A correction that the article does not take, since somebody has changed it meanwhile. */
import type { Operation } from '../../core/operations.ts';
import { type Outcome, refuse, still } from '../outcome.ts';
import type { ReviewState, Saving } from '../state.ts';
import { close } from './arrive.ts';
import { CORRECT } from './overlays/deeds.ts';
import { openLine } from './overlays/prompts.ts';
import { notWritten } from './unsaved.ts';

function isCorrection({ type }: Operation): boolean {
  return type === 'correct-source';
}

/** The line once more, with what was typed; not where a correction was only taken back or made again. */
function askedAgain(state: ReviewState, { slug, operations }: Saving): ReviewState {
  const asked = operations.find((operation) => operation.type === 'correct-source');
  const isTyped = asked !== undefined && state.replay === 'none' && state.session?.slug === slug;
  return isTyped && state.overlay === null
    ? openLine(state, CORRECT, { text: asked.after, subject: '' })
    : state;
}

/** Drops the correction, which would keep all that comes after it from the disk, and goes on with the rest. */
export function correctionRefused(state: ReviewState, slug: string, reason: string): Outcome {
  const { saving } = state;
  if (saving === null || saving.slug !== slug) return still(state);
  const unsaved = state.unsaved.filter(
    ({ operation }) => !isCorrection(operation) || !saving.sent.includes(operation),
  );
  const failure = unsaved.length === 0 ? null : state.failure;
  const asked = askedAgain({ ...state, saving: null, unsaved, failure }, saving);
  const told = refuse(asked, 'review.notice.correctionRefused', { reason });
  const next: ReviewState = { ...told, replay: 'none' };
  if (state.ending) return close(next);
  const rest = saving.operations.filter((operation) => !isCorrection(operation));
  return rest.length === 0
    ? still(next)
    : notWritten(next, slug, rest, { reason, journalled: false });
}
