import { mismatchCheck } from './numbers/mismatches.ts';

/** Units and currencies are the same on both sides, or converted. */
export const numUnit = mismatchCheck(
  {
    id: 'num.unit',
    severity: 'error',
    fixes: 'wording',
    examples: {
      invalid: [
        { zh: '投资1.2亿元。', en: 'It invested $120 million.' },
        { zh: '面积150亩。', en: 'It covers 150 acres.' },
      ],
      valid: [
        { zh: '投资1.2亿元。', en: 'It invested 120 million yuan.' },
        { zh: '全程5公里。', en: 'It is 5 km (3.1 miles) long.' },
      ],
    },
  },
  ['unit'],
);
