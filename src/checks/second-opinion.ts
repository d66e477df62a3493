import { secondOpinion } from '../core/second-opinion/second-opinion.ts';
import { unitCheck } from './unit-check.ts';

const OPEN = new Set(['draft', 'stale', 'untranslated']);

/** A segment for which two engines say what cannot both be right. */
export const secondOpinionCheck = unitCheck(
  { id: 'second-opinion', severity: 'warning', group: 'meaning' },
  (unit) => {
    const opinion = OPEN.has(unit.status) ? secondOpinion(unit) : null;
    if (opinion === null || opinion.disagreements.length === 0) return null;
    return {
      differs: opinion.disagreements.join(' '),
      first: opinion.first.origin.slice('engine:'.length),
      second: opinion.second.origin.slice('engine:'.length),
    };
  },
);
