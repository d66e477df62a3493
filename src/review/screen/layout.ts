/** Where things stand on the screen, in cells from the top left. */
import type { Unit } from '../../core/model.ts';
import type { Size } from '../event.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly rows: number;
}

/** The list above, the selected segment's texts below, the panel below or beside these. */
export interface Layout {
  /** The texts stand side by side, Chinese left; else source above target. */
  readonly wide: boolean;
  /** The list shows whole texts: of the texts below it only a heading is left. */
  readonly reading: boolean;
  readonly list: Box;
  /** Column of the line between Chinese and English in the list. */
  readonly divider: number;
  /** The same in wide panes. */
  readonly textDivider: number;
  /** Row of each pane's heading is the one above its box. */
  readonly first: Box;
  readonly second: Box;
  /** Rows at the top of the target's box for the texts to choose from; 0 but in a conflict. */
  readonly choices: number;
  /** Its tabs are in the row above; null in a window too small for it. */
  readonly panel: Box | null;
}

const SMALLEST: Size = { columns: 60, rows: 12 };
const SMALLEST_WITH_PANEL: Size = { columns: 80, rows: 20 };
const WIDE_COLUMNS = 100;
/** From here on a line across half the window is too long to read: the panel takes a third. */
const THREE_COLUMNS = 180;
/** Rows that are no list and no text: header, list heading, notice, footer. */
const FRAME_ROWS = 4;

function reaches({ columns, rows }: Size, smallest: Size): boolean {
  return columns >= smallest.columns && rows >= smallest.rows;
}

/** Whether the window is large enough to work in. */
export function isUsable(size: Size): boolean {
  return reaches(size, SMALLEST);
}

/** Whether there is room for the panel. */
export function hasPanel(size: Size): boolean {
  return reaches(size, SMALLEST_WITH_PANEL);
}

/** How many lines the selected segment's texts have. */
export interface TextLines {
  readonly source: number;
  readonly target: number;
  /** The texts to choose from, above the target. */
  readonly choices: number;
}

/**
 * The layout of the review at a usable size. Long texts get more room, first of the list's, then of the
 * panel's; the list gets what is left.
 */
export function layoutOf(size: Size, lines: TextLines, reading = false): Layout {
  if (size.columns < WIDE_COLUMNS) return stackedLayout(size, lines, reading);
  const isThree = size.columns >= THREE_COLUMNS && hasPanel(size) && !reading;
  return isThree ? threeColumnLayout(size, lines) : wideLayout(size, lines, reading);
}

/** Whether the panel stands beside the texts. */
export function isBeside({ panel, first }: Layout): boolean {
  return panel !== null && panel.x > 0 && panel.y === first.y;
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

/** The list never gets smaller than this part of the rows inside the frame. */
function leastList({ rows }: Size): number {
  return Math.max(2, Math.floor((rows - FRAME_ROWS) * 0.3));
}

/** A target is as long as its source, more or less: its room is there before it is typed. */
function rowsNeeded({ source, target, choices }: TextLines): number {
  return Math.max(source, target) + choices;
}

/** Rows of the panel below the texts, as long as they leave it as many; 0 without one. */
function usualPanel(size: Size, body: number): number {
  return hasPanel(size)
    ? Math.max(2, Math.round(body * (size.columns < WIDE_COLUMNS ? 0.18 : 0.2)))
    : 0;
}

/** Rows of the panel when the texts have got theirs. */
function panelRows(size: Size, body: number, texts: number): number {
  return Math.min(usualPanel(size, body), body - leastList(size) - texts);
}

function listBox({ columns }: Size, rows: number): Box {
  return { x: 0, y: 2, width: columns, rows };
}

/** The panel across the window, in the rows above notice and footer. */
function lowPanel(size: Size, rows: number): Box | null {
  if (!hasPanel(size)) return null;
  return { x: 0, y: size.rows - 2 - rows, width: size.columns, rows };
}

function wideLayout(size: Size, lines: TextLines, reading: boolean): Layout {
  const { columns, rows } = size;
  const body = rows - FRAME_ROWS - 1 - (hasPanel(size) ? 1 : 0);
  const share = hasPanel(size) ? 0.22 : 0.28;
  const usual = Math.max(3, Math.round(body * share));
  const most = body - leastList(size) - Math.min(1, usualPanel(size, body));
  const texts = reading ? 0 : Math.min(Math.max(usual, rowsNeeded(lines)), most);
  const panel = panelRows(size, body, texts);
  const list = body - texts - panel;
  const y = 2 + list + 1;
  const divider = Math.floor(columns / 2);
  return {
    wide: true,
    reading,
    divider,
    textDivider: divider,
    list: listBox(size, list),
    first: { x: 1, y, width: divider - 3, rows: texts },
    second: { x: divider + 2, y, width: columns - divider - 4, rows: texts },
    choices: choiceRows(lines, texts),
    panel: lowPanel(size, panel),
  };
}

/** Source, target and panel beside each other. */
function threeColumnLayout(size: Size, lines: TextLines): Layout {
  const { columns, rows } = size;
  const body = rows - FRAME_ROWS - 1;
  const usual = Math.max(8, Math.round(body * 0.36));
  const texts = Math.min(Math.max(usual, rowsNeeded(lines)), body - leastList(size));
  const list = body - texts;
  const y = 2 + list + 1;
  const edge = columns - Math.round(columns * 0.34);
  const textDivider = Math.floor(edge / 2);
  return {
    wide: true,
    reading: false,
    divider: Math.floor(columns / 2),
    textDivider,
    list: listBox(size, list),
    first: { x: 1, y, width: textDivider - 3, rows: texts },
    second: { x: textDivider + 2, y, width: edge - textDivider - 4, rows: texts },
    choices: choiceRows(lines, texts),
    panel: { x: edge + 1, y, width: columns - edge - 1, rows: texts },
  };
}

/** Rows for source and target, one above the other: the usual ones, and more while there are some. */
function stackedRows(size: Size, body: number, lines: TextLines): Omit<TextLines, 'choices'> {
  const [sourceShare, targetShare] = hasPanel(size) ? [0.18, 0.22] : [0.2, 0.26];
  const source = Math.max(2, Math.round(body * sourceShare));
  const target = Math.max(2, Math.round(body * targetShare));
  const kept = leastList(size) + Math.min(1, usualPanel(size, body));
  const spare = Math.max(0, body - kept - source - target);
  const forSource = Math.min(Math.max(0, lines.source - source), spare);
  const forTarget = Math.min(Math.max(0, rowsNeeded(lines) - target), spare);
  const half = Math.max(Math.floor(spare / 2), spare - forTarget);
  const given = Math.min(forSource, half);
  return { source: source + given, target: target + Math.min(forTarget, spare - given) };
}

function stackedLayout(size: Size, lines: TextLines, reading: boolean): Layout {
  const { columns, rows } = size;
  const body = rows - FRAME_ROWS - (reading ? 1 : 2) - (hasPanel(size) ? 1 : 0);
  const texts = reading ? { source: 0, target: 0 } : stackedRows(size, body, lines);
  const panel = panelRows(size, body, texts.source + texts.target);
  const list = body - texts.source - texts.target - panel;
  const y = 2 + list + 1;
  const divider = Math.floor(columns / 2);
  const box = { x: 1, y, width: columns - 3, rows: texts.source };
  return {
    wide: false,
    reading,
    divider,
    textDivider: divider,
    list: listBox(size, list),
    first: box,
    second: { ...box, y: reading ? y : y + texts.source + 1, rows: texts.target },
    choices: choiceRows(lines, texts.target),
    panel: lowPanel(size, panel),
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
