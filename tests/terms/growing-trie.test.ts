/** Words that are made ready when they are met convert as if all of them were. */
import fc from 'fast-check';
import { ConverterFactory, type DictGroup } from 'opencc-js/core';
import fromSimplified from 'opencc-js/from/cn';
import { describe, expect, it } from 'vitest';
import { GrowingTrie } from '../../src/terms/growing-trie.ts';

const GROUP = fromSimplified[0] as DictGroup;
const whole = ConverterFactory(GROUP);

const WORDS = GROUP.flatMap((dictionary) =>
  (dictionary as string).split('|').map((line) => line.slice(0, line.indexOf(' '))),
);
const text = fc
  .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'grapheme' })), { maxLength: 12 })
  .map((parts) => parts.join(''));

describe('a trie that grows', () => {
  it('converts as a whole one does, whatever it was asked before', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (texts) => {
        const growing = new GrowingTrie(GROUP);
        expect(texts.map((each) => growing.convert(each))).toEqual(texts.map(whole));
      }),
      { numRuns: 25 },
    );
  });

  it('has all words', () => {
    const growing = new GrowingTrie(GROUP);
    const all = WORDS.join('。');
    expect(growing.convert(all)).toBe(whole(all));
  });

  it('lets the first dictionary of a group say how a word is replaced', () => {
    const growing = new GrowingTrie([[['一二', 'A']], '一二 B|一 C|二 D']);
    expect(growing.convert('一二二一')).toBe('ADC');
  });
});
