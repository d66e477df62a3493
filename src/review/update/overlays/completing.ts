/** Completes what is typed in the line of the filter. */
import { completeFilter } from '../../../core/segment-filter.ts';
import { type Outcome, refuse, say, still } from '../../outcome.ts';
import type { ReviewState } from '../../state.ts';
import { insert } from '../../text/edits.ts';
import { textBuffer } from '../../text/text-buffer.ts';

/** What all candidates begin with. */
function shared(candidates: readonly string[]): string {
  const [first = ''] = candidates;
  let length = first.length;
  for (const candidate of candidates) {
    while (!candidate.startsWith(first.slice(0, length))) length -= 1;
  }
  return first.slice(0, length);
}

/** Writes on as far as there is one way to go, and says what the others are. */
export function complete(state: ReviewState): Outcome {
  const { overlay } = state;
  if (overlay?.type !== 'prompt' || overlay.purpose !== 'filter') return still(state);
  const { text, caret } = overlay.buffer;
  const { from, to, candidates } = completeFilter(text, caret);
  if (candidates.length === 0) return still(refuse(state, 'review.refuse.noCompletion'));
  const rest = text.slice(to);
  const buffer = insert(textBuffer(text.slice(0, from) + rest, from), shared(candidates));
  const next = { ...state, overlay: { ...overlay, buffer } };
  const names = candidates.slice(0, 12).join('  ');
  return still(candidates.length === 1 ? next : say(next, 'review.notice.completions', { names }));
}
