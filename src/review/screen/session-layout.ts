/** The layout for what a session shows: the room for its texts depends on their length. */
import type { Size } from '../event.ts';
import type { Session } from '../state.ts';
import { selectedUnit } from '../update/session.ts';
import { type Layout, layoutOf } from './layout.ts';
import { countLines } from './texts.ts';

/** The layout at a usable size, with the selected segment's texts in it. */
export function sessionLayout(size: Size, session: Session): Layout {
  const reading = session.reader && session.editor === null;
  const panes = layoutOf(size, { source: 0, target: 0, choices: 0 }, reading);
  const unit = selectedUnit(session);
  return unit === null || reading ? panes : layoutOf(size, countLines(session, unit, panes));
}
