/** The menu of filters, in the place of the list. */
import { filterLabel } from '../labels.ts';
import { FILTERS, type Filter, type Session } from '../state.ts';
import { fit } from '../text/fit.ts';
import { matches } from '../update/session.ts';
import { type Box, scrolled } from './layout.ts';
import { BLANK, type Row, type View, part } from './row.ts';
import { signsOf } from './signs.ts';

const LABEL_CELLS = 24;

function signOf(filter: Filter, view: View): string {
  return filter === 'all' || filter === 'open' ? ' ' : signsOf(view.ascii).status[filter];
}

/** The filters, each with the number of segments that it shows. */
export function filterRows(
  session: Session,
  selected: number,
  box: Box,
  view: View,
): readonly Row[] {
  const top = scrolled(0, selected, FILTERS.length, box.rows);
  const { units } = session.article;
  return Array.from({ length: box.rows }, (_, line) => {
    const filter = FILTERS[top + line];
    if (filter === undefined) return BLANK;
    const count = units.filter((unit) => matches(filter, unit)).length;
    const isSelected = top + line === selected;
    const parts = [
      part(isSelected ? '>' : ' ', 'strong'),
      part(` ${signOf(filter, view)} `, filter === 'all' || filter === 'open' ? 'plain' : filter),
      part(fit(view.t(filterLabel(filter)), LABEL_CELLS)),
      part(String(count).padStart(6), 'faint'),
    ];
    return isSelected ? { parts, inverse: true } : { parts };
  });
}
