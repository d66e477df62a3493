import type { PairCheck } from './check.ts';
import { apart } from './marks/apart.ts';
import { lookAt } from './marks/faults.ts';
import { halfBrackets, halfMarks } from './marks/width-zh.ts';

const ANY_HALF = /[,;:?!.()]/;
const ANY_HAN = /\p{Script=Han}/u;

/** Marks of Chinese are as wide as its characters, but for those of numbers, addresses and Latin words. */
export const punctWidthZh: PairCheck = {
  id: 'punct.width.zh',
  severity: 'warning',
  group: 'punctuation',
  fixes: 'typographic',
  scope: 'pair',
  examples: {
    invalid: [{ zh: '你好,世界.', en: 'Hello, world.' }],
    valid: [
      { zh: '增长5.3%', en: 'up 5.3 percent' },
      { zh: '上午10:30开会', en: 'The meeting is at 10:30 a.m.' },
    ],
  },
  run: lookAt(['zh'], (side) => {
    const { text } = side;
    if (!ANY_HALF.test(text) || !ANY_HAN.test(text)) return [];
    return apart([...halfMarks(side), ...halfBrackets(side)]);
  }),
};
