/** The order of the list of articles. */
import { say } from '../outcome.ts';
import { orderLabel } from '../labels.ts';
import { ARTICLE_ORDERS, type ArticleOrder } from '../order.ts';
import type { FindingCounts } from '../findings.ts';
import type { Overview } from '../overview.ts';
import type { ArticleLine, ReviewState } from '../state.ts';

function overviewIn({ summary }: ArticleLine): Overview | null {
  return summary === null || 'reason' in summary ? null : summary;
}

/** What the checks have not looked at yet stands at the end. */
function gravity({ findings }: Overview): FindingCounts {
  return findings ?? { errors: -1, warnings: -1 };
}

type Compare = (a: Overview, b: Overview) => number;

/** What each order puts first: the newest, the most to do, the gravest. */
const COMPARE: Readonly<Record<Exclude<ArticleOrder, 'name'>, Compare>> = {
  date: (a, b) => Number((a.date ?? '') < (b.date ?? '')) - Number((a.date ?? '') > (b.date ?? '')),
  left: (a, b) => b.wordsLeft - a.wordsLeft,
  findings: (a, b) =>
    gravity(b).errors - gravity(a).errors || gravity(b).warnings - gravity(a).warnings,
};

function compared(a: ArticleLine, b: ArticleLine, order: ArticleOrder): number {
  const [first, second] = [overviewIn(a), overviewIn(b)];
  if (order === 'name') return 0;
  // What has not been read, or cannot be, stands at the end.
  if (first === null || second === null) return Number(first === null) - Number(second === null);
  return COMPARE[order](first, second);
}

function byName(a: ArticleLine, b: ArticleLine): number {
  return a.slug < b.slug ? -1 : Number(a.slug > b.slug);
}

/** Lines in an order, by what is known of them now; equal ones by name. */
function sortedLines(lines: readonly ArticleLine[], order: ArticleOrder): ArticleLine[] {
  return [...lines].sort((a, b) => compared(a, b, order) || byName(a, b));
}

/**
 * Sorts the articles by the next order, the selection staying on its article. They keep their places
 * while figures change, until they are sorted again.
 */
export function sortArticles(state: ReviewState): ReviewState {
  const { articles } = state;
  const { lines, cursor } = articles;
  if (lines === null) return state;
  const at = ARTICLE_ORDERS.indexOf(articles.order) + 1;
  const order = ARTICLE_ORDERS[at % ARTICLE_ORDERS.length] ?? 'name';
  const sorted = sortedLines(lines, order);
  const here = lines[cursor.selected]?.slug;
  const selected = Math.max(
    0,
    sorted.findIndex(({ slug }) => slug === here),
  );
  const next = { ...articles, order, lines: sorted, cursor: { ...cursor, selected } };
  const told = say({ ...state, articles: next }, 'review.articles.sorted');
  const names = { order: orderLabel(order) };
  return told.notice === null ? told : { ...told, notice: { ...told.notice, names } };
}

/** The articles that there are now: in the order of their names, else each where it was, new ones last. */
export function inOrder(
  slugs: readonly string[],
  { lines, order }: ReviewState['articles'],
): readonly string[] {
  if (order === 'name' || lines === null) return slugs;
  const there = new Set(slugs);
  const kept = lines.map(({ slug }) => slug).filter((slug) => there.has(slug));
  const known = new Set(kept);
  return [...kept, ...slugs.filter((slug) => !known.has(slug))];
}
