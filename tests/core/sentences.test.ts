import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGS, type Lang } from '../../src/core/model.ts';
import { splitSentences, type SentenceRules } from '../../src/core/sentences/split.ts';

function split(text: string, lang: Lang, rules?: SentenceRules): string[] {
  return splitSentences(text, lang, rules).map(({ from, to }) => text.slice(from, to));
}

function cases(lang: Lang): string[] {
  const file = new URL(`../fixtures/sentences/${lang}.txt`, import.meta.url);
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.replaceAll('\\n', '\n'));
}

describe.each(LANGS)('splitSentences %s', (lang) => {
  it.each(cases(lang))('%s', (marked) => {
    const expected = marked.split('‖').map((sentence) => sentence.trim());
    expect(split(marked.replaceAll('‖', ''), lang)).toEqual(expected);
  });

  it('finds nothing in white space', () => {
    expect(split(' \n\u3000', lang)).toEqual([]);
  });
});

describe('rules of the user', () => {
  const chair = 'The Cttee. Chair spoke.';
  const game = 'They play Snap! Every child does. Oh snap! Now stop.';
  const list = '甲队：三分；乙队：两分；（丙队未到；）没有了。“完了；”';

  it.each<[string, Lang, SentenceRules | undefined, string]>([
    [chair, 'en', undefined, 'The Cttee.‖Chair spoke.'],
    [chair, 'en', { abbreviations: ['Cttee.'] }, chair],
    [chair, 'en', { abbreviations: ['Cttee'] }, chair],
    [game, 'en', undefined, 'They play Snap!‖Every child does.‖Oh snap!‖Now stop.'],
    [
      game,
      'en',
      { noBreakAfter: ['Snap!'] },
      'They play Snap! Every child does.‖Oh snap!‖Now stop.',
    ],
    ['Unsnap! It opens.', 'en', { noBreakAfter: ['snap!'] }, 'Unsnap!‖It opens.'],
    ['他看“哈哈！”节目。哈哈！好看。', 'zh', undefined, '他看“哈哈！”节目。‖哈哈！‖好看。'],
    ['哈哈！好看。', 'zh', { noBreakAfter: ['哈哈！'] }, '哈哈！好看。'],
    ['今夜很冷？！明天也是。', 'zh', { noBreakAfter: ['？！'] }, '今夜很冷？！明天也是。'],
    [list, 'zh', undefined, list.replace('。', '。‖')],
    [
      list,
      'zh',
      { breakAfter: ['；'] },
      '甲队：三分；‖乙队：两分；‖（丙队未到；）没有了。‖“完了；”',
    ],
    ['one ## two ## three', 'en', { breakAfter: ['##', '；'] }, 'one ##‖two ##‖three'],
  ])('%s %s %j', (text, lang, rules, expected) => {
    expect(split(text, lang, rules)).toEqual(expected.split('‖'));
  });
});

/** Pieces that take part in a rule; plain random text would meet none. */
const PIECES =
  '。 ！ ？ ! ? . … …… ... “ ” ‘ ’ " \' 「 」 （ ） ( ) 《 》 [ ] [1] ， , ： : 他说 她问 Mr. U.S. p.m. Inc. No. 5 3.5 1. 2. 1) 2) • The He said she A I J. 的 （记者李明） 唉 你好 世界 —— - \uFFFC 😀 http://a.b/c?d=E said.The Smith asked'
    .split(' ')
    .concat(' ', '  ', '\n', '. . .');
const texts = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary' }),
);

const RULES: readonly SentenceRules[] = [
  {},
  { abbreviations: ['said'], noBreakAfter: ['J.', '世界。', '？'], breakAfter: ['；', '…', 'x'] },
];

describe.each(LANGS.flatMap((lang) => RULES.map((rules) => [lang, rules] as const)))(
  'laws of splitSentences %s %j',
  (lang, rules) => {
    it('leaves nothing but white space between trimmed sentences', () => {
      fc.assert(
        fc.property(texts, (text) => {
          let end = 0;
          for (const { from, to } of splitSentences(text, lang, rules)) {
            expect(from).toBeGreaterThanOrEqual(end);
            expect(text.slice(end, from).trim()).toBe('');
            expect(text.slice(from, to)).toBe(text.slice(from, to).trim());
            expect(to).toBeGreaterThan(from);
            end = to;
          }
          expect(text.slice(end).trim()).toBe('');
        }),
      );
    });

    it('keeps a sentence whole when it is split again', () => {
      fc.assert(
        fc.property(texts, (text) => {
          for (const sentence of split(text, lang, rules))
            expect(split(sentence, lang, rules)).toEqual([sentence]);
        }),
      );
    });

    it.each(['“', '(', '《', '"a.', 'A.', '。', '. ', '（。', "'a ", ' '])(
      'survives a long run of %j',
      (piece) => {
        expect(split(`你好${piece.repeat(20_000)}`, lang, rules).length).toBeGreaterThan(0);
      },
    );
  },
);
