import { unitCheck } from './check.ts';

/** A pair in the locale files that nobody has signed off as it stands there. */
export const changed = unitCheck('changed', 'error', (unit) =>
  unit.status === 'changed' ? {} : null,
);
