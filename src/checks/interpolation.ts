import { unitCheck } from './unit-check.ts';

/** Legal text that another i18next user's `t()` would take for a variable or a call. */
export const interpolation = unitCheck(
  { id: 'interpolation', severity: 'warning', group: 'markup' },
  (unit) => {
    const texts = unit.pair === undefined ? [] : [unit.pair.zh, unit.pair.en];
    const risky = texts.some((text) => text.includes('{{') || text.includes('$t('));
    return risky ? { braces: '{{' } : null;
  },
);
