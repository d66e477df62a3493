/** The panel's tabs: each with what it holds, the one that is shown in brackets. */
import type { MessageKey } from '../../../core/messages.ts';
import type { Unit } from '../../../core/model.ts';
import type { Aids } from '../../aids.ts';
import { PANEL_TABS, type PanelTab, type Session } from '../../state.ts';
import { standing } from '../../findings.ts';
import { typedFindings } from '../../typed-findings.ts';
import { type Part, part, partsWidth, type View } from '../row.ts';
import { signsOf } from '../signs.ts';
import { machineDrafts } from './machine.ts';
import { once } from './terms.ts';

type Count = (unit: Unit, aids: Aids | undefined, session: Session) => number | null;

/** How much a tab holds; null where that is not known yet. */
const COUNTS: Readonly<Record<Exclude<PanelTab, 'context'>, Count>> = {
  memory: (_, aids) => aids?.matches.length ?? null,
  machine: (unit) => machineDrafts(unit).length,
  terms: (_, aids) => (aids === undefined ? null : once(aids.terms).length),
  findings: (unit, _, session) => standing(typedFindings(session, unit)).length,
  notes: (unit) => unit.record?.notes?.length ?? 0,
};

/** A figure takes its room before it is known, so that nothing moves when it comes. */
function figureOf(tab: PanelTab, session: Session, unit: Unit): string {
  if (tab === 'context') return '';
  const count = COUNTS[tab](unit, session.aids.get(unit.key), session);
  return count === null ? '  ' : ` ${count}`;
}

/** The tabs in a row of at most so many cells; with dots between them if there is room. */
export function tabParts(session: Session, unit: Unit, width: number, view: View): readonly Part[] {
  const tabs = PANEL_TABS.map((tab): Part => {
    const name = view.t(`review.panel.${tab}` as MessageKey);
    const text = `${name}${figureOf(tab, session, unit)}`;
    return tab === session.panel ? part(`[${text}]`, 'strong') : part(` ${text} `);
  });
  const dot = part(signsOf(view.ascii).dot, 'faint');
  const dotted = tabs.flatMap((tab, index) => (index === 0 ? [tab] : [dot, tab]));
  return partsWidth(dotted) <= width ? dotted : tabs;
}
