import type { PairCheck } from './check.ts';
import { missingIn, termHit } from './terms/missing.ts';

/** The target renders terms as the term base says; one that stays as it is must. */
export const termUse: PairCheck = {
  id: 'term.use',
  severity: 'error',
  group: 'names',
  scope: 'pair',
  run: (view) =>
    missingIn(view)
      .filter(({ term }) => term.pos !== 'name')
      .map((missing) => ({
        ...termHit(view, missing),
        severity: missing.term.keep ? ('error' as const) : ('warning' as const),
      })),
};
