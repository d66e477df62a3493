/** The list of articles: what is known of each, and the way in and out of one. */
import type { ArticleState } from '../../core/state.ts';
import { countsOf, type FindingCounts, isComplete } from '../findings.ts';
import { type Overview, overviewOf } from '../overview.ts';
import { type Outcome, refuse, say, still } from '../outcome.ts';
import type { ArticleLine, ReviewState, Session, Unreadable } from '../state.ts';
import { inOrder } from './dashboard.ts';
import { withOperations } from './follow.ts';
import { openSession } from './session.ts';
import { unsavedOf } from './unsaved.ts';

/** Shows the articles' names; what was known of them stays until it is read again. */
export function listed(state: ReviewState, found: readonly string[]): ReviewState {
  const slugs = inOrder(found, state.articles);
  const before = new Map((state.articles.lines ?? []).map((line) => [line.slug, line.summary]));
  const lines = slugs.map((slug) => ({ slug, summary: before.get(slug) ?? null }));
  const { cursor, last, order } = state.articles;
  const here = state.articles.lines === null ? last : state.articles.lines[cursor.selected]?.slug;
  const at = slugs.indexOf(here ?? '');
  const wanted = at === -1 ? cursor.selected : at;
  const selected = Math.min(wanted, Math.max(0, lines.length - 1));
  const articles = { lines, last, order, cursor: { ...cursor, selected }, outdated: false };
  return { ...state, articles };
}

/** What the checks had found stands until they have looked again. */
function withCounts(
  summary: Overview | Unreadable,
  before: ArticleLine['summary'],
): Overview | Unreadable {
  if ('reason' in summary || before === null || 'reason' in before) return summary;
  return { ...summary, findings: summary.findings ?? before.findings };
}

/** Puts an article's figures into its line. */
export function summarised(
  state: ReviewState,
  slug: string,
  summary: Overview | Unreadable,
): ReviewState {
  const { lines } = state.articles;
  if (lines === null) return state;
  const next = lines.map((line): ArticleLine =>
    line.slug === slug ? { slug, summary: withCounts(summary, line.summary) } : line,
  );
  return { ...state, articles: { ...state.articles, lines: next } };
}

/** Puts what the checks have found into an article's line. */
export function counted(state: ReviewState, slug: string, findings: FindingCounts): ReviewState {
  const line = state.articles.lines?.find((each) => each.slug === slug);
  const summary = line?.summary ?? null;
  if (summary === null || 'reason' in summary) return state;
  return summarised(state, slug, { ...summary, findings });
}

/** An article's figures: its findings as far as they are known, else they are asked for. */
export function summarisedNow(
  state: ReviewState,
  article: ArticleState,
  findings: FindingCounts | null,
): Outcome {
  const { slug } = article.article;
  const next = summarised(state, slug, overviewOf(article, findings));
  const { checks } = state;
  return [next, findings === null ? [{ type: 'count', article, checks }] : []];
}

/** Asks for an article; keys wait until it is there. */
export function openArticle(state: ReviewState, slug: string): Outcome {
  return [{ ...state, opening: slug }, [{ type: 'open', slug }]];
}

/** Opens the selected article. */
export function openSelected(state: ReviewState): Outcome {
  const line = state.articles.lines?.[state.articles.cursor.selected];
  if (line === undefined) return still(say(state, 'review.articles.empty'));
  return openArticle(state, line.slug);
}

/** The article is there. */
export function opened(state: ReviewState, slug: string, article: ArticleState): Outcome {
  if (state.opening !== slug) return still(state);
  const shown = withOperations(article, unsavedOf(state, slug), state.signOffs);
  const session = openSession(slug, shown, state);
  const next = { ...state, opening: null, session };
  const file = article.unreadable[0];
  return still(file === undefined ? next : refuse(next, 'review.notice.unreadable', { file }));
}

/** The article cannot be opened: back to the list, with the reason. */
export function openFailed(state: ReviewState, slug: string, reason: string): Outcome {
  if (state.opening !== slug) return still(state);
  const next = refuse({ ...state, opening: null, waiting: [] }, 'review.notice.openFailed', {
    slug,
    reason,
  });
  if (state.ending) return [{ ...next, closed: true }, [{ type: 'quit' }]];
  return [next, next.articles.lines === null ? [{ type: 'list', checks: state.checks }] : []];
}

/** Goes back to the list of articles, whose line has the figures of this session. */
export function leaveSession(state: ReviewState, session: Session): Outcome {
  const articles = { ...state.articles, last: session.slug };
  const left: ReviewState = { ...state, session: null, articles };
  const { article, found } = session;
  const isKnown = isComplete(found) && found.article === article;
  const [next, effects] = summarisedNow(left, article, isKnown ? countsOf(found) : null);
  const { lines, outdated } = next.articles;
  if (lines === null || outdated) return [next, [{ type: 'list', checks: state.checks }]];
  return [next, effects];
}
