import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { alignByLength } from '../../src/core/align.ts';
import { editDistance, nearest } from '../../src/core/nearest.ts';
import { placeAt, placeFinder } from '../../src/core/place.ts';
import {
  articleOf,
  articlePath,
  localePath,
  publishedPath,
  reviewPath,
} from '../../src/core/paths.ts';
import { isSlug } from '../../src/core/slug.ts';
import { countWords } from '../../src/core/summary.ts';

describe('slugs', () => {
  it.each([
    ['2026-11-22-fed', true],
    ['a', true],
    ['duizhao', false],
    ['../x', false],
    ['a/b', false],
    ['A', false],
    ['a_b', false],
    ['a--b', false],
    ['-a', false],
    ['', false],
    ['中', false],
    ['a.b', false],
  ])('%j: %s', (name, valid) => {
    expect(isSlug(name)).toBe(valid);
  });
});

describe('did you mean', () => {
  it.each([
    ['chek', 'check'],
    ['trnaslate', 'translate'],
    ['xyzzy', null],
    ['', null],
  ])('%j → %j', (word, guess) => {
    expect(nearest(word, ['check', 'translate', 'publish'])).toBe(guess);
  });

  it('the distance is a metric on short words', () => {
    const word = fc.string({ maxLength: 6 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, a)).toBe(0);
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});

describe('places', () => {
  it('are the same whichever way they are found', () => {
    const text = fc.array(fc.constantFrom('a', '中', '\n')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.array(fc.nat(30)), (source, offsets) => {
        const find = placeFinder('f', source);
        for (const offset of offsets) {
          const bounded = Math.min(offset, source.length);
          expect(find(bounded)).toEqual(placeAt('f', source, bounded));
        }
      }),
    );
  });
});

describe('words', () => {
  it.each([
    ['The U.S. grew 3.5%.', 6],
    ['你好世界', 4],
    ['他用iPhone 15拍照。', 6],
    ['', 0],
    ["It's a well-known fact", 4],
  ])('%j: %i', (text, words) => {
    expect(countWords(text)).toBe(words);
  });
});

describe('aligning sentences by length', () => {
  it.each([
    [
      [10, 40, 20],
      [30, 120, 60],
      [
        [[0], [0]],
        [[1], [1]],
        [[2], [2]],
      ],
    ],
    [
      [10, 80],
      [30, 120, 120],
      [
        [[0], [0]],
        [[1], [1, 2]],
      ],
    ],
    [
      [40, 40, 10],
      [240, 30],
      [
        [[0, 1], [0]],
        [[2], [1]],
      ],
    ],
  ])('%j to %j', (source, target, beads) => {
    expect(alignByLength(source, target).map((bead) => [bead.source, bead.target])).toEqual(beads);
  });

  it('uses every sentence once, in order', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 12 });
    fc.assert(
      fc.property(lengths, lengths, (source, target) => {
        const beads = alignByLength(source, target);
        expect(beads.flatMap((bead) => bead.source)).toEqual([...source.keys()]);
        expect(beads.flatMap((bead) => bead.target)).toEqual([...target.keys()]);
      }),
    );
  });
});

describe('config', () => {
  it.each([
    [{ langg: 'zh' }, /unknown key "langg", did you mean "lang"\?/],
    [{ deepl: { modl: 'x' } }, /unknown key "deepl.modl", did you mean "model"\?/],
    [{ DEEPL_AUTH_KEY: 'x' }, /unknown key "DEEPL_AUTH_KEY"/],
    [{ lang: 'fr' }, /"lang"/],
    [{ signOffs: 3 }, /"signOffs"/],
    [[], /duizhao.config.json/],
  ])('%j is refused', (raw, message) => {
    expect(() => parseConfig(raw, 'duizhao.config.json')).toThrow(message);
  });

  it('an empty one has every default', () => {
    expect(parseConfig({}, 'f')).toMatchObject({
      engine: 'deepl',
      signOffs: 1,
      publish: { folder: 'site' },
    });
  });
});

it.each([articlePath, reviewPath, publishedPath, (slug: string) => localePath('en', slug)])(
  'a file of an article is known as such',
  (path) => {
    expect(articleOf(path('old-pier'))).toBe('old-pier');
    expect(articleOf(`x/${path('old-pier')}`)).toBeNull();
    expect(articleOf(`${path('old-pier')}.bak`)).toBeNull();
  },
);
