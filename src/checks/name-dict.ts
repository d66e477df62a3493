import type { PairCheck } from './check.ts';
import { missingIn, termHit } from './terms/missing.ts';

/** Names of the term base have one of their forms in the target. */
export const nameDict: PairCheck = {
  id: 'name.dict',
  severity: 'error',
  group: 'names',
  scope: 'pair',
  run: (view) =>
    missingIn(view)
      .filter(({ term }) => term.pos === 'name')
      .map((missing) => termHit(view, missing)),
};
