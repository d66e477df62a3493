import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDictionary, DictionaryReader } from '../../src/dictionary/dictionary.ts';
import { parseEntry } from '../../src/dictionary/entry.ts';
import { lookUp } from '../../src/dictionary/look-up.ts';
import { tonedPinyin } from '../../src/dictionary/pinyin.ts';
import { LINES } from './lines.ts';

const dictionary = buildDictionary(LINES);

describe('reading a dictionary', () => {
  it('counts what it could not read', () => {
    const { entries, badLines } = dictionary;
    expect({ entries, badLines }).toEqual({ entries: 24, badLines: 2 });
  });

  it('reads the same whatever pieces it comes in, lines of Windows too', () => {
    const cuts = fc.array(fc.integer({ min: 0, max: LINES.length }), { maxLength: 6 });
    fc.assert(
      fc.property(cuts, fc.boolean(), (cuts, windows) => {
        const text = windows ? LINES.replaceAll('\n', '\r\n') : LINES;
        const reader = new DictionaryReader(text.length);
        const places = [0, ...cuts.sort((a, b) => a - b), text.length];
        places.forEach((place, at) => reader.add(text.slice(place, places[at + 1] ?? text.length)));
        const read = reader.finish();
        expect([read.entries, read.badLines]).toEqual([24, 2]);
        expect(lookUp(read, '传统', 0)).toEqual(lookUp(dictionary, '传统', 0));
      }),
    );
  });

  it.each([
    ['no entry', 'a b c'],
    ['senses that are not closed', '半 半 [ban4] /half'],
    ['no senses', '空 空 [kong1] //'],
    ['a line without end', `長 长 [chang2] /${'x'.repeat(20_000)}/`],
  ])('leaves out %s', (_, line) => {
    expect(parseEntry(line)).toBeNull();
  });

  it('takes any text without harm', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const made = buildDictionary(text);
        expect(made.entries + made.badLines).toBeLessThanOrEqual(text.split('\n').length);
        lookUp(made, text, 1);
      }),
    );
  });
});

/** Headwords that a look-up answers with. */
function words(text: string, offset: number, lang: 'zh' | 'en' = 'zh'): readonly string[] {
  return lookUp(dictionary, text, offset, lang).map(({ simplified }) => simplified);
}

describe('looking up', () => {
  it.each<[string, string, number, readonly string[]]>([
    [
      'the longest word first, then what it is made of',
      '做电子商务的人',
      3,
      ['电子商务', '商务', '商'],
    ],
    ['on its first character', '电子商务', 0, ['电子商务', '电子']],
    ['Traditional characters', '電子商務', 0, ['电子商务', '电子']],
    ['every reading', '传', 0, ['传', '传']],
    ['at the end of a text', '港口', 2, ['港口']],
    ['behind a word, before a mark', '港口。', 2, ['港口']],
    ['past the end', '港口', 99, ['港口']],
    ['a rare character', '有𠮷了', 2, ['𠮷']],
    ['nothing between words', '，。', 1, []],
    ['nothing in nothing', '', 0, []],
  ])('in Chinese: %s', (_, text, offset, found) => {
    expect(words(text, offset)).toEqual(found);
  });

  it('says how it is read, what it means and where it stands', () => {
    expect(lookUp(dictionary, '老律师', 1)[0]).toEqual({
      simplified: '律师',
      traditional: '律師',
      pinyin: 'lǜ shī',
      senses: ['lawyer'],
      span: { from: 1, to: 3 },
    });
  });

  it.each<[string, string, number, readonly string[]]>([
    ['the word itself before longer senses', 'a harbor town', 3, ['港', '港口']],
    ['a phrase before its words', 'In electronic commerce', 5, ['电子商务', '电子']],
    ['verbs and nouns', 'they trade', 6, ['商', '贸易', '进行贸易', '电子商务']],
    ['a plural', 'Ferries leave', 2, ['渡船']],
    ['another plural', 'two boats', 5, ['船', '渡船']],
    ['a possessive', 'the lawyer’s hat', 6, ['律师']],
    ['whatever the case', 'CHINA', 0, ['中国']],
    ['no part of a word', 'harbors', 3, ['港', '港口']],
    ['a Chinese word in English text', 'the 港口 here', 4, ['港口', '港']],
  ])('in English: %s', (_, text, offset, found) => {
    expect(new Set(words(text, offset, 'en'))).toEqual(new Set(found));
  });

  it('puts the nearest sense first', () => {
    expect(words('they trade', 6, 'en').slice(0, 2)).toEqual(['商', '贸易']);
    expect(words('one boat', 5, 'en')[0]).toBe('船');
  });
});

it.each([
  ['chuan2 tong3', 'chuán tǒng'],
  ['lu:4 shi1', 'lǜ shī'],
  ['nu:3 er2', 'nǚ ér'],
  ['hua1 r5', 'huār'],
  ['er2 zi5', 'ér zi'],
  ['Zhong1 guo2', 'Zhōng guó'],
  ['E2 luo2 si1', 'É luó sī'],
  ['liu2 gui4 shou3', 'liú guì shǒu'],
  ['xue2', 'xué'],
  ['ng4', 'ǹg'],
  ['xx5', 'xx'],
  ['A quan1', 'A quān'],
  ['yi1 , er4', 'yī , èr'],
])('writes %s as %s', (numbered, toned) => {
  expect(tonedPinyin(numbered)).toBe(toned);
});
