import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/core/errors.ts';
import { MAX_PAIR_TEXT } from '../../src/core/limits.ts';
import { readPairs, type PairRow } from '../../src/formats/pairs.ts';

function fixture(name: string): string {
  return readFileSync(new URL(`../fixtures/pairs/${name}`, import.meta.url), 'utf8');
}

function withoutLine({ line: _line, ...rest }: PairRow): Omit<PairRow, 'line'> {
  return rest;
}

const FERRY = [
  { id: 'f-1', zh: '渡轮上午九时离港。', en: 'The ferry left at 9 a.m.' },
  { id: 'f-2', zh: '船长说："风浪不大。"', en: '"The sea is calm," the captain said.' },
  { id: 'f-3', zh: '票价为12元 & 保险', en: 'The fare is 12 yuan & insurance' },
];

describe('the same pairs', () => {
  it.each([
    ['ferry.tsv', [2, 3, 4]],
    ['ferry.jsonl', [1, 2, 3]],
    ['ferry.json', [3, 4, 5]],
    ['ferry.tmx', [6, 14, 18]],
  ])('are read from %s', (name, lines) => {
    const { pairs, problems } = readPairs(fixture(name), name);
    expect(problems).toEqual([]);
    expect(pairs.map(({ line }) => line)).toEqual(lines);
    const plain = (text: string): string => text.replaceAll(/\s*\n\s*/g, ' ');
    expect(pairs.map(withoutLine).map((pair) => ({ ...pair, en: plain(pair.en) }))).toEqual(FERRY);
  });

  it.each(['ferry.tsv', 'ferry.jsonl', 'ferry.tmx'])('are known by what %s holds', (name) => {
    const read = readPairs(fixture(name), name);
    expect(readPairs(fixture(name), 'pairs.txt')).toEqual(read);
    expect(readPairs(`\uFEFF${fixture(name).replaceAll('\n', '\r\n')}`, name)).toEqual(read);
  });
});

const ZH = '港口明天恢复通航。';
const EN = 'The port reopens tomorrow.';

describe('a table', () => {
  it.each<[string, string, Partial<PairRow>]>([
    ['without a header', `${ZH}\t${EN}`, { id: '1', line: 1 }],
    ['English first', `${EN}\t${ZH}`, { line: 1 }],
    ['with ids and without a header', `n-1\t${EN}\t${ZH}`, { line: 1 }],
    ['with languages and regions', `en-GB\tzh_Hans_CN\n${EN}\t${ZH}`, { line: 2 }],
    ['with names in Chinese', `编号\t中文\t英文\n7\t${ZH}\t${EN}`, { id: '7', line: 2 }],
    ['with capitals', `ID\tZH\tEN\n7\t${ZH}\t${EN}`, { id: '7' }],
    ['of source and target', `source\ttarget\n${EN}\t${ZH}`, { line: 2, source: 'en' }],
    ['of 原文 and 译文', `原文\t译文\n${ZH}\t${EN}`, { line: 2, source: 'zh' }],
    ['with a column of sources', `zh\ten\tsource\n${ZH}\t${EN}\ten-US`, { source: 'en' }],
    ['with blank lines', `\nzh\ten\n\n${ZH}\t${EN}\n\n`, { line: 4 }],
    ['with more columns in a row', `zh\ten\n${ZH}\t${EN}\tx\ty`, { line: 2 }],
  ])('%s', (_name, text, expected) => {
    const { pairs, problems } = readPairs(text, 'a.tsv');
    expect(problems).toEqual([]);
    expect(pairs).toEqual([expect.objectContaining({ zh: ZH, en: EN, ...expected })]);
  });

  it('keeps quotation marks that are the text’s, and takes those of a spreadsheet off', () => {
    const own = readPairs('zh\ten\n"好"\t"Fine." He left.\n', 'a.tsv');
    expect(own.pairs[0]).toMatchObject({ zh: '"好"', en: '"Fine." He left.' });
    const sheet = readPairs('zh\ten\n"他说""好"""\t"He said ""fine"""\n', 'a.tsv');
    expect(sheet.pairs[0]).toMatchObject({ zh: '他说"好"', en: 'He said "fine"' });
  });

  it('takes no id of one row for another', () => {
    const { pairs } = readPairs(`id\tzh\ten\n\t${ZH}\t${EN}\nb\t${ZH}\t${EN}\n`, 'a.tsv');
    expect(pairs.map(({ id }) => id)).toEqual(['2', 'b']);
  });
});

