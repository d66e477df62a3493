import { unitCheck } from './check.ts';

/** A segment that has a draft which nobody has signed off. */
export const draft = unitCheck('draft', 'error', (unit) =>
  unit.status === 'draft' ? { origin: unit.draft?.origin ?? '' } : null,
);
