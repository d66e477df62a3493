/** Rows of the screen as styled text, and the tools to build them. */
import type { Status } from '../../core/model.ts';
import type { Translate } from '../../core/messages.ts';
import { fit } from '../text/fit.ts';
import { widthOf } from '../text/width.ts';
import { wrap } from '../text/wrap.ts';

/** What a text is, for the theme to colour. Colour never says anything that a sign does not. */
export type Style =
  | 'plain'
  | 'strong'
  | 'faint'
  | 'error'
  | 'tag'
  | 'added'
  | 'removed'
  | 'selected'
  | 'term'
  | 'found-error'
  | 'found-warning'
  | 'found-note'
  | 'found-chosen'
  | 'emphasis'
  | 'link'
  | 'code'
  | Status;

export interface Part {
  readonly text: string;
  readonly style: Style;
}

/** Lines of a text. */
export type Lines = readonly (readonly Part[])[];

export interface Row {
  readonly parts: readonly Part[];
  /** The selected row of the list that has the keys. */
  readonly inverse?: boolean;
}

/** What drawing needs besides the state. */
export interface View {
  readonly t: Translate;
  /** Draw with ASCII only. */
  readonly ascii: boolean;
  /** Nothing is coloured or underlined for sure: brackets say it too. */
  readonly plain?: boolean;
}

export function part(text: string, style: Style = 'plain'): Part {
  return { text, style };
}

export function row(...parts: readonly Part[]): Row {
  return { parts };
}

export const BLANK: Row = { parts: [] };

/** Cells of some parts in a line. */
export function partsWidth(parts: readonly Part[]): number {
  return parts.reduce((sum, { text }) => sum + widthOf(text), 0);
}

/** Fills parts with spaces up to a width. */
export function padded(parts: readonly Part[], width: number): readonly Part[] {
  const rest = width - partsWidth(parts);
  return rest > 0 ? [...parts, part(' '.repeat(rest))] : parts;
}

/** Cuts a line of parts to a width. */
export function clipped(parts: readonly Part[], width: number): readonly Part[] {
  if (partsWidth(parts) <= width) return parts;
  const kept: Part[] = [];
  let room = width;
  for (const { text, style } of parts) {
    if (room <= 0) break;
    const cells = widthOf(text);
    kept.push({ text: cells <= room ? text : fit(text, room), style });
    room -= cells;
  }
  return kept;
}

const TAG = /(<\/?\d{1,4}\/?>)/;

/** A tagged text as runs: its tags apart from its words. */
export function taggedRuns(text: string, style: Style = 'plain'): readonly Part[] {
  return text
    .split(TAG)
    .filter((piece) => piece !== '')
    .map((piece) => part(piece, TAG.test(piece) ? 'tag' : style));
}

/** Wraps styled runs as one text. */
export function wrapRuns(runs: readonly Part[], width: number): readonly (readonly Part[])[] {
  const text = runs.map((run) => run.text).join('');
  return wrap(text, width).map((line) => slice(runs, line.from, line.from + line.text.length));
}

function slice(runs: readonly Part[], from: number, to: number): readonly Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const { text, style } of runs) {
    const piece = text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (piece !== '') parts.push({ text: piece, style });
    at += text.length;
  }
  return parts;
}

/** The lines that are in view, the last one marked when there are more below. */
export function cropped(lines: Lines, rows: number, top = 0): Lines {
  const shown = lines.slice(top, top + rows);
  if (lines.length <= top + rows) return shown;
  return [...shown.slice(0, -1), [...(shown.at(-1) ?? []), part('…', 'faint')]];
}
