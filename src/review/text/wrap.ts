/**
 * Kinsoku wrapping: lines as a Chinese or English typesetter would break them. Lines are filled to
 * the width, spaces hang past the edge, then the break steps back to the last place that allows one.
 */
import { visible } from '../../core/safe-text.ts';
import { graphemesOf } from './graphemes.ts';
import { DIGIT, GLUE, NO_END, NO_START, RUN, SPACE } from './line-break-characters.ts';
import { type Measure, widthOf } from './width.ts';

/**
 * A line of a wrapped text. `[from, to)` are UTF-16 offsets into it, hanging spaces included, the
 * line break not. `text` begins at `from` and leaves out the spaces that hang past the edge.
 */
export interface WrappedLine {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

interface Unit {
  readonly text: string;
  /** What the rules look at. */
  readonly base: string;
  readonly from: number;
  readonly cells: number;
}

/**
 * Wraps a text to a width in cells (at least 1). Characters that `visible` would replace are measured
 * as their mark, so a line fits before and after. Only a grapheme wider than the width stands out.
 */
export function wrap(
  text: string,
  width: number,
  measure: Measure = widthOf,
): readonly WrappedLine[] {
  const lines: WrappedLine[] = [];
  let from = 0;
  for (const paragraph of text.split(/(\r?\n)/)) {
    const isBreak = paragraph.endsWith('\n');
    if (!isBreak) lines.push(...wrapParagraph(unitsOf(paragraph, from, measure), from, width));
    from += paragraph.length;
  }
  return lines;
}

function unitsOf(paragraph: string, from: number, measure: Measure): readonly Unit[] {
  let at = from;
  return graphemesOf(paragraph).map((text) => {
    const unit = {
      text,
      base: baseOf(text),
      from: at,
      cells: measure(visible(text)),
    };
    at += text.length;
    return unit;
  });
}

/** The first code point. A space that carries a mark is no space: it can be seen. */
function baseOf(grapheme: string): string {
  const first = String.fromCodePoint(grapheme.codePointAt(0) ?? 0);
  return SPACE.has(first) ? grapheme : first;
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

/** The index after the last unit of the line that begins at `first`. */
function lineEnd(units: readonly Unit[], first: number, width: number): number {
  let edge = first;
  let used = 0;
  for (let unit = units[edge]; unit !== undefined; unit = units[++edge]) {
    used += unit.cells;
    if (used > width && !SPACE.has(unit.base)) break;
  }
  if (edge === units.length) return edge;
  for (let at = edge; at > first; at--) if (mayBreak(units, at)) return at;
  return Math.max(edge, first + 1);
}

/** Whether a line may end before the unit at `at`. */
function mayBreak(units: readonly Unit[], at: number): boolean {
  const before = baseAt(units, at - 1);
  const after = baseAt(units, at);
  if (SPACE.has(after)) return false;
  if (SPACE.has(before)) return true;
  return !holdsTogether(before, after) && !isNumber(baseAt(units, at - 2), before, after);
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
