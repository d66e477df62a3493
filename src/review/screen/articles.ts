/** The list of articles with their progress. */
import type { ArticleSummary } from '../../core/summary.ts';
import type { ArticleLine, Articles } from '../state.ts';
import { fit } from '../text/fit.ts';
import { widthOf } from '../text/width.ts';
import { bar, countParts, percent } from './frame.ts';
import { safeMessage } from './messages.ts';
import { BLANK, type Part, type Row, type View, clipped, part, partsWidth, row } from './row.ts';

interface Columns {
  readonly slug: number;
  readonly title: number;
  readonly bar: number;
  /** Cells of the longest `done/total`. */
  readonly figures: number;
  readonly counts: number;
}

const PERCENT = 5;
/** The gutter, two spaces before each column, and the last cell. */
const GAPS = 11;

function figuresOf({ done, segments }: ArticleSummary): string {
  return `${done}/${segments}`;
}

function longest(lines: readonly ArticleLine[], cells: (line: ArticleLine) => number): number {
  return lines.reduce((most, line) => Math.max(most, cells(line)), 0);
}

function columnsOf(lines: readonly ArticleLine[], width: number, view: View): Columns {
  const slug = Math.min(
    longest(lines, (line) => widthOf(line.slug)),
    Math.floor(width * 0.3),
  );
  const figures = longest(lines, ({ summary }) =>
    summary === null || 'reason' in summary ? 0 : figuresOf(summary).length,
  );
  const barWidth = width >= 100 ? 16 : 8;
  const widest = longest(lines, ({ summary }) =>
    summary === null || 'reason' in summary
      ? 0
      : partsWidth(countParts(summary.counts, view.ascii)),
  );
  const counts = width >= 76 ? Math.min(widest, Math.floor(width * 0.25)) : 0;
  const title = width - GAPS - slug - barWidth - PERCENT - figures - counts;
  return { slug, title: Math.max(0, title), bar: barWidth, figures, counts };
}

function summaryParts(summary: ArticleSummary, columns: Columns, view: View): readonly Part[] {
  const { done, segments, counts } = summary;
  const isDone = done === segments && segments > 0;
  return [
    part(`  ${fit(summary.title, columns.title)}`),
    part(`  ${bar(done, segments, columns.bar, view.ascii)}`, isDone ? 'reviewed' : 'plain'),
    part(percent(done, segments).padStart(PERCENT)),
    part(`  ${figuresOf(summary).padStart(columns.figures)}  `, 'faint'),
    ...clipped(countParts(counts, view.ascii), columns.counts),
  ];
}

function lineParts(line: ArticleLine, columns: Columns, view: View): readonly Part[] {
  const { slug, summary } = line;
  const name = part(fit(slug, columns.slug), 'strong');
  if (summary === null) return [name, part(`  ${view.t('review.articles.reading')}`, 'faint')];
  if (!('reason' in summary)) return [name, ...summaryParts(summary, columns, view)];
  const message = { key: 'review.articles.failed', values: { reason: summary.reason } } as const;
  return [name, part(`  ${safeMessage(view.t, message)}`, 'error')];
}

/** The lines of the list that are in view, in `rows` rows. */
export function articleRowsOf(
  articles: Articles,
  size: { readonly columns: number; readonly rows: number },
  view: View,
): readonly Row[] {
  const { lines, cursor } = articles;
  const blank = Array.from({ length: size.rows }, () => BLANK);
  if (lines === null) return blank.with(0, row(part(` ${view.t('review.articles.reading')}`)));
  if (lines.length === 0) return blank.with(0, row(part(` ${view.t('review.articles.empty')}`)));
  const columns = columnsOf(lines, size.columns, view);
  return blank.map((empty, at) => {
    const line = lines[cursor.top + at];
    if (line === undefined) return empty;
    const isSelected = cursor.top + at === cursor.selected;
    const parts = [
      part(isSelected ? '> ' : '  ', 'strong'),
      ...clipped(lineParts(line, columns, view), size.columns - 3),
    ];
    return isSelected ? { parts, inverse: true } : { parts };
  });
}
