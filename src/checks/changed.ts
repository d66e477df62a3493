import { unitCheck } from './unit-check.ts';

/** A pair in the locale files that nobody has signed off as it stands there. */
export const changed = unitCheck({ id: 'changed', severity: 'error', group: 'state' }, (unit) =>
  unit.status === 'changed' ? {} : null,
);
