/**
 * A reviewer's own decisions on where segments begin and end. A cut is anchored to the text on both
 * sides of its place, so that it survives edits elsewhere, in the article and in the sentence.
 */
import type { Span } from './model.ts';

/** `merge` joins two segments that meet there, `split` parts one. */
export type CutKind = 'merge' | 'split';

export interface Cut {
  readonly kind: CutKind;
  /** The end of the text before the place, and the start of the text after it; white space folded. */
  readonly before: string;
  readonly after: string;
}

/** Characters of each side that an anchor holds. */
const ANCHOR = 16;

/** White space and inline objects are no part of an anchor. */
function squeeze(text: string): string {
  return text.replace(/[\s\uFFFC]+/gu, '');
}

/** The anchor of a place in a block's plain text. */
export function anchorAt(plain: string, at: number): Pick<Cut, 'before' | 'after'> {
  return {
    before: squeeze(plain.slice(Math.max(0, at - 3 * ANCHOR), at)).slice(-ANCHOR),
    after: squeeze(plain.slice(at, at + 3 * ANCHOR)).slice(0, ANCHOR),
  };
}

function fits(plain: string, at: number, cut: Cut): boolean {
  const here = anchorAt(plain, at);
  // One side may have been edited; then the other has to be whole.
  const before = here.before === cut.before;
  const after = here.after === cut.after;
  if (before && after) return true;
  const near = 6;
  const nearBefore = here.before.slice(-near) === cut.before.slice(-near);
  const nearAfter = here.after.slice(0, near) === cut.after.slice(0, near);
  return (before && nearAfter) || (after && nearBefore);
}

function applyMerges(plain: string, spans: readonly Span[], merges: readonly Cut[]): Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    const joined = last !== undefined && merges.some((cut) => fits(plain, last.to, cut));
    if (joined && last !== undefined) result[result.length - 1] = { from: last.from, to: span.to };
    else result.push(span);
  }
  return result;
}

/** Places inside a span where a split fits, rising. */
function splitPlaces(plain: string, span: Span, splits: readonly Cut[]): number[] {
  const places: number[] = [];
  for (const cut of splits) {
    const last = cut.before.at(-1);
    if (last === undefined) continue;
    for (
      let at = plain.indexOf(last, span.from);
      at !== -1 && at < span.to - 1;
      at = plain.indexOf(last, at + 1)
    ) {
      if (!fits(plain, at + 1, cut)) continue;
      places.push(at + 1);
      break;
    }
  }
  return [...new Set(places)].sort((a, b) => a - b);
}

function trimmed(plain: string, { from, to }: Span): Span[] {
  const text = plain.slice(from, to);
  const start = from + text.length - text.trimStart().length;
  const end = to - (text.length - text.trimEnd().length);
  return end > start ? [{ from: start, to: end }] : [];
}

function applySplits(plain: string, span: Span, splits: readonly Cut[]): Span[] {
  const places = splitPlaces(plain, span, splits);
  const ends = [...places, span.to];
  return ends.flatMap((to, index) => trimmed(plain, { from: ends[index - 1] ?? span.from, to }));
}

/**
 * A block's sentences as the cuts want them.
 * @param plain the block's plain text
 * @param spans its sentences, in order
 */
export function applyCuts(
  plain: string,
  spans: readonly Span[],
  cuts: readonly Cut[],
): readonly Span[] {
  if (cuts.length === 0) return spans;
  const merges = cuts.filter((cut) => cut.kind === 'merge');
  const splits = cuts.filter((cut) => cut.kind === 'split');
  return applyMerges(plain, spans, merges).flatMap((span) => applySplits(plain, span, splits));
}
