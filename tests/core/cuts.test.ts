import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorAt, applyCuts, type Cut } from '../../src/core/cuts.ts';
import { splitSentences } from '../../src/core/sentences/split.ts';

const TEXT =
  'The ferry left at dawn. It carried 140 people, a dog and two goats. Nobody saw the fog.';

function texts(plain: string, cuts: readonly Cut[]): string[] {
  return applyCuts(plain, splitSentences(plain, 'en'), cuts).map(({ from, to }) =>
    plain.slice(from, to),
  );
}

function cut(kind: Cut['kind'], before: string, plain = TEXT): Cut {
  return { kind, ...anchorAt(plain, plain.indexOf(before) + before.length) };
}

describe('cuts', () => {
  it('merge two sentences into one', () => {
    expect(texts(TEXT, [cut('merge', 'dawn.')])).toEqual([
      'The ferry left at dawn. It carried 140 people, a dog and two goats.',
      'Nobody saw the fog.',
    ]);
  });

  it('merge three', () => {
    expect(texts(TEXT, [cut('merge', 'dawn.'), cut('merge', 'goats.')])).toEqual([TEXT]);
  });

  it('split one in two and in three', () => {
    expect(texts(TEXT, [cut('split', 'people,')])[1]).toBe('It carried 140 people,');
    expect(texts(TEXT, [cut('split', 'people,'), cut('split', 'a dog')])).toHaveLength(5);
  });

  it.each([
    ['an edit elsewhere in the sentence', TEXT.replace('The ferry left', 'A small ferry left')],
    ['a sentence put in front', `Good morning to all. ${TEXT}`],
    [
      'an edit right after the place',
      TEXT.replace('It carried 140 people', 'It carried 150 people'),
    ],
    ['other white space', TEXT.replace('dawn. It', 'dawn.\n It')],
  ])('survive %s', (_, edited) => {
    const merged = texts(edited, [cut('merge', 'dawn.')]);
    expect(merged.some((text) => /dawn\.\s+It carried/.test(text))).toBe(true);
  });

  it('do nothing where their text is gone', () => {
    const other = 'Quite another text. It has two sentences.';
    expect(texts(other, [cut('merge', 'dawn.'), cut('split', 'people,')])).toEqual([
      'Quite another text.',
      'It has two sentences.',
    ]);
  });

  it('lose no character, whatever they are', () => {
    const place = fc.nat(TEXT.length);
    const anyCut = fc.record({
      kind: fc.constantFrom('merge' as const, 'split' as const),
      at: place,
    });
    fc.assert(
      fc.property(fc.array(anyCut, { maxLength: 5 }), (places) => {
        const cuts = places.map(({ kind, at }) => ({ kind, ...anchorAt(TEXT, at) }));
        expect(texts(TEXT, cuts).join('').replace(/\s/g, '')).toBe(TEXT.replace(/\s/g, ''));
      }),
    );
  });
});
