import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldText, type FoldOptions } from '../../src/core/fold.ts';

describe('folding for search', () => {
  it.each<[string, string, string, FoldOptions]>([
    ['full-width letters and digits', 'ＡＢ１２', 'ab12', {}],
    ['capitals', 'aB', 'ab', {}],
    ['curly quotes', '“ab” ‘12’', `"ab" '12'`, {}],
    ['runs of white space', 'ab \n  12', 'ab 12', {}],
    ['white space, left out', 'a b 1 2', 'ab12', { space: 'none' }],
    ['punctuation, left out', 'a-b, 12!', 'ab12', { noMarks: true, space: 'none' }],
    ['punctuation as a gap', 'a-b, 12', 'a b 12', { noMarks: true }],
    ['what a folding of your own does', '鐵', '铁', { also: (text) => text.replace('鐵', '铁') }],
  ])('folds %s', (_, text, folded, options) => {
    expect(fold(text, options)).toBe(folded);
  });

  it('keeps capitals where they count', () => {
    expect(fold('ＵＳ us', { keepCase: true })).toBe('US us');
  });

  it.each([
    ['in plain text', '港口今天开放。', '今天', '今天'],
    ['in full-width text', '共１２只船', '12', '１２'],
    ['behind what becomes longer', '㎏…和米', '和', '和'],
    ['behind what becomes shorter', 'cafe\u0301 noir', 'noir', 'noir'],
    ['of a character that becomes several', '约５㎏米', 'kg', '㎏'],
    ['over white space', 'by   rail', 'by rail', 'by   rail'],
  ])('knows where a find stands %s', (_, text, needle, original) => {
    const folded = foldText(text);
    const at = folded.text.indexOf(needle);
    const { from, to } = folded.span(at, at + needle.length);
    expect(text.slice(from, to)).toBe(original);
  });

  it('folds the same with places and without', () => {
    const options = fc.record({
      space: fc.constantFrom('one' as const, 'none' as const),
      keepCase: fc.boolean(),
      noMarks: fc.boolean(),
    });
    const text = fc.string({ unit: fc.constantFrom(...'aB Ａ，。“”\n 港１-é…㎏!'), maxLength: 20 });
    fc.assert(
      fc.property(text, options, (text, options) => {
        expect(foldText(text, options).text).toBe(fold(text, options));
      }),
    );
  });
});
