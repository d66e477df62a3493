import { mismatchCheck } from './numbers/mismatches.ts';

/** Numbers have the same values on both sides, however they are written. */
export const numValue = mismatchCheck(
  {
    id: 'num.value',
    severity: 'error',
    fixes: 'wording',
    examples: {
      invalid: [
        { zh: '产量为90亿吨。', en: 'Output was 90 billion tons.' },
        { zh: '有1250人。', en: 'There were 1,350 people.' },
      ],
      valid: [
        { zh: '产量为1.2亿吨。', en: 'Output was 120 million tons.' },
        { zh: '三分之二的人', en: 'two-thirds of the people' },
      ],
    },
  },
  ['value', 'factor'],
);
