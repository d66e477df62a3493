/** The columns of the list of articles: those that there is room for, the most telling ones first. */
import { shortTime } from '../../core/short-time.ts';
import { grouped } from '../../core/money/figures.ts';
import { visibleLine } from '../../core/safe-text.ts';
import type { FindingCounts } from '../findings.ts';
import type { Overview } from '../overview.ts';
import { fit } from '../text/fit.ts';
import { widthOf } from '../text/width.ts';
import { bar, countParts, percent } from './frame.ts';
import { type Part, type View, clipped, padded, part, partsWidth } from './row.ts';

/** `E1 W2`; nothing where there is nothing to say, `…` while that is not known. */
export function findingParts(counts: FindingCounts | null): readonly Part[] {
  if (counts === null) return [part('…', 'faint')];
  const { errors, warnings } = counts;
  const shown: Part[] = [];
  if (errors > 0) shown.push(part(`E${errors}`, 'error'));
  if (errors > 0 && warnings > 0) shown.push(part(' '));
  if (warnings > 0) shown.push(part(`W${warnings}`, 'draft'));
  return shown;
}

/** What is left to translate from each language: `zh 1,204 en 320`. */
export function leftText({ zh, en }: Overview['left']): string {
  const shown = [
    ...(zh > 0 ? [`zh ${grouped(zh)}`] : []),
    ...(en > 0 ? [`en ${grouped(en)}`] : []),
  ];
  return shown.join(' ');
}

function whoText({ assignees }: Overview): string {
  return assignees.map((name) => `@${visibleLine(name)}`).join(' ');
}

function lastText({ last }: Overview): string {
  return last === null ? '' : `${visibleLine(last.by)} ${shortTime(last.at).slice(0, 10)}`;
}

interface Column {
  readonly id: string;
  readonly parts: (overview: Overview, view: View) => readonly Part[];
  /** Widest that it gets, in cells. */
  readonly most: number;
  readonly right?: boolean;
  /** Takes part from this width on. */
  readonly from?: number;
}

function barParts({ done, segments }: Overview, view: View): readonly Part[] {
  const isDone = done === segments && segments > 0;
  return [part(bar(done, segments, 8, view.ascii), isDone ? 'reviewed' : 'plain')];
}

/** In the order in which they stand, after the slug and the title. */
const COLUMNS: readonly Column[] = [
  { id: 'bar', parts: barParts, most: 8 },
  {
    id: 'percent',
    parts: ({ done, segments }) => [part(percent(done, segments))],
    most: 4,
    right: true,
  },
  {
    id: 'figures',
    parts: ({ done, segments }) => [part(`${done}/${segments}`, 'faint')],
    most: 13,
    right: true,
  },
  { id: 'counts', parts: ({ counts }, { ascii }) => countParts(counts, ascii), most: 34 },
  { id: 'left', parts: ({ left }) => [part(leftText(left))], most: 22, right: true },
  { id: 'findings', parts: ({ findings }) => findingParts(findings), most: 11 },
  {
    id: 'held',
    parts: ({ held }, { t }) => [part(held ? t('review.articles.held') : '', 'stale')],
    most: 8,
  },
  { id: 'who', parts: (overview) => [part(whoText(overview))], most: 20 },
  { id: 'date', parts: ({ date }) => [part(date ?? '', 'faint')], most: 10 },
  { id: 'last', parts: (overview) => [part(lastText(overview), 'faint')], most: 24 },
];

/** Who gets room first. */
const RANK: readonly string[] = [
  'percent',
  'findings',
  'left',
  'bar',
  'held',
  'figures',
  'who',
  'counts',
  'last',
  'date',
];

export interface Plan {
  readonly slug: number;
  readonly title: number;
  /** Of the title in the other language; 0 where there is no room for it. */
  readonly otherTitle: number;
  readonly columns: readonly { readonly column: Column; readonly width: number }[];
}

/** Cells between two columns. */
const GAP = 2;
/** A title gets no less than this before a column more is shown. */
const LEAST_TITLE = 20;

function widest<Item>(items: readonly Item[], cells: (item: Item) => number): number {
  return items.reduce((most, item) => Math.max(most, cells(item)), 0);
}

function chosenColumns(
  overviews: readonly Overview[],
  room: number,
  view: View,
): Map<string, number> {
  const chosen = new Map<string, number>();
  let rest = room;
  for (const id of RANK) {
    const column = COLUMNS.find((each) => each.id === id);
    if (column === undefined) continue;
    const natural = widest(overviews, (overview) => partsWidth(column.parts(overview, view)));
    const width = Math.min(column.most, natural);
    if (width === 0 || width + GAP > rest) continue;
    chosen.set(id, width);
    rest -= width + GAP;
  }
  return chosen;
}

/** What room there is for what, going by the articles that have been read. */
export function planFor(
  slugs: readonly string[],
  overviews: readonly Overview[],
  width: number,
  view: View,
): Plan {
  const slug = Math.min(widest(slugs, widthOf), Math.floor(width * 0.3));
  const chosen = chosenColumns(overviews, width - slug - GAP - LEAST_TITLE, view);
  const taken = [...chosen.values()].reduce((sum, cells) => sum + cells + GAP, 0);
  const room = width - slug - GAP - taken;
  const longest = widest(overviews, ({ title }) => widthOf(visibleLine(title)));
  const longestOther = widest(overviews, ({ otherTitle }) =>
    widthOf(visibleLine(otherTitle ?? '')),
  );
  const title = Math.min(room, Math.max(LEAST_TITLE, longest));
  const other = Math.min(room - title - GAP, longestOther);
  const columns = COLUMNS.flatMap((column) => {
    const cells = chosen.get(column.id);
    return cells === undefined ? [] : [{ column, width: cells }];
  });
  const otherTitle = other >= LEAST_TITLE ? other : 0;
  return { slug, title, otherTitle, columns };
}

function cellParts(parts: readonly Part[], width: number, isRight: boolean): readonly Part[] {
  const shown = clipped(parts, width);
  if (!isRight) return padded(shown, width);
  return [part(' '.repeat(Math.max(0, width - partsWidth(shown)))), ...shown];
}

/** An article's figures in the columns, after its slug. */
export function overviewParts(overview: Overview, plan: Plan, view: View): readonly Part[] {
  const gap = part(' '.repeat(GAP));
  const other =
    plan.otherTitle === 0
      ? []
      : [gap, part(fit(overview.otherTitle ?? '', plan.otherTitle), 'faint')];
  return [
    gap,
    part(fit(overview.title, plan.title)),
    ...other,
    ...plan.columns.flatMap(({ column, width }) => [
      gap,
      ...cellParts(column.parts(overview, view), width, column.right === true),
    ]),
  ];
}
