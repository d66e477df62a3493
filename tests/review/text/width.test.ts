import { assert, property } from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { measuring, widthOf, widthOfAmbiguousWide } from '../../../src/review/text/width.ts';
import { fit } from '../../../src/review/text/fit.ts';
import { wrap } from '../../../src/review/text/wrap.ts';
import { nastyText } from './nasty-text.ts';

describe('widthOf', () => {
  it.each([
    ['', 0, 0],
    ['plain ASCII', 11, 11],
    ['你好，world', 11, 11],
    ['“—…”', 4, 8],
    ['——', 2, 4],
    ['《〔～', 6, 6],
    ['𠮷葛\u{E0100}', 4, 4],
    ['👩‍👩‍👧🇨🇳👍🏽', 6, 6],
    ['⚠', 1, 1],
    ['⚠️', 2, 2],
    ['\u200b\u00ad\ufeff', 0, 0],
    ['e\u0301', 1, 1],
    ['①', 1, 2],
  ])('%j takes %i cells, %i where ambiguous characters are wide', (text, narrow, wide) => {
    expect([widthOf(text), widthOfAmbiguousWide(text)]).toEqual([narrow, wide]);
  });

  it('agrees with string-width, which ink pads with', () => {
    assert(
      property(nastyText, (text) => {
        const options = { countAnsiEscapeCodes: true };
        expect(widthOf(text)).toBe(stringWidth(text, options));
        expect(widthOfAmbiguousWide(text)).toBe(
          stringWidth(text, { ...options, ambiguousIsNarrow: false }),
        );
      }),
    );
  });

  it('agrees with string-width on each character of the fast path', () => {
    const characters = Array.from({ length: 0xd800 - 0x20 }, (_, index) =>
      String.fromCharCode(index + 0x20),
    );
    const wrong = characters.filter((character) => widthOf(character) !== stringWidth(character));
    expect(wrong).toEqual([]);
  });
});

describe('measuring', () => {
  it('is for the terminal at hand, in all that measures, until the work is done', () => {
    const measured = (): unknown => [
      widthOf('“好”'),
      fit('“好”—', 6),
      wrap('他说“好”', 8).map(({ text }) => text),
    ];
    const narrow = measured();
    expect(measuring(true, measured)).toEqual([6, '“好…', ['他说', '“好”']]);
    expect(measured()).toEqual(narrow);
  });

  it('ends with a fault too', () => {
    const fault = (): never => {
      throw new Error('a bug');
    };
    expect(() => measuring(true, fault)).toThrow('a bug');
    expect(widthOf('—')).toBe(1);
  });
});
