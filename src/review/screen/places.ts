/** The menu of places to split a segment at, in the place of the list. */
import { plainText } from '../../core/tags.ts';
import { visible } from '../../core/safe-text.ts';
import type { SplitMenu } from '../state.ts';
import { fit, fitEnd } from '../text/fit.ts';
import { widthOf } from '../text/width.ts';
import { type Box, scrolled } from './layout.ts';
import { BLANK, type Row, type View, part } from './row.ts';
import { signsOf } from './signs.ts';

/** Cells of the cursor, and of the sign between the two sides with a space on each side of it. */
const CURSOR_CELLS = 2;
const SIGN_CELLS = 3;

function oneRow(text: string): string {
  return visible(text).replaceAll('\n', ' ').trim();
}

/** The end of a text, at the right edge of its cells. */
function atRight(text: string, width: number): string {
  const shown = fitEnd(oneRow(text), width);
  return ' '.repeat(Math.max(0, width - widthOf(shown))) + shown;
}

/** The places, one a row: the text before and after each, the sign in the middle of the row. */
export function placeRows(menu: SplitMenu, box: Box, view: View): readonly Row[] {
  const { places, selected } = menu;
  const plain = plainText(menu.source);
  const top = scrolled(0, selected, places.length, box.rows);
  const before = Math.floor((box.width - CURSOR_CELLS - SIGN_CELLS) / 2);
  const after = box.width - CURSOR_CELLS - SIGN_CELLS - before;
  return Array.from({ length: box.rows }, (_, line) => {
    const at = places[top + line];
    if (at === undefined) return BLANK;
    const isSelected = top + line === selected;
    const parts = [
      part(isSelected ? '> ' : '  ', 'strong'),
      part(atRight(plain.slice(0, at), before)),
      part(` ${signsOf(view.ascii).place} `, 'strong'),
      part(fit(oneRow(plain.slice(at)), after)),
    ];
    return isSelected ? { parts, inverse: true } : { parts };
  });
}
