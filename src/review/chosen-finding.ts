/** The findings of a segment in the order in which they are listed, and the one that the keys act on. */
import type { Finding, Unit } from '../core/model.ts';
import type { Session } from './state.ts';
import { typedFindings } from './typed-findings.ts';

const GRAVEST: readonly Finding['severity'][] = ['error', 'warning', 'note'];

function rank({ dismissed, severity }: Finding): number {
  return dismissed === undefined ? GRAVEST.indexOf(severity) : GRAVEST.length;
}

/** The gravest first, what somebody has dismissed last. */
export function listedFindings(session: Session, unit: Unit): readonly Finding[] {
  return typedFindings(session, unit).toSorted((a, b) => rank(a) - rank(b));
}

/** The place of the chosen one among so many. */
export function chosenAt({ chosen }: Session, key: string, count: number): number {
  return chosen.key === key ? Math.max(0, Math.min(chosen.at, count - 1)) : 0;
}

/** The finding that the keys act on. */
export function chosenFinding(session: Session, unit: Unit): Finding | undefined {
  const listed = listedFindings(session, unit);
  return listed[chosenAt(session, unit.key, listed.length)];
}
