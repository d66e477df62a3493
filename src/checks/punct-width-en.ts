import type { PairCheck } from './check.ts';
import { apart } from './marks/apart.ts';
import { lookAt } from './marks/faults.ts';
import { fullBrackets, fullMarks } from './marks/width-en.ts';

const ANY_FULL = /[，、。．；：？！％＆／（）［］｛｝【】〔〕]/;

/** No mark of Chinese stands in English, but inside of Chinese that is quoted. */
export const punctWidthEn: PairCheck = {
  id: 'punct.width.en',
  severity: 'error',
  group: 'punctuation',
  fixes: 'typographic',
  scope: 'pair',
  examples: {
    invalid: [{ zh: '你好，世界', en: 'Hello，world' }],
    valid: [{ zh: '他说：“你好。”', en: '“Hello,” he said' }],
  },
  run: lookAt(['en'], (side) =>
    ANY_FULL.test(side.text) ? apart([...fullMarks(side), ...fullBrackets(side)]) : [],
  ),
};
