/** OpenCC's chains, against the library's own way through its dictionaries. */
import fc from 'fast-check';
import { ConverterFactory } from 'opencc-js/core';
import simplified from 'opencc-js/from/cn';
import hongKong from 'opencc-js/to/hkp';
import taiwan from 'opencc-js/to/twp';
import { describe, expect, it } from 'vitest';
import { loadRegionalWriting } from '../../src/terms/regional.ts';

const DICTIONARIES = { tw: taiwan, hk: hongKong };

/** What the dictionaries are about, whole and in parts, among other signs. */
const entries = [...simplified, ...taiwan, ...hongKong]
  .flatMap((group) => group.flatMap((rows) => rows.split('|')))
  .flatMap((row) => row.split(' '));
const piece = fc.oneof(
  fc.constantFrom(...entries),
  fc.constantFrom(...entries).map((entry) => entry.slice(0, -1)),
  fc.constantFrom('⿰', '⿱', '⿲', '\ud842', '\udfb7', '𠮷', ' ', 'SQL', '，', '鼠标', '里'),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

describe.each(['tw', 'hk'] as const)('to %s', (variant) => {
  it.each([
    ['zh-Hans', ConverterFactory(simplified, DICTIONARIES[variant])],
    ['zh-Hant', ConverterFactory(DICTIONARIES[variant])],
  ] as const)(
    'from %s every text becomes what the library makes of it',
    async (from, byLibrary) => {
      const { convert } = await loadRegionalWriting({ variant, from, terms: [] });
      fc.assert(
        fc.property(text, (each) => {
          expect(convert(each)).toBe(byLibrary(each));
        }),
        { numRuns: 500 },
      );
    },
  );
});
