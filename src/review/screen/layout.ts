/** Where things stand on the screen, in cells from the top left. */
import type { Unit } from '../../core/model.ts';
import type { Size } from '../event.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly rows: number;
}

/** The list above, the selected segment's texts below. */
export interface Layout {
  /** The texts stand side by side, Chinese left; else source above target. */
  readonly wide: boolean;
  readonly list: Box;
  /** Column of the line between Chinese and English in the list, and in wide panes. */
  readonly divider: number;
  /** Row of each pane's heading is the one above its box. */
  readonly first: Box;
  readonly second: Box;
  /** Rows at the top of the target's box for the texts to choose from; 0 but in a conflict. */
  readonly choices: number;
}

const SMALLEST: Size = { columns: 60, rows: 12 };
const WIDE_COLUMNS = 100;
/** Rows that are no list and no text: header, list heading, notice, footer. */
const FRAME_ROWS = 4;

/** Whether the window is large enough to work in. */
export function isUsable({ columns, rows }: Size): boolean {
  return columns >= SMALLEST.columns && rows >= SMALLEST.rows;
}

/** How many lines the selected segment's texts have. */
export interface TextLines {
  readonly source: number;
  readonly target: number;
  /** The texts to choose from, above the target. */
  readonly choices: number;
}

/** The layout of the review at a usable size. Long texts get more room, the list gets the rest. */
export function layoutOf({ columns, rows }: Size, lines: TextLines): Layout {
  const divider = Math.floor(columns / 2);
  return columns >= WIDE_COLUMNS
    ? wideLayout({ columns, rows }, divider, lines)
    : stackedLayout({ columns, rows }, divider, lines);
}

/** The box of the segment's source: the Chinese one left when wide, above the target when not. */
export function sourceBox(layout: Layout, unit: Unit): Box {
  return layout.wide && unit.segment.lang === 'en' ? layout.second : layout.first;
}

/** The box of the segment's target, with what stands above it. */
export function targetPane(layout: Layout, unit: Unit): Box {
  return layout.wide && unit.segment.lang === 'en' ? layout.first : layout.second;
}

/** The part of it that the editor fills. */
export function targetBox(layout: Layout, unit: Unit): Box {
  const { choices } = layout;
  const pane = targetPane(layout, unit);
  return choices === 0 ? pane : { ...pane, y: pane.y + choices, rows: pane.rows - choices };
}

/** The texts to choose from never leave less than a line to type in. */
function choiceRows({ choices }: TextLines, rows: number): number {
  return Math.max(0, Math.min(choices, rows - 1));
}

/** The list never gets smaller than this part of the rows. */
function leastList(body: number): number {
  return Math.max(2, Math.floor(body * 0.3));
}

/** A target is as long as its source, more or less: its room is there before it is typed. */
function rowsNeeded({ source, target, choices }: TextLines): number {
  return Math.max(source, target) + choices;
}

function wideLayout({ columns, rows }: Size, divider: number, lines: TextLines): Layout {
  const body = rows - FRAME_ROWS - 1;
  const usual = Math.max(3, Math.round(body * 0.28));
  const texts = Math.min(Math.max(usual, rowsNeeded(lines)), body - leastList(body));
  const list = body - texts;
  const y = 2 + list + 1;
  return {
    wide: true,
    divider,
    list: { x: 0, y: 2, width: columns, rows: list },
    first: { x: 1, y, width: divider - 3, rows: texts },
    second: { x: divider + 2, y, width: columns - divider - 4, rows: texts },
    choices: choiceRows(lines, texts),
  };
}

/** Rows for source and target, one above the other: the usual ones, and more while there are some. */
function stackedRows(body: number, lines: TextLines): Omit<TextLines, 'choices'> {
  const source = Math.max(2, Math.round(body * 0.2));
  const target = Math.max(2, Math.round(body * 0.26));
  const spare = Math.max(0, body - leastList(body) - source - target);
  const needed = rowsNeeded(lines);
  const forSource = Math.min(Math.max(0, lines.source - source), spare);
  const forTarget = Math.min(Math.max(0, needed - target), spare);
  const half = Math.max(Math.floor(spare / 2), spare - forTarget);
  const given = Math.min(forSource, half);
  return { source: source + given, target: target + Math.min(forTarget, spare - given) };
}

function stackedLayout({ columns, rows }: Size, divider: number, lines: TextLines): Layout {
  const body = rows - FRAME_ROWS - 2;
  const { source, target } = stackedRows(body, lines);
  const list = body - source - target;
  const y = 2 + list + 1;
  const width = columns - 3;
  return {
    wide: false,
    divider,
    list: { x: 0, y: 2, width: columns, rows: list },
    first: { x: 1, y, width, rows: source },
    second: { x: 1, y: y + source + 1, width, rows: target },
    choices: choiceRows(lines, target),
  };
}

/** Rows of the list of articles: all but header, heading, notice and footer. */
export function articleRows(size: Size): number {
  return Math.max(1, size.rows - FRAME_ROWS);
}

/** Rows of text that the help shows at once. */
export function helpRows(size: Size): number {
  return Math.max(1, size.rows - FRAME_ROWS);
}

/**
 * The first row to show so that the selected one stands in view with some rows around it.
 * @param count rows in all
 */
export function scrolled(top: number, selected: number, count: number, height: number): number {
  const margin = Math.min(3, Math.floor((height - 1) / 2));
  const lowest = selected - height + 1 + margin;
  const highest = selected - margin;
  const wanted = Math.min(Math.max(top, lowest), highest);
  return Math.max(0, Math.min(wanted, count - height));
}
