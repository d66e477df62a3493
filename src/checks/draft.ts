import { unitCheck } from './unit-check.ts';

/** A segment that has a draft which nobody has signed off. */
export const draft = unitCheck({ id: 'draft', severity: 'error', group: 'state' }, (unit) =>
  unit.status === 'draft' ? { origin: unit.draft?.origin ?? '' } : null,
);
