import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalText,
  compareTags,
  escapeTagged,
  foldSpace,
  plainText,
  sameText,
} from '../../src/core/tags.ts';

const piece = fc.constantFrom(
  '<1>',
  '</1>',
  '<2/>',
  '<',
  '&',
  'lt;',
  '&lt;',
  '&amp;',
  '1>',
  '中',
  'a',
  ' ',
);
const anyText = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

describe('tagged text', () => {
  it.each([
    ['plain', 'plain'],
    ['<1>bold</1> and <2/>', 'bold and '],
    ['<1>a <2>b</2></1>', 'a b'],
    ['a &lt;1> b', 'a <1> b'],
    ['&amp;lt; stays', '&lt; stays'],
    ['a < b & c', 'a < b & c'],
    ['open <1> only', 'open <1> only'],
    ['</1> close only', '</1> close only'],
    ['<1>crossed <2>tags</1></2>', 'crossed <2>tags</2>'],
  ])('%j reads as %j', (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  it('gives any plain text back after escaping', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(plainText(escapeTagged(text))).toBe(text);
      }),
    );
  });

  it('never loses a character that is no tag', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const letters = (from: string): string => from.replace(/[^中a]/g, '');
        // `a` also stands in `&amp;`, which reads as `&`.
        expect(letters(plainText(text))).toBe(letters(text.replace(/&amp;/g, '&')));
      }),
    );
  });

  it.each([
    ['same tags', '<1>a</1><2/>', '<2/><1>b</1>', null],
    ['missing', '<1>a</1>', 'b', { missing: ['<1>'], extra: [], broken: [], emptied: [] }],
    ['extra', 'a', 'b<1/>', { missing: [], extra: ['<1/>'], broken: [], emptied: [] }],
    ['unclosed', '<1>a</1>', '<1>b', { missing: ['<1>'], extra: [], broken: ['<1>'], emptied: [] }],
    ['emptied', '<1>a</1>', 'b<1></1>', { missing: [], extra: [], broken: [], emptied: ['<1>'] }],
    ['doubled', '<1/>', '<1/><1/>', { missing: [], extra: ['<1/>'], broken: [], emptied: [] }],
  ])('compares tags: %s', (_, source, target, difference) => {
    expect(compareTags(source, target)).toEqual(difference);
  });
});

describe('the form in which texts are compared', () => {
  it.each([
    ['soft break between Han', '你好\n世界', '你好世界'],
    ['soft break between words', 'hello\nworld', 'hello world'],
    ['soft break between Han and Latin', '你好\nworld', '你好 world'],
    ['runs of spaces', 'a  b\t c', 'a b c'],
  ])('folds a %s', (_, text, folded) => {
    expect(foldSpace(text)).toBe(folded);
  });

  it.each([
    ['tags renumbered', '<3>a</3> <1/>', '<1>a</1> <2/>', true],
    ['NFC', 'e\u0301', '\u00e9', true],
    ['one character more', '同意', '不同意', false],
    ['full and half width', '，', ',', false],
    ['case', 'May', 'may', false],
  ])('%s: %j and %j', (_, a, b, same) => {
    expect(sameText(a, b)).toBe(same);
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(canonicalText(canonicalText(text))).toBe(canonicalText(text));
      }),
    );
  });
});
