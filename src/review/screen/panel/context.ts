/** The panel's context: the segments before and after, with both texts. */
import { otherLang, type Unit } from '../../../core/model.ts';
import type { Session } from '../../state.ts';
import { fit } from '../../text/fit.ts';
import type { Box } from '../layout.ts';
import { listText, listTextStyle, numberParts, numberWidth } from '../list-text.ts';
import { type Lines, type Part, part, type View } from '../row.ts';
import { signsOf } from '../signs.ts';

/** Below this width a neighbour's texts stand one above the other. */
const SIDE_BY_SIDE = 76;

/** As many neighbours as there is room for, half of them before. */
function neighbours({ article }: Session, { index }: Unit, count: number): readonly Unit[] {
  const { units } = article;
  const before = Math.min(index, Math.ceil(count / 2));
  const after = Math.min(units.length - 1 - index, count - before);
  const first = Math.max(0, index - (count - after));
  return [...units.slice(first, index), ...units.slice(index + 1, index + 1 + after)];
}

interface ContextBox {
  readonly session: Session;
  readonly box: Box;
  readonly divider: number;
  readonly view: View;
}

function sideBySide(unit: Unit, { session, box, divider, view }: ContextBox): readonly Part[] {
  const margin = numberWidth(session) + 4;
  const style = listTextStyle(unit, session);
  return [
    part(' '),
    ...numberParts(session, unit, view),
    part(fit(listText(unit, 'zh'), divider - 1 - margin), style),
    part(` ${signsOf(view.ascii).vertical} `, 'faint'),
    part(fit(listText(unit, 'en'), box.width - divider - 3), style),
  ];
}

/** The source, and below it the target if there is one. */
function stacked(unit: Unit, { session, box, view }: ContextBox): Lines {
  const margin = numberWidth(session) + 4;
  const style = listTextStyle(unit, session);
  const room = box.width - margin - 1;
  const { lang } = unit.segment;
  const target = fit(listText(unit, otherLang(lang)), room).trimEnd();
  const number = [part(' '), ...numberParts(session, unit, view)];
  const source = part(fit(listText(unit, lang), room).trimEnd(), style);
  const below = [part(' '.repeat(margin)), part(target, style)];
  return target === '' ? [[...number, source]] : [[...number, source], below];
}

/** The neighbours' lines, in the columns of the list where there is room for them. */
export function contextLines(unit: Unit, box: ContextBox): Lines {
  const isWide = box.box.width >= SIDE_BY_SIDE;
  const count = isWide ? box.box.rows : Math.floor(box.box.rows / 2);
  const shown = neighbours(box.session, unit, count);
  return isWide
    ? shown.map((other) => sideBySide(other, box))
    : shown.flatMap((other) => stacked(other, box));
}
