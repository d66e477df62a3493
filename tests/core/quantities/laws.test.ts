/** Laws of reading and comparing that hold for all numbers and all texts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lang } from '../../../src/core/model.ts';
import {
  compareItems,
  compareQuantities,
} from '../../../src/core/quantities/compare-quantities.ts';
import { readQuantities } from '../../../src/core/quantities/read-quantities.ts';
import { inChinese, inEnglish } from './numerals.ts';

const WHOLE = fc.integer({ min: 1, max: 999_999_999_999 });
const LANGS: readonly Lang[] = ['zh', 'en'];
/** Pieces that numbers are made of, so that random texts are not only noise. */
const PIECE = fc.constantFrom(
  ...'3 5 12 2026 1,234 0.5 年 月 日 亿 万 千 百 十 三 五 半 点 分之 % 个百分点 倍 第 周 至 - 、 ： / . , 元 美元 公里 近 逾 million bn half two third April Monday a.m. $ km percent and to more than ( ) G'.split(
    ' ',
  ),
);
const TEXT = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.array(PIECE, { maxLength: 30 }).map((pieces) => pieces.join('')),
  fc.array(PIECE, { maxLength: 30 }).map((pieces) => pieces.join(' ')),
);

function values(text: string, lang: Lang): number[] {
  return readQuantities(text, lang).map(({ value }) => value);
}

describe('a number reads back', () => {
  it.each<readonly [string, Lang, (n: number) => string]>([
    ['in figures, in Chinese', 'zh', String],
    ['in figures, in English', 'en', (n) => n.toLocaleString('en-US')],
    ['in Chinese numerals', 'zh', inChinese],
    ['in English words', 'en', inEnglish],
  ])('%s', (_, lang, write) => {
    fc.assert(
      fc.property(WHOLE, (n) => {
        // A bare 2026 is a year, of the same value.
        expect(values(`${write(n)}`, lang)).toEqual([n]);
      }),
    );
  });

  it('with 万, 亿, million and billion', () => {
    const decimals = fc.integer({ min: 1, max: 99_999 }).map((n) => n / 100);
    fc.assert(
      fc.property(decimals, (n) => {
        const scaled = (scale: number): number => Math.round(n * 100) * (scale / 100);
        expect(values(`${n}万`, 'zh')).toEqual([scaled(1e4)]);
        expect(values(`${n}亿`, 'zh')).toEqual([scaled(1e8)]);
        expect(values(`${n} million`, 'en')).toEqual([scaled(1e6)]);
        expect(values(`$${n}bn`, 'en')).toEqual([scaled(1e9)]);
      }),
    );
  });
});

describe('any text', () => {
  it.each(LANGS)('holds the spans of its items, in order (%s)', (lang) => {
    fc.assert(
      fc.property(TEXT, (text) => {
        for (const item of readQuantities(text, lang)) {
          expect(item.text).toBe(text.slice(item.from, item.to));
          expect(item.from).toBeLessThan(item.to);
          expect(item.numeral.from).toBeGreaterThanOrEqual(0);
          expect(item.numeral.to).toBeLessThanOrEqual(text.length);
          expect(Number.isFinite(item.value)).toBe(true);
        }
      }),
    );
  });

  it.each(LANGS)('agrees with itself (%s)', (lang) => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const items = readQuantities(text, lang);
        expect(compareItems(items, items)).toEqual([]);
      }),
    );
  });

  it('is compared from either side alike', () => {
    fc.assert(
      fc.property(TEXT, TEXT, (one, other) => {
        const [a, b] = [readQuantities(one, 'zh'), readQuantities(other, 'en')];
        expect(compareItems(a, b).length === 0).toBe(compareItems(b, a).length === 0);
      }),
    );
  });

  it('is compared with any other without an error', () => {
    fc.assert(
      fc.property(TEXT, TEXT, (zh, en) => {
        for (const { zh: left, en: right } of compareQuantities(zh, en)) {
          expect(left ?? right).toBeDefined();
        }
      }),
    );
  });
});
