/** Walks what the checks say of the article. */
import type { Unit } from '../../core/model.ts';
import { findingsByKey } from '../findings.ts';
import { type Outcome, refuse, say, still } from '../outcome.ts';
import type { ReviewState, Session } from '../state.ts';
import { replaceAll } from '../text/edits.ts';
import { changed, edit } from './editor.ts';
import { goToUnit } from './saving.ts';
import { editingOf, select } from './session.ts';
import { fixOf } from './fixes.ts';

/** Indexes of the segments with findings, the next one in this direction first, all the way round. */
function order(session: Session, step: 1 | -1): number[] {
  const { units } = session.article;
  const here = session.shown[session.cursor.selected] ?? 0;
  return units.map((_, far) => (here + step * (far + 1) + units.length * 2) % units.length);
}

/** The session without what hides a segment, on the segment that it is on. */
function withAllShown(session: Session): Session {
  const { units } = session.article;
  const here = session.shown[session.cursor.selected] ?? 0;
  const shown = units.map((_, at) => at);
  return select({ ...session, filter: 'all', query: null, shown }, here);
}

/** Selects the next segment with a finding, and shows the panel's findings. */
export function goToFinding(state: ReviewState, to: 'next' | 'previous', at: string): Outcome {
  const { session } = state;
  if (session === null) return still(refuse(state, 'review.refuse.noArticle'));
  const byKey = findingsByKey(session.article, session.checks);
  const index = order(session, to === 'next' ? 1 : -1).find((unit) =>
    byKey.has(session.article.units[unit]?.key ?? ''),
  );
  if (index === undefined) return still(say(state, 'review.notice.noFindings'));
  const open = session.shown.includes(index) ? session : withAllShown(session);
  return goToUnit(state, { ...open, panel: 'findings' }, index, at);
}

/** The text with the first of its findings mended that offers a fix; null when none does. */
function mended(session: Session, unit: Unit, text: string): string | null {
  const findings = findingsByKey(session.article, session.checks).get(unit.key) ?? [];
  const fixes = findings.map((finding) => fixOf(finding, unit, text));
  return fixes.find((fixed) => fixed !== null && fixed !== text) ?? null;
}

/** Applies the fix of the segment's first finding that offers one, to the text in the editor. */
export function applyFix(state: ReviewState, at: string): Outcome {
  const opened = state.session?.editor === null ? edit(state) : state;
  const editing = editingOf(opened);
  if (editing === null) return still(opened);
  const { session, unit, editor } = editing;
  const fixed = mended(session, unit, editor.buffer.text);
  if (fixed === null) return still(refuse(state, 'review.refuse.noFix'));
  const [next, effects] = changed(opened, (buffer) => replaceAll(buffer, fixed), at);
  return [say(next, 'review.notice.fixed'), effects];
}
