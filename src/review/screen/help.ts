/** The help: every key, from the table that gives the keys their meaning. */
import { STATUSES } from '../../core/model.ts';
import type { Mode } from '../action.ts';
import { bindingsOf, KEYMAP, keyName } from '../keymap.ts';
import { modeLabel, statusLabel } from '../labels.ts';
import { widthOf } from '../text/width.ts';
import { BLANK, type Row, type View, part, row } from './row.ts';
import { signsOf } from './signs.ts';

const MODES: readonly Mode[] = ['list', 'edit', 'articles', 'menu'];
const KEY_CELLS = 32;

function keyRows(mode: Mode, view: View): readonly Row[] {
  const lines = bindingsOf(mode).map(({ keys, label }) => {
    const names = keys.map(keyName).join('  ');
    const gap = ' '.repeat(Math.max(1, KEY_CELLS - widthOf(names)));
    return row(part(`   ${names}${gap}`, 'strong'), part(view.t(label)));
  });
  return [row(part(` ${view.t(modeLabel(mode))}`, 'faint')), ...lines, BLANK];
}

function signRows(view: View): readonly Row[] {
  const signs = signsOf(view.ascii);
  const lines = STATUSES.map((status) =>
    row(part(`   ${signs.status[status]}  `, status), part(view.t(statusLabel(status)))),
  );
  const look = row(part(`   ${signs.look}  `, 'stale'), part(view.t('review.help.look')));
  return [row(part(` ${view.t('review.help.glyphs')}`, 'faint')), ...lines, look];
}

/** All lines of the help, those of the mode that it was asked from first. */
export function helpLines(from: Mode, view: View): readonly Row[] {
  const modes = [from, ...MODES.filter((mode) => mode !== from)];
  return [...modes.flatMap((mode) => keyRows(mode, view)), ...signRows(view)];
}

const LENGTH =
  KEYMAP.filter(({ mode }) => MODES.includes(mode)).length + 2 * MODES.length + 2 + STATUSES.length;

/** How many lines the help has. */
export function helpLength(): number {
  return LENGTH;
}
