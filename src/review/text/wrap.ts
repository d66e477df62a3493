/**
 * Kinsoku wrapping: lines as a Chinese or English typesetter would break them. Lines are filled to
 * the width, spaces hang past the edge, then the break steps back to the last place that allows one.
 * Punctuation does not hang: every cell of a line is within the width.
 */
import { DIGIT, GLUE, NO_END, NO_START, RUN, SPACE } from './line-break-characters.ts';
import { type Recent, recent } from './recent.ts';
import { type Measure, widthOf } from './width.ts';
import { type Pane, type Unit, unitsOf } from './wrap-units.ts';

/**
 * A line of a wrapped text. `[from, to)` are UTF-16 offsets into it, hanging spaces included, the
 * line break not. `text` begins at `from` and leaves out the spaces that hang past the edge.
 */
export interface WrappedLine {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** UTF-16 units of all texts whose lines are kept for a measure. */
const KEPT_UNITS = 300_000;
/** Widths that a text is wrapped to at a time: its pane, its row in the list, the window before. */
const KEPT_WIDTHS = 4;

type Lines = readonly WrappedLine[];

const kept = new WeakMap<Measure, Recent<string, Recent<number, Lines>>>();

function keptBy(measure: Measure): Recent<string, Recent<number, Lines>> {
  const found = kept.get(measure);
  if (found !== undefined) return found;
  // What each text costs besides its letters, so that short ones do not pile up.
  const made = recent<string, Recent<number, Lines>>(KEPT_UNITS, (text) => text.length + 50);
  kept.set(measure, made);
  return made;
}

/**
 * Wraps a text to a width in cells (at least 1). Characters that `visible` would replace are measured
 * as their mark, so a line fits before and after. Only a grapheme wider than the width stands out. The
 * lines of what was wrapped lately are kept.
 */
export function wrap(text: string, width: number, measure: Measure = widthOf): Lines {
  const widths = keptBy(measure).of(text, () => recent(KEPT_WIDTHS, () => 1));
  return widths.of(width, () => wrapped(text, { width, measure }));
}

function wrapped(text: string, pane: Pane): Lines {
  const lines: WrappedLine[] = [];
  let from = 0;
  for (const paragraph of text.split(/(\r?\n)/)) {
    const isBreak = paragraph.endsWith('\n');
    if (!isBreak) lines.push(...wrapParagraph(unitsOf(paragraph, from, pane), from, pane.width));
    from += paragraph.length;
  }
  return lines;
}

function wrapParagraph(units: readonly Unit[], from: number, width: number): WrappedLine[] {
  if (units.length === 0) return [{ text: '', from, to: from }];
  const lines: WrappedLine[] = [];
  let first = 0;
  while (first < units.length) {
    const next = lineEnd(units, first, width);
    lines.push(lineOf(units.slice(first, next), width));
    first = next;
  }
  return lines;
}

/** The index after the last unit that fits in a line from `first` on, spaces past the edge included. */
function edgeFrom(units: readonly Unit[], first: number, width: number): number {
  let edge = first;
  let used = 0;
  for (let unit = units[edge]; unit !== undefined; unit = units[++edge]) {
    used += unit.cells;
    if (used > width && !SPACE.has(unit.base)) break;
  }
  return edge;
}

/** The index after the last unit of the line that begins at `first`. */
function lineEnd(units: readonly Unit[], first: number, width: number): number {
  const edge = edgeFrom(units, first, width);
  if (edge === units.length) return edge;
  for (let at = edge; at > first; at--) if (mayBreak(units, at)) return at;
  for (let at = edge; at > first; at--) if (!isBound(units, at)) return at;
  return Math.max(edge, first + 1);
}

/** Whether a line may end before the unit at `at`. Tags are looked through. */
function mayBreak(units: readonly Unit[], at: number): boolean {
  if (isBound(units, at)) return false;
  const last = lastBefore(units, at);
  const before = baseAt(units, last);
  const after = baseAt(units, firstFrom(units, at));
  if (SPACE.has(after)) return false;
  if (SPACE.has(before)) return true;
  if (holdsTogether(before, after)) return false;
  return !isNumber(baseAt(units, lastBefore(units, last)), before, after);
}

/** A tag stays with what it opens for, and with what it closes. */
function isBound(units: readonly Unit[], at: number): boolean {
  return units[at - 1]?.tag === 'open' || units[at]?.tag === 'close';
}

/** The nearest unit before `at` that is no opening or closing tag; -1 when there is none. */
function lastBefore(units: readonly Unit[], at: number): number {
  let index = at - 1;
  while (isPaired(units[index])) index -= 1;
  return index;
}

function firstFrom(units: readonly Unit[], at: number): number {
  let index = at;
  while (isPaired(units[index])) index += 1;
  return index;
}

function isPaired(unit: Unit | undefined): boolean {
  return unit !== undefined && (unit.tag === 'open' || unit.tag === 'close');
}

function holdsTogether(before: string, after: string): boolean {
  if (NO_END.has(before) || NO_START.has(after)) return true;
  if (GLUE.has(before) || GLUE.has(after)) return true;
  return RUN.test(before) && RUN.test(after);
}

/** A full stop needs no rule of its own: it is part of a run. */
function isNumber(first: string, middle: string, last: string): boolean {
  return middle === ',' && DIGIT.test(first) && DIGIT.test(last);
}

function baseAt(units: readonly Unit[], at: number): string {
  return units[at]?.base ?? '';
}

function lineOf(units: readonly Unit[], width: number): WrappedLine {
  const from = units[0]?.from ?? 0;
  let text = '';
  let shown = 0;
  let used = 0;
  for (const unit of units) {
    text += unit.text;
    used += unit.cells;
    if (used <= width || !SPACE.has(unit.base)) shown = text.length;
  }
  return { text: text.slice(0, shown), from, to: from + text.length };
}
