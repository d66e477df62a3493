/** Places of a text that are to be seen: each character takes the style of the last span that holds it. */
import type { Span } from '../../core/model.ts';
import { visible } from '../../core/safe-text.ts';
import {
  boundaryAtOrAfter,
  boundaryAtOrBefore,
  nextBoundary,
  previousBoundary,
} from '../text/graphemes.ts';
import { type Part, part, type Style, taggedRuns } from './row.ts';

export interface StyledSpan extends Span {
  readonly style: Style;
}

/** A span of whole characters, at least one: where something is missing, the one before is marked. */
export function wholeSpan(text: string, { from, to }: Span): Span {
  if (text === '') return { from: 0, to: 0 };
  const start = boundaryAtOrBefore(text, Math.min(from, text.length));
  if (to > from) return { from: start, to: boundaryAtOrAfter(text, Math.min(to, text.length)) };
  return start > 0
    ? { from: previousBoundary(text, start), to: start }
    : { from: 0, to: nextBoundary(text, 0) };
}

interface Run extends StyledSpan {
  readonly from: number;
}

/** The text cut where its style changes. */
function runsOf(text: string, spans: readonly StyledSpan[], cuts: ReadonlySet<number>): Run[] {
  const styles = Array.from({ length: text.length }, (): Style => 'plain');
  for (const { from, to, style } of spans) styles.fill(style, Math.max(0, from), Math.max(0, to));
  const runs: Run[] = [];
  let from = 0;
  for (let at = 1; at <= text.length; at += 1) {
    const isEnd = at === text.length || styles[at] !== styles[from] || cuts.has(at);
    if (!isEnd) continue;
    runs.push({ from, to: at, style: styles[from] ?? 'plain' });
    from = at;
  }
  return runs;
}

/** What is selected is one even stretch, tags and all. */
function shown(text: string, style: Style): readonly Part[] {
  return style === 'selected' ? [part(visible(text), style)] : taggedRuns(visible(text), style);
}

/**
 * A tagged text as runs, made safe to show.
 * @param bracketed places that stand in brackets besides, in order and apart
 */
export function styledRuns(
  text: string,
  spans: readonly StyledSpan[],
  bracketed: readonly Span[] = [],
): readonly Part[] {
  if (spans.length === 0) return taggedRuns(visible(text));
  const opens = new Set(bracketed.map(({ from }) => from));
  const shuts = new Set(bracketed.map(({ to }) => to));
  const cuts = new Set([...opens, ...shuts]);
  return runsOf(text, spans, cuts).flatMap(({ from, to, style }) => [
    ...(opens.has(from) ? [part('[', 'term')] : []),
    ...shown(text.slice(from, to), style),
    ...(shuts.has(to) ? [part(']', 'term')] : []),
  ]);
}
