import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyFix } from '../../src/core/apply-fix.ts';
import { plainPlaces } from '../../src/core/plain-places.ts';
import { escapeTagged, plainText } from '../../src/core/tags.ts';

describe('places of the plain text', () => {
  it.each([
    ['no tags', 'no', { from: 0, to: 2 }],
    ['<1>bold</1> text', 'bold', { from: 3, to: 7 }],
    ['<1>bold</1> text', 'text', { from: 12, to: 16 }],
    ['a &lt;1> b', '<1>', { from: 2, to: 8 }],
    ['a<2/>b', 'ab', { from: 0, to: 6 }],
    ['<3>stays', '<3>stays', { from: 0, to: 8 }],
  ])('%s: %s', (tagged, part, span) => {
    const { plain, spanOf } = plainPlaces(tagged);
    const from = plain.indexOf(part);
    expect(spanOf({ from, to: from + part.length })).toEqual(span);
  });

  it('refuse an edit that would take a tag out, and no other', () => {
    const { editOf } = plainPlaces('a<2/>b c');
    expect(editOf({ from: 0, to: 2, text: 'x' })).toBeNull();
    expect(editOf({ from: 1, to: 2, text: 'x' })).toEqual({ from: 5, to: 6, text: 'x' });
  });

  it.each([
    ['<1>a</1><2>b</2>', 8],
    ['a<1/>b', 1],
    ['ab', 1],
    ['<1>a<2>b</2></1>', 4],
  ])('puts in behind tags that close and before those that open: %s', (tagged, at) => {
    const { editOf } = plainPlaces(tagged);
    expect(editOf({ from: 1, to: 1, text: 'x' })).toEqual({ from: at, to: at, text: 'x' });
  });

  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 6 }).map(escapeTagged),
    fc.constantFrom('<1>', '</1>', '<2/>', '&lt;', '&amp;', '汉', '<'),
  );

  it('hold for any text: an edit of the plain text is the same edit of the tagged one', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.nat(), fc.nat(), (pieces, a, b) => {
        const tagged = pieces.join('');
        const { plain, editOf } = plainPlaces(tagged);
        const from = plain.length === 0 ? 0 : a % plain.length;
        const to = Math.min(plain.length, from + (b % 3));
        const edit = editOf({ from, to, text: 'Z' });
        if (edit === null) return;
        const done = plainText(applyFix(tagged, { lang: 'en', edits: [edit] }));
        expect(done).toBe(`${plain.slice(0, from)}Z${plain.slice(to)}`);
      }),
    );
  });
});
