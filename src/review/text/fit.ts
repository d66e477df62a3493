import { visible } from '../../core/safe-text.ts';
import { graphemesOf } from './graphemes.ts';
import { type Measure, widthOf } from './width.ts';

const ELLIPSIS = '…';

/**
 * A text as exactly `width` cells: cut with `…` or padded with spaces, a wide character never cut in
 * half, line breaks as spaces, unsafe characters as their marks. `''` for a width below 1.
 */
export function fit(text: string, width: number, measure: Measure = widthOf): string {
  const row = visible(text).replaceAll('\n', ' ');
  const used = measure(row);
  if (used <= width) return row + ' '.repeat(width - used);
  return width < measure(ELLIPSIS) ? ' '.repeat(Math.max(width, 0)) : cut(row, width, measure);
}

function cut(row: string, width: number, measure: Measure): string {
  const room = width - measure(ELLIPSIS);
  let kept = '';
  let used = 0;
  for (const grapheme of graphemesOf(row)) {
    const cells = measure(grapheme);
    if (used + cells > room) break;
    kept += grapheme;
    used += cells;
  }
  return kept + ELLIPSIS + ' '.repeat(room - used);
}

/** A text in at most `width` cells, its beginning cut with `…`; for reasons, which end with the point. */
export function fitEnd(text: string, width: number, measure: Measure = widthOf): string {
  if (measure(text) <= width) return text;
  let kept = '';
  let used = measure(ELLIPSIS);
  for (const grapheme of graphemesOf(text).toReversed()) {
    used += measure(grapheme);
    if (used > width) break;
    kept = grapheme + kept;
  }
  return ELLIPSIS + kept;
}
