import { mismatchCheck } from './numbers/mismatches.ts';

/** More than stays more than, and less than stays less than. */
export const numApprox = mismatchCheck(
  {
    id: 'num.approx',
    severity: 'warning',

    examples: {
      invalid: [{ zh: '近3万人。', en: 'More than 30,000 people.' }],
      valid: [{ zh: '逾3万人。', en: 'More than 30,000 people.' }],
    },
  },
  ['approx'],
);
