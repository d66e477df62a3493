import { unitCheck } from './check.ts';

/** A segment that nobody has translated. */
export const missing = unitCheck('missing', 'error', (unit) =>
  unit.status === 'untranslated' ? { source: unit.segment.lang } : null,
);
