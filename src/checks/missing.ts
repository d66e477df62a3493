import { unitCheck } from './unit-check.ts';

/** A segment that nobody has translated. */
export const missing = unitCheck({ id: 'missing', severity: 'error', group: 'state' }, (unit) =>
  unit.status === 'untranslated' ? { source: unit.segment.lang } : null,
);
