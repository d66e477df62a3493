/** Which tab the panel shows, and whether the list shows whole texts. */
import { say } from '../outcome.ts';
import { hasPanel } from '../screen/layout.ts';
import { linesAbove, topFor } from '../screen/reader.ts';
import { sessionLayout } from '../screen/session-layout.ts';
import { PANEL_TABS, type ReviewState } from '../state.ts';
import { withSession } from './session.ts';

/** Shows the panel's next tab, or the one before; after the last one the first. */
export function nextPanel(state: ReviewState, to: 'next' | 'previous'): ReviewState {
  const { session } = state;
  if (session === null) return state;
  if (!hasPanel(state.size)) return say(state, 'review.panel.small');
  const step = to === 'next' ? 1 : PANEL_TABS.length - 1;
  const at = (PANEL_TABS.indexOf(session.panel) + step) % PANEL_TABS.length;
  return withSession(state, { ...session, panel: PANEL_TABS[at] ?? session.panel });
}

/** Shows whole texts in the list, or one line each again; the selected segment stays where it is. */
export function toggleReader(state: ReviewState): ReviewState {
  const { session, size } = state;
  if (session === null) return state;
  const lines = linesAbove(session, sessionLayout(size, session));
  const next = { ...session, reader: !session.reader };
  const top = topFor(next, sessionLayout(size, next), lines);
  const shown = withSession(state, { ...next, cursor: { ...next.cursor, top } });
  return say(shown, next.reader ? 'review.notice.reader' : 'review.notice.readerOff');
}
