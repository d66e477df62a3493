/** Goes to a segment by the number that the list shows. */
import { type Outcome, refuse, still } from '../../outcome.ts';
import type { ReviewState, Session } from '../../state.ts';
import { goToUnit } from '../saving.ts';
import { select } from '../session.ts';
import type { PromptKind } from './prompts.ts';

/** The session without its filter by status, on the segment that it is on. */
function withoutFilter(session: Session): Session {
  const here = session.shown[session.cursor.selected] ?? 0;
  const shown = session.article.units.map((_, at) => at);
  return select({ ...session, filter: 'all', query: null, shown }, here);
}

/** Goes to the segment of a number, counted from 1. */
export function goToNumber(state: ReviewState, number: number, at: string): Outcome {
  const { session } = state;
  if (session === null) return still(refuse(state, 'review.refuse.noArticle'));
  const { length } = session.article.units;
  const isThere = Number.isInteger(number) && number >= 1 && number <= length;
  if (!isThere) return still(refuse(state, 'review.refuse.noNumber', { number, last: length }));
  // A filter that hides the segment gives way.
  const open = session.shown.includes(number - 1) ? session : withoutFilter(session);
  return goToUnit(state, open, number - 1, at);
}

export const GO_TO: PromptKind = {
  purpose: 'go-to',
  title: () => ({ key: 'review.prompt.goTo' }),
  start: (state) => (state.session === null ? refuse(state, 'review.refuse.noArticle') : ''),
  submit: (state, { text }, at) => {
    const digits = text.replace(/^[:：#＃]/, '').normalize('NFKC');
    return text === '' ? still(state) : goToNumber(state, Number(digits), at);
  },
};
