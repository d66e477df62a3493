/** Walks what the checks say of the article, and mends it. */
import type { Finding, Unit } from '../../core/model.ts';
import { chosenAt } from '../chosen-finding.ts';
import { findingsAt, type Found, isComplete, standing } from '../findings.ts';
import { type Outcome, refuse, say, still } from '../outcome.ts';
import type { ReviewState, Seeking, Session } from '../state.ts';
import { typedFindings } from '../typed-findings.ts';
import { goToUnit } from './saving.ts';
import { focusOf, select } from './session.ts';

type To = 'next' | 'previous';

/** The session without what hides a segment, on the segment that it is on. */
function withAllShown(session: Session): Session {
  const { units } = session.article;
  const here = session.shown[session.cursor.selected] ?? 0;
  const shown = units.map((_, at) => at);
  return select({ ...session, filter: 'all', query: null, shown }, here);
}

/** The session with another finding of the selected segment chosen; null where there is no more. */
function stepped(session: Session, state: ReviewState, to: To): Session | null {
  const unit = focusOf(state)?.unit;
  if (unit === undefined || session.panel !== 'findings') return null;
  const count = standing(typedFindings(session, unit)).length;
  const at = chosenAt(session, unit.key, count) + (to === 'next' ? 1 : -1);
  return at < 0 || at >= count ? null : { ...session, chosen: { key: unit.key, at } };
}

function findingsIn(unit: Unit | undefined, found: Found): readonly Finding[] {
  return unit === undefined ? [] : standing(findingsAt(found, unit.key));
}

/** The next segment with a finding; `open` when one on the way has not been looked at. */
function nextWithFinding(
  { article, shown, cursor, found }: Session,
  to: To,
): number | 'open' | null {
  const { length } = article.units;
  const here = shown[cursor.selected] ?? 0;
  const step = to === 'next' ? 1 : -1;
  for (let far = 1; far <= length; far += 1) {
    const index = (here + step * far + length * 2) % length;
    if (found.open.has(index)) return 'open';
    if (findingsIn(article.units[index], found).length > 0) return index;
  }
  return isComplete(found) ? null : 'open';
}

/** The first finding of a segment, or its last for whoever walks backwards. */
function arrivingAt({ article, found }: Session, index: number, to: To): Session['chosen'] {
  const unit = article.units[index];
  const last = findingsIn(unit, found).length - 1;
  return { key: unit?.key ?? '', at: to === 'next' ? 0 : Math.max(0, last) };
}

/** It is looked for once more is known. */
function sought(state: ReviewState, { found }: Session, seeking: Seeking): ReviewState {
  const count = found.open.size;
  return say({ ...state, seeking }, 'review.notice.checking', { count });
}

/** Selects the next finding, of this segment or of another, and shows the panel's findings. */
export function goToFinding(state: ReviewState, to: To, at: string): Outcome {
  const { session } = state;
  if (session === null) return still(refuse(state, 'review.refuse.noArticle'));
  const here = stepped(session, state, to);
  if (here !== null) return still({ ...state, session: here });
  const index = nextWithFinding(session, to);
  if (index === null) return still(say(state, 'review.notice.noFindings'));
  if (index === 'open') return still(sought(state, session, { to, at }));
  const open = session.shown.includes(index) ? session : withAllShown(session);
  const chosen = arrivingAt(session, index, to);
  return goToUnit(state, { ...open, panel: 'findings', chosen }, index, at);
}

/** Goes on looking for the finding that was asked for, now that more is known. */
export function seekOn(state: ReviewState): Outcome {
  const { seeking } = state;
  if (seeking === null) return still(state);
  return goToFinding({ ...state, seeking: null, notice: null }, seeking.to, seeking.at);
}
