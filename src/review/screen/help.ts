/** The help: every key, from the table that gives the keys their meaning. */
import { STATUSES } from '../../core/model.ts';
import type { Mode } from '../action.ts';
import { keyName } from '../key-names.ts';
import { type Binding, bindingsOf } from '../keymap.ts';
import { modeLabel, statusLabel } from '../labels.ts';
import { widthOf } from '../text/width.ts';
import { BLANK, clipped, part, partsWidth, type Row, row, type View } from './row.ts';
import { signsOf } from './signs.ts';

const MODES: readonly Mode[] = ['list', 'edit', 'articles', 'menu', 'prompt', 'pick', 'preview'];
/** Cells of the keys, and what is left of them where there is little room beside the labels. */
const KEY_CELLS = { most: 32, fewest: 20, labels: 52 };

function keyCells(columns: number): number {
  return Math.min(KEY_CELLS.most, Math.max(KEY_CELLS.fewest, columns - KEY_CELLS.labels));
}

/** A key's row. The last of its names are left out where they would push its label out of the window. */
function keyRow(names: readonly string[], label: string, columns: number): Row {
  const keys = `   ${names.join('  ')}`;
  const gap = ' '.repeat(Math.max(1, keyCells(columns) + 3 - widthOf(keys)));
  const parts = [part(keys + gap, 'strong'), part(label)];
  if (partsWidth(parts) <= columns || names.length === 1) return row(...clipped(parts, columns));
  return keyRow(names.slice(0, -1), label, columns);
}

/** Nine keys that differ by their number are one line. */
function shownBindings(mode: Mode): readonly Binding[] {
  return bindingsOf(mode).filter(
    ({ action }) => action.type !== 'insert-match' || action.number === 1,
  );
}

function namesOf({ keys, action }: Binding): readonly string[] {
  const names = keys.map(keyName);
  return action.type === 'insert-match' ? [`${names[0]}–9`] : names;
}

function keyRows(mode: Mode, columns: number, view: View): readonly Row[] {
  const lines = shownBindings(mode).map((binding) => {
    return keyRow(namesOf(binding), view.t(binding.label), columns);
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
export function helpLines(from: Mode, columns: number, view: View): readonly Row[] {
  const modes = [from, ...MODES.filter((mode) => mode !== from)];
  return [...modes.flatMap((mode) => keyRows(mode, columns, view)), ...signRows(view)];
}

const LENGTH = MODES.flatMap(shownBindings).length + 2 * MODES.length + 2 + STATUSES.length;

/** How many lines the help has. */
export function helpLength(): number {
  return LENGTH;
}
