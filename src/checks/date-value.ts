import { mismatchCheck } from './numbers/mismatches.ts';

/** Days, months, years, weekdays and times are the same on both sides. */
export const dateValue = mismatchCheck(
  {
    id: 'date.value',
    severity: 'error',
    fixes: 'wording',
    examples: {
      invalid: [
        { zh: '他3月来。', en: 'He came in May.' },
        { zh: '他周三来。', en: 'He came on Thursday.' },
      ],
      valid: [
        { zh: '周三上午十时', en: '10 a.m. on Wednesday' },
        { zh: '25日下午', en: 'on the afternoon of July 25, 2026' },
      ],
    },
  },
  ['date'],
);
