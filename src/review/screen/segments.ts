/** The list of segments: one line each, Chinese left, English right; whole texts in reader mode. */
import type { Unit } from '../../core/model.ts';
import { visibleLine } from '../../core/safe-text.ts';
import { filterLabel } from '../labels.ts';
import type { Session } from '../state.ts';
import { fit } from '../text/fit.ts';
import { heading } from './frame.ts';
import type { Layout } from './layout.ts';
import { listText, listTextStyle, numberParts, numberWidth } from './list-text.ts';
import { readerRows } from './reader.ts';
import { BLANK, type Row, type View, part, row } from './row.ts';
import { signsOf } from './signs.ts';

function segmentRow(session: Session, unit: Unit, layout: Layout, view: View): Row {
  const style = listTextStyle(unit, session);
  const zhWidth = layout.divider - 1 - (numberWidth(session) + 4);
  const enWidth = layout.list.width - layout.divider - 3;
  return row(
    ...numberParts(session, unit, view),
    part(fit(listText(unit, 'zh'), zhWidth), style),
    part(` ${signsOf(view.ascii).vertical} `, 'faint'),
    part(fit(listText(unit, 'en'), enWidth), style),
  );
}

function marked(line: Row, isSelected: boolean, hasKeys: boolean): Row {
  const gutter = part(isSelected ? '>' : ' ', isSelected ? 'strong' : 'plain');
  const parts = [gutter, ...line.parts];
  return isSelected && hasKeys ? { parts, inverse: true } : { parts };
}

/** The lines of the list that are in view. */
export function segmentRows(session: Session, layout: Layout, view: View): readonly Row[] {
  if (session.reader) return readerRows(session, layout, view);
  const { cursor, shown, article } = session;
  return Array.from({ length: layout.list.rows }, (_, line) => {
    const at = cursor.top + line;
    const unit = article.units[shown[at] ?? -1];
    if (unit === undefined) return BLANK;
    const isSelected = at === cursor.selected;
    return marked(segmentRow(session, unit, layout, view), isSelected, session.editor === null);
  });
}

/** The heading above the list: which segments it shows, and how many. */
export function segmentsHeading(session: Session, columns: number, view: View): Row {
  const title = view.t('review.list.title', {
    filter: view.t(filterLabel(session.filter)),
    count: session.shown.length,
    total: session.article.units.length,
  });
  const { query } = session;
  const isWhole = session.filter === 'all' && query === null;
  const asked = query === null ? '' : `  / ${visibleLine(query.text)}`;
  return row(...heading([part(title + asked, isWhole ? 'faint' : 'strong')], columns, view));
}
