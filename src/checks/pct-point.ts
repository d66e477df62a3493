import { mismatchCheck } from './numbers/mismatches.ts';

/** Percentage points are no percent. */
export const pctPoint = mismatchCheck(
  {
    id: 'pct.point',
    severity: 'error',
    examples: {
      invalid: [{ zh: '下降2个百分点。', en: 'It fell 2 percent.' }],
      valid: [{ zh: '下降2个百分点。', en: 'It fell 2 percentage points.' }],
    },
  },
  ['point'],
);
