import { assert, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boundaryAtOrAfter,
  boundaryAtOrBefore,
  graphemesOf,
  nextBoundary,
  previousBoundary,
} from '../../../src/review/text/graphemes.ts';
import { nastyText } from './nasty-text.ts';

function boundariesOf(text: string): readonly number[] {
  let at = 0;
  return [0, ...graphemesOf(text).map((grapheme) => (at += grapheme.length))];
}

describe('graphemesOf', () => {
  it.each([
    ['', []],
    ['ab', ['a', 'b']],
    ['e\u0301你', ['e\u0301', '你']],
    ['👩‍👩‍👧🇨🇳', ['👩‍👩‍👧', '🇨🇳']],
    ['𠮷葛\u{E0100}', ['𠮷', '葛\u{E0100}']],
  ])('%j', (text, expected) => {
    expect(graphemesOf(text)).toEqual(expected);
  });
});

describe('the fast path', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  const byRules = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);

  it('gives what the rules of Unicode give', () => {
    assert(
      property(nastyText, (text) => {
        expect(graphemesOf(text)).toEqual(byRules(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('does so for each character among others', () => {
    const characters = Array.from({ length: 0xd800 - 0x20 }, (_, at) => {
      return String.fromCharCode(at + 0x20);
    });
    const wrong = characters.filter((character) => {
      const text = `你${character}${character}a`;
      return graphemesOf(text).join('|') !== byRules(text).join('|');
    });
    expect(wrong).toEqual([]);
  });
});

describe('boundaries', () => {
  it('are those between the graphemes, from any offset', () => {
    assert(
      property(nastyText, nat(60), (text, offset) => {
        const at = Math.min(offset, text.length);
        const all = boundariesOf(text);
        const before = all.findLast((boundary) => boundary < at) ?? 0;
        const after = all.find((boundary) => boundary > at) ?? text.length;
        const here = all.includes(at);
        expect(boundaryAtOrBefore(text, at)).toBe(here ? at : before);
        expect(boundaryAtOrAfter(text, at)).toBe(here ? at : after);
        expect(nextBoundary(text, at)).toBe(after);
        expect(previousBoundary(text, at)).toBe(before);
      }),
    );
  });

  it.each([-1, 7])('stay inside the text for offset %i', (at) => {
    for (const boundary of [
      boundaryAtOrAfter,
      boundaryAtOrBefore,
      nextBoundary,
      previousBoundary,
    ]) {
      expect([0, 2]).toContain(boundary('你好', at));
    }
  });
});
