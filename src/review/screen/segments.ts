/** The list of segments: one line each, Chinese left, English right. */
import type { Lang, Unit } from '../../core/model.ts';
import { filterLabel } from '../labels.ts';
import type { Session } from '../state.ts';
import { fit } from '../text/fit.ts';
import { targetText, wantsLook } from '../unit.ts';
import { heading } from './frame.ts';
import type { Layout } from './layout.ts';
import { oneLine } from './one-line.ts';
import { BLANK, type Row, type Style, type View, part, row } from './row.ts';
import { signsOf } from './signs.ts';

const QUIET = new Set(['untranslatable', 'omitted']);
const HEADINGS = new Set(['heading', 'field']);

function textOf(unit: Unit, lang: Lang): string {
  const { segment } = unit;
  return oneLine(segment.lang === lang ? segment.text : targetText(unit), segment.tags);
}

function textStyle(unit: Unit, session: Session): Style {
  if (QUIET.has(unit.status)) return 'faint';
  const kind = session.article.article.blocks[unit.segment.block]?.kind ?? 'paragraph';
  return HEADINGS.has(kind) ? 'strong' : 'plain';
}

function numberWidth(session: Session): number {
  return Math.max(3, String(session.article.units.length).length);
}

function segmentRow(session: Session, unit: Unit, layout: Layout, view: View): Row {
  const signs = signsOf(view.ascii);
  const digits = numberWidth(session);
  const style = textStyle(unit, session);
  const zhWidth = layout.divider - 1 - (digits + 4);
  const enWidth = layout.list.width - layout.divider - 3;
  return row(
    part(String(unit.index + 1).padStart(digits), 'faint'),
    part(` ${signs.status[unit.status]}`, unit.status),
    wantsLook(unit) ? part(signs.look, 'stale') : part(' '),
    part(fit(textOf(unit, 'zh'), zhWidth), style),
    part(` ${signs.vertical} `, 'faint'),
    part(fit(textOf(unit, 'en'), enWidth), style),
  );
}

function marked(line: Row, isSelected: boolean, hasKeys: boolean): Row {
  const gutter = part(isSelected ? '>' : ' ', isSelected ? 'strong' : 'plain');
  const parts = [gutter, ...line.parts];
  return isSelected && hasKeys ? { parts, inverse: true } : { parts };
}

/** The lines of the list that are in view. */
export function segmentRows(session: Session, layout: Layout, view: View): readonly Row[] {
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
  const style = session.filter === 'all' ? 'faint' : 'strong';
  return row(...heading([part(title, style)], columns, view));
}
