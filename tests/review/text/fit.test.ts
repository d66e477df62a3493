import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fit } from '../../../src/review/text/fit.ts';
import { widthOf, widthOfAmbiguousWide } from '../../../src/review/text/width.ts';
import { nastyText } from './nasty-text.ts';

describe('fit', () => {
  it.each([
    ['pads', 'ab', 4, 'ab  '],
    ['leaves an exact text', '你好', 4, '你好'],
    ['cuts', 'abcdef', 4, 'abc…'],
    ['does not cut a wide character in half', '你好吗', 4, '你… '],
    ['does not cut a joined emoji', 'ab👩‍👩‍👧cd', 4, 'ab… '],
    ['shows a line break as a space', 'a\nb', 4, 'a b '],
    ['makes unsafe characters visible', 'a\u001b', 4, 'a␛  '],
    ['one cell', '你好', 1, '…'],
    ['no cell', '你好', 0, ''],
    ['less than none', '你好', -3, ''],
  ])('%s', (_, text, width, expected) => {
    expect(fit(text, width)).toBe(expected);
  });

  it('counts ambiguous characters as told', () => {
    expect(fit('“a”', 5, widthOfAmbiguousWide)).toBe('“a”');
    expect(fit('“ab”', 5, widthOfAmbiguousWide)).toBe('“a…');
    expect(fit('abc', 1, widthOfAmbiguousWide)).toBe(' ');
  });

  it('is exactly as wide as asked', () => {
    assert(
      property(nastyText, integer({ min: 0, max: 30 }), (text, width) => {
        expect(widthOf(fit(text, width))).toBe(width);
        expect(widthOfAmbiguousWide(fit(text, width, widthOfAmbiguousWide))).toBe(width);
      }),
    );
  });
});