describe('what cannot be taken is told by its line', () => {
  const long = '长'.repeat(MAX_PAIR_TEXT + 1);
  it.each([
    ['a.tsv', `zh\ten\n${ZH}\n${ZH}\t${EN}\n`, 2, 'pairs.columns', { expected: 2, found: 1 }],
    ['a.tsv', `zh\ten\n\u3000 \t${EN}\n${ZH}\t${EN}\n`, 2, 'pairs.empty', { language: 'zh' }],
    ['a.tsv', `zh\ten\n${ZH}\t\n${ZH}\t${EN}\n`, 2, 'pairs.empty', { language: 'en' }],
    [
      'a.tsv',
      `zh\ten\n${ZH}\t${EN}\n${long}\t${EN}\n`,
      3,
      'pairs.long',
      { language: 'zh', limit: MAX_PAIR_TEXT },
    ],
    ['a.jsonl', `{"zh":"${ZH}","en":"${EN}"}\n{"zh":\n`, 2, 'pairs.json', {}],
    ['a.jsonl', `{"zh":"${ZH}","en":"${EN}"}\n[]\n`, 2, 'pairs.json', {}],
    [
      'a.jsonl',
      `{"zh":"${ZH}","en":7}\n{"zh":"${ZH}","en":"${EN}"}`,
      1,
      'pairs.empty',
      { language: 'en' },
    ],
    [
      'a.jsonl',
      `{"__proto__":{"zh":"a"},"en":"b"}\n{"zh":"${ZH}","en":"${EN}"}`,
      1,
      'pairs.empty',
      { language: 'zh' },
    ],
    ['a.json', `[7,\n{"zh":"${ZH}","en":"${EN}"}]`, 1, 'pairs.json', {}],
    [
      'a.tmx',
      `<tmx><body><tu><tuv xml:lang="zh"><seg>${ZH}</seg></tuv></tu>\n<tu><tuv xml:lang="zh"><seg>${ZH}</seg></tuv><tuv xml:lang="en"><seg>${EN}</seg></tuv></tu></body></tmx>`,
      1,
      'pairs.empty',
      { language: 'en' },
    ],
  ])('%s: %j', (...[name, text, line, message, values]) => {
    const { pairs, problems } = readPairs(text, name);
    expect(problems).toEqual([{ line, message, values }]);
    expect(pairs).toHaveLength(1);
  });

  it.each([
    ['a.tsv', `${ZH}\t${ZH}\n`, /^a\.tsv:1: no columns/],
    ['a.tsv', 'only one column\n', /^a\.tsv:1: no columns/],
    ['a.json', '{"zh":', /^a\.json: expected JSON/],
    ['a.json', '{"words": []}', /^a\.json: expected JSON/],
    ['a.json', '['.repeat(100_000) + ']'.repeat(100_000), /^a\.json: expected JSON/],
    ['a.tmx', '<tmx><body><tu></body></tmx>', /^a\.tmx:1: this XML/],
    ['a.tmx', '<html/>', /^a\.tmx:1: this is no TMX/],
    ['a.tmx', '<html><tmx></tmx></html>', /^a\.tmx:1: this is no TMX/],
    ['a.tmx', '<!DOCTYPE t [<!ENTITY a "b">]><tmx/>', /declares something/],
    ['a.tmx', `${'<tmx>'.repeat(1000)}`, /nested/],
    [
      'a.tmx',
      '<tmx><body><tu><tuv xml:lang="en"><seg>&bomb;</seg></tuv></tu></body></tmx>',
      /this XML/,
    ],
  ])('%s: %j is refused', (name, text, message) => {
    expect(() => readPairs(text, name)).toThrow(UserError);
    expect(() => readPairs(text, name)).toThrow(message);
  });

  it('reads an empty file as none', () => {
    for (const name of ['a.tsv', 'a.jsonl', 'a']) {
      expect(readPairs(' \n', name)).toMatchObject({ pairs: [], problems: [] });
    }
  });
});

const text = fc.stringMatching(/^[港口通航，。“”"&<>'a-z1-9 ]{0,20}$/);
const anyPair = fc.record({
  zh: text.map((part) => `港口${part}。`),
  en: text.map((part) => `The port ${part}.`),
});

function xml(part: string): string {
  return part.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

describe('law', () => {
  it('pairs are the same in every format', () => {
    fc.assert(
      fc.property(fc.array(anyPair, { minLength: 1, maxLength: 8 }), (pairs) => {
        const tsv = ['zh\ten', ...pairs.map(({ zh, en }) => `${zh}\t${en}`)].join('\n');
        const jsonl = pairs.map((pair) => JSON.stringify(pair)).join('\n');
        const units = pairs.map(
          ({ zh, en }) =>
            `<tu><tuv xml:lang="zh"><seg>${xml(zh)}</seg></tuv><tuv xml:lang="en"><seg>${xml(en)}</seg></tuv></tu>`,
        );
        const tmx = `<tmx version="1.4"><body>${units.join('\n')}</body></tmx>`;
        for (const [name, file] of Object.entries({
          'a.tsv': tsv,
          'a.jsonl': jsonl,
          'a.json': JSON.stringify(pairs),
          'a.tmx': tmx,
        })) {
          const read = readPairs(file, name);
          expect(read.pairs.map(({ zh, en }) => ({ zh, en }))).toEqual(pairs);
          expect(read.problems).toEqual([]);
        }
      }),
    );
  });

  const cell = fc.oneof(fc.string(), fc.constantFrom(ZH, EN, '', '"', '{"zh":"', '<tmx>'));
  const line = fc.array(cell, { maxLength: 4 }).map((cells) => cells.join('\t'));
  const anyFile = fc.array(line, { maxLength: 6 }).map((lines) => lines.join('\n'));

  it('every line of JSON is a pair or a problem', () => {
    fc.assert(
      fc.property(anyFile, (text) => {
        const { pairs, problems } = readPairs(text, 'a.jsonl');
        const rows = text.replace(/^\uFEFF/, '').split('\n');
        const filled = rows.filter((row) => row.trim() !== '');
        expect(pairs.length + problems.length).toBe(filled.length);
      }),
    );
  });

  it('nothing but a sentence is thrown', () => {
    function thrownBy(text: string, name: string): unknown {
      try {
        readPairs(text, name);
        return null;
      } catch (error) {
        return error;
      }
    }
    fc.assert(
      fc.property(anyFile, fc.constantFrom('a.tsv', 'a.json', 'a.tmx', 'a'), (text, name) => {
        const thrown = thrownBy(text, name);
        expect(thrown === null || thrown instanceof UserError).toBe(true);
      }),
    );
  });
});
