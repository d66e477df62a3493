/** Numbers as values, however they are written. */
import { describe, expect, it } from 'vitest';
import type { Lang } from '../../../src/core/model.ts';
import { numbersIn } from '../../../src/core/numbers/read-numbers.ts';

type Case = readonly [lang: Lang, text: string, ...values: number[]];

const CASES: readonly Case[] = [
  ['zh', '3.5万', 35_000],
  ['zh', '１２人', 12],
  ['zh', '1,200人', 1200],
  ['zh', '1亿3000万元', 130_000_000],
  ['zh', '3万亿', 3e12],
  ['zh', '12万5千', 125_000],
  ['zh', '1000多万', 10_000_000],
  ['zh', '三百二十', 320],
  ['zh', '十二', 12],
  ['zh', '二十', 20],
  ['zh', '两万五千', 25_000],
  ['zh', '三億', 300_000_000],
  ['zh', '二〇二〇年', 2020],
  ['zh', '一点五', 1.5],
  ['zh', '一点五亿', 150_000_000],
  ['zh', '三十二点二五', 32.25],
  ['zh', '5月12日', 5, 12],
  ['zh', '渡轮'],
  ['en', '1,234.5', 1234.5],
  ['en', '3.5 million', 3_500_000],
  ['en', '$2bn', 2_000_000_000],
  ['en', '40k', 40_000],
  ['en', 'two hundred and five', 205],
  ['en', 'twenty-one', 21],
  ['en', 'twenty thousand', 20_000],
  ['en', 'three hundred thousand', 300_000],
  ['en', 'the fifth', 5],
  ['en', '3 dozen', 36],
  ['en', '12 May 2020', 12, 2020, 5],
  ['en', 'in may'],
  ['en', 'the ferry'],
];

describe('numbers', () => {
  it.each(CASES.map(([lang, text, ...values]) => ({ lang, text, values })))(
    '$lang “$text”',
    ({ lang, text, values }) => {
      expect(numbersIn(text, lang).map(({ value }) => value)).toEqual(values);
    },
  );
});
