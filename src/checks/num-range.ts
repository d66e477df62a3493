import { mismatchCheck } from './numbers/mismatches.ts';

/** Both ends of a range are the same on both sides. */
export const numRange = mismatchCheck(
  {
    id: 'num.range',
    severity: 'error',

    examples: {
      invalid: [{ zh: '3至5天', en: '3 to 6 days' }],
      valid: [{ zh: '三五天', en: 'three to five days' }],
    },
  },
  ['range'],
);
