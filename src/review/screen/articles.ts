/** The dashboard: the articles with what is to be done on each, and what that makes together. */
import { STATUSES } from '../../core/model.ts';
import { visible } from '../../core/safe-text.ts';
import { orderLabel } from '../labels.ts';
import type { Overview } from '../overview.ts';
import type { ArticleLine, Articles, ReviewState } from '../state.ts';
import type { Counts } from '../summary.ts';
import { fit } from '../text/fit.ts';
import { findingParts, leftText, overviewParts, type Plan, planFor } from './dashboard.ts';
import { bar, countParts, heading, percent } from './frame.ts';
import { jobRows, jobRowsOf } from './jobs.ts';
import { articleRows } from './layout.ts';
import { safeMessage } from './messages.ts';
import { BLANK, type Part, type Row, type View, clipped, part, row } from './row.ts';

/** Rows of the list itself: the totals and a job's panel stand below it. */
export function dashboardRows(state: ReviewState): number {
  return Math.max(1, articleRows(state.size) - 1 - jobRowsOf(state));
}

function overviewsOf(lines: readonly ArticleLine[]): Overview[] {
  return lines.flatMap(({ summary }) => (summary === null || 'reason' in summary ? [] : [summary]));
}

function lineParts(line: ArticleLine, plan: Plan, view: View): readonly Part[] {
  const { slug, summary } = line;
  const name = part(fit(slug, plan.slug), 'strong');
  if (summary === null) return [name, part(`  ${view.t('review.articles.reading')}`, 'faint')];
  if (!('reason' in summary)) return [name, ...overviewParts(summary, plan, view)];
  const message = { key: 'review.articles.failed', values: { reason: summary.reason } } as const;
  return [name, part(`  ${safeMessage(view.t, message)}`, 'error')];
}

/** The gutter and the last cell. */
const EDGES = 3;

/** The lines of the list that are in view, in `rows` rows. */
function articleRowsOf(
  { articles, overlay }: ReviewState,
  size: { readonly columns: number; readonly rows: number },
  view: View,
): readonly Row[] {
  const { lines, cursor } = articles;
  const blank = Array.from({ length: size.rows }, () => BLANK);
  if (lines === null) return blank.with(0, row(part(` ${view.t('review.articles.reading')}`)));
  if (lines.length === 0) return blank.with(0, row(part(` ${view.t('review.articles.empty')}`)));
  const slugs = lines.map(({ slug }) => slug);
  const plan = planFor(slugs, overviewsOf(lines), size.columns - EDGES, view);
  return blank.map((empty, at) => {
    const line = lines[cursor.top + at];
    if (line === undefined) return empty;
    const isSelected = cursor.top + at === cursor.selected;
    const parts = [
      part(isSelected ? '> ' : '  ', 'strong'),
      ...clipped(lineParts(line, plan, view), size.columns - EDGES),
    ];
    return isSelected && overlay === null ? { parts, inverse: true } : { parts };
  });
}

function sum(overviews: readonly Overview[], figure: (overview: Overview) => number): number {
  return overviews.reduce((total, overview) => total + figure(overview), 0);
}

function countsOf(overviews: readonly Overview[]): Counts {
  const total = (status: (typeof STATUSES)[number]) =>
    sum(overviews, ({ counts }) => counts[status]);
  return Object.fromEntries(STATUSES.map((status) => [status, total(status)])) as Counts;
}

/** What all articles make together, as far as they have been read. */
function totalsRow({ lines }: Articles, columns: number, view: View): Row {
  if (lines === null || lines.length === 0) return row();
  const overviews = overviewsOf(lines);
  const done = sum(overviews, (overview) => overview.done);
  const segments = sum(overviews, (overview) => overview.segments);
  const left = {
    zh: sum(overviews, (overview) => overview.left.zh),
    en: sum(overviews, (overview) => overview.left.en),
  };
  const findings = {
    errors: sum(overviews, (overview) => overview.findings?.errors ?? 0),
    warnings: sum(overviews, (overview) => overview.findings?.warnings ?? 0),
  };
  const words = leftText(left);
  const found = findingParts(findings);
  const parts = [
    part(` ${view.t('review.articles.total', { count: lines.length })}`, 'strong'),
    part(`  ${bar(done, segments, 8, view.ascii)} ${percent(done, segments)} ${done}/${segments}`),
    ...(words === '' ? [] : [part(`  ${view.t('review.articles.left', { words })}`)]),
    part('  '),
    ...(found.length === 0 ? [] : [...found, part('  ')]),
    ...countParts(countsOf(overviews), view.ascii),
  ];
  return row(...clipped(parts, columns - 1));
}

/** The list under its heading, the totals, and below them the job that runs or ran last. */
export function articleScreen(state: ReviewState, view: View): readonly Row[] {
  const { size, articles, opening } = state;
  const { columns } = size;
  const rows = articleRowsOf(state, { columns, rows: dashboardRows(state) }, view);
  const isOpening = opening !== null && articles.lines === null;
  const message = view.t('review.opening', { slug: visible(opening ?? '') });
  const order = view.t('review.articles.by', { order: view.t(orderLabel(articles.order)) });
  return [
    row(...heading([part(order, 'faint')], columns, view)),
    ...(isOpening ? rows.with(0, row(part(` ${message}`))) : rows),
    totalsRow(articles, columns, view),
    ...jobRows(state, view),
  ];
}
