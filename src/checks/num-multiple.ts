import { mismatchCheck } from './numbers/mismatches.ts';

/** 增加两倍 is three times as much: multiples are counted the same on both sides. */
export const numMultiple = mismatchCheck(
  {
    id: 'num.multiple',
    severity: 'warning',

    examples: {
      invalid: [{ zh: '产量增加一倍。', en: 'Output tripled.' }],
      valid: [
        { zh: '产量增加一倍。', en: 'Output doubled.' },
        { zh: '产量增至两倍。', en: 'Output doubled.' },
      ],
    },
  },
  ['multiple'],
);
