/** Shows the segments that a typed query asks for, beside the filter by status. */
import { parseFilter } from '../../../core/segment-filter.ts';
import { isComplete } from '../../findings.ts';
import { refuse, say, still } from '../../outcome.ts';
import type { Query, ReviewState, Session } from '../../state.ts';
import { asksForFindings, withQuery, withSession } from '../session.ts';
import type { PromptKind } from './prompts.ts';

/** The list without a query. */
function withoutQuery(state: ReviewState): ReviewState {
  const { session } = state;
  if (session === null) return state;
  return withSession(state, withQuery(session, null) ?? session);
}

/** The segments that fit come into the list as they are found. */
function stillChecking(state: ReviewState, session: Session, query: Query): ReviewState {
  const here = session.shown[session.cursor.selected] ?? 0;
  const shown = { ...session, query, shown: [here], cursor: { selected: 0, top: 0 } };
  return say(withSession(state, shown), 'review.notice.checking', {
    count: session.found.open.size,
  });
}

export const FILTER: PromptKind = {
  purpose: 'filter',
  title: () => ({ key: 'review.prompt.filter' }),
  start: (state) => {
    if (state.session === null) return refuse(state, 'review.refuse.noArticle');
    return state.session.query?.text ?? '';
  },
  submit: (state, { text }) => {
    const { session } = state;
    if (session === null) return still(state);
    if (text === '') return still(withoutQuery(state));
    const filter = parseFilter(text);
    if ('problem' in filter) return still(refuse(state, filter.problem, filter.values));
    const next = withQuery(session, { text, filter });
    if (next === null && asksForFindings({ text, filter }) && !isComplete(session.found)) {
      return still(stillChecking(state, session, { text, filter }));
    }
    if (next === null) return still(refuse(state, 'review.refuse.noneFits', { query: text }));
    const told = say(state, 'review.notice.filtered', { count: next.shown.length });
    return still(withSession(told, next));
  },
};
