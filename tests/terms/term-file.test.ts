import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Term } from '../../src/terms/model.ts';
import { MAX_TERMS, parseTerms, serializeTerms } from '../../src/terms/term-file.ts';

const FILE = 'locales/terms.csv';
const HEADER = 'zh,en,zhVariants,enVariants,zhForbidden,enForbidden,keep,pos,note,from,until,case';

function read(text: string): readonly Term[] {
  const { terms, problems } = parseTerms(text, FILE);
  expect(problems).toEqual([]);
  return terms;
}

function linesOf(text: string): readonly number[] {
  return parseTerms(text, FILE).problems.map(({ line }) => line);
}

describe('reading a term base', () => {
  it('reads every column, in any order', () => {
    const text = `case,until,from,note,pos,keep,enForbidden,zhForbidden,enVariants,zhVariants,en,zh
sensitive,2030-12-31,2024-01-01,"a note, with comma",title,,boss|chief,头头,Min. of Finance,财长,Minister of Finance,财政部长
`;
    expect(read(text)).toEqual([
      {
        zh: ['财政部长', '财长'],
        en: ['Minister of Finance', 'Min. of Finance'],
        forbidden: { zh: ['头头'], en: ['boss', 'chief'] },
        keep: false,
        pos: 'title',
        note: 'a note, with comma',
        from: '2024-01-01',
        until: '2030-12-31',
        caseSensitive: true,
        line: 2,
      },
    ]);
  });

  it.each<[string, string]>([
    ['zh and en alone', 'zh,en\n关税,tariff'],
    ['CRLF', 'zh,en\r\n关税,tariff\r\n'],
    ['a byte order mark', '\uFEFFzh,en\n关税,tariff\n'],
    ['blank lines', '\nzh,en\n\n关税,tariff\n\n'],
    ['white space around', ' zh , en \n 关税 , tariff \n'],
    ['a form twice', 'zh,en,enVariants\n关税,tariff|tariff,tariff| |\n'],
    ['short rows', 'zh,en,note,pos\n关税,tariff\n'],
  ])('takes %s', (_name, text) => {
    expect(read(text)).toMatchObject([{ zh: ['关税'], en: ['tariff'] }]);
  });

  it.each(['', '\n', '\uFEFF', 'zh,en', 'zh,en\r\n'])('has no terms in %j', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('composes characters (NFC)', () => {
    expect(read('zh,en\n咖啡馆,cafe\u0301')).toMatchObject([{ en: ['caf\u00e9'] }]);
  });

  it('lets one form stand for both sides of a term to keep', () => {
    expect(read('zh,en,keep\n,WeChat,yes')).toMatchObject([
      { zh: ['WeChat'], en: ['WeChat'], keep: true },
    ]);
  });

  it('takes a term with forms in one language, for what it forbids', () => {
    expect(read('zh,en,enForbidden\n,Beijing,Peking')).toMatchObject([{ zh: [], en: ['Beijing'] }]);
  });

  it('leaves what a spreadsheet would take for a formula', () => {
    const text = serializeTerms(read('zh,en\n=和,+plus\n@某人,-minus'));
    expect(read(text)).toMatchObject([
      { zh: ['=和'], en: ['+plus'] },
      { zh: ['@某人'], en: ['-minus'] },
    ]);
  });

  it('lets one form be allowed in one term and forbidden in another', () => {
    expect(
      read('zh,en,enForbidden\n总理,premier,prime minister\n首相,prime minister,'),
    ).toHaveLength(2);
  });
});

describe('problems of a term base', () => {
  it.each<[string, string, number, RegExp]>([
    ['no form', 'zh,en,note\n,,x', 2, /neither a Chinese nor an English form/],
    ['a control character', 'zh,en\n关\u0007税,tariff', 2, /"zh" holds U\+0007/],
    ['a turned direction', 'zh,en\n关税,tar\u202eiff', 2, /"en" holds U\+202E/],
    ['a line break in a form', 'zh,en\n"关\n税",tariff', 2, /"zh" holds a line break/],
    ['an unknown column', 'zh,en,fr\n关税,tariff,tarif', 1, /no column "fr"/],
    ['a column twice', 'zh,en,en\n关税,tariff,duty', 1, /"en" is there twice/],
    ['no column for English', 'zh,fr\n关税,tarif', 1, /no column "en"/],
    [
      'the same term again',
      'zh,en,note\n关税,tariff,\n海关,customs,\n关税,tariff,n',
      4,
      /of line 2/,
    ],
    ['dates turned round', 'zh,en,from,until\n甲,a,2024-02-01,2024-01-31', 2, /later than "until"/],
    ['a day that is none', 'zh,en,from\n甲,a,2023-02-29', 2, /"2023-02-29" is no date/],
    ['another kind of date', 'zh,en,until\n甲,a,1 May 2024', 2, /YYYY-MM-DD/],
    [
      'allowed and forbidden',
      'zh,en,enForbidden\n关税,tariff,tariff',
      2,
      /"tariff" is allowed and forbidden/,
    ],
    ['an unknown part of speech', 'zh,en,pos\n关税,tariff,n.', 2, /"n\."; write noun, name/],
    ['an unknown keep', 'zh,en,keep\n微信,微信,no', 2, /"no"; write yes or nothing/],
    ['two forms to keep', 'zh,en,keep\n微信,WeChat,yes', 2, /"微信" and "WeChat"/],
    ['no English form', 'zh,en\n关税,', 2, /"关税" is without an English form/],
    ['no Chinese form', 'zh,en\n,tariff', 2, /"tariff" is without a Chinese form/],
    ['both sides in the wrong column', 'zh,en\ntariff,关税', 2, /"tariff" stands as the Chinese/],
    ['semicolons between cells', 'zh;en\n关税;tariff', 1, /divided by semicolons or tabs/],
    ['tabs between cells', 'zh\ten\n关税\ttariff', 1, /divided by semicolons or tabs/],
    ['a comma too many', 'zh,en\n关税,tariff, duty', 2, /3 cells for 2 columns/],
    ['an open quotation mark', 'zh,en\n甲,a\n"乙,b\n丙,c\n', 3, /close its quotation mark/],
    ['a quotation mark inside', 'zh,en\n甲,a "b" c\n', 2, /double one that belongs to a text/],
  ])('says that there is %s', (_name, text, line, sentence) => {
    const { problems } = parseTerms(text, FILE);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.line).toBe(line);
    expect(problems[0]?.message).toMatch(sentence);
    expect(problems[0]?.message).toMatch(new RegExp(`^locales/terms\\.csv:${line}: [^\\n]+\\.$`));
  });

  it('reads the other rows', () => {
    const { terms, problems } = parseTerms('zh,en,pos\n甲,a,?\n乙,b,\n,,\n丙,c,noun', FILE);
    expect(terms.map(({ en, line }) => [en[0], line])).toEqual([
      ['b', 3],
      ['c', 5],
    ]);
    expect(problems.map(({ line }) => line)).toEqual([2, 4]);
  });

  it('reads the rows before one whose quotation mark is open', () => {
    const { terms, problems } = parseTerms('zh,en\n甲,a\n乙,b\n"丙,c\n丁,d\n', FILE);
    expect(terms.map(({ en }) => en[0])).toEqual(['a', 'b']);
    expect(problems.map(({ line }) => line)).toEqual([4]);
  });

  it('counts line breaks in quotation marks, of every kind', () => {
    expect(
      linesOf('zh,en,note\r\n甲,a,"one\r\ntwo\r\nthree"\r\n\r\n乙,b,"x\ny"\r\n,,\r\n'),
    ).toEqual([8]);
  });

  it('refuses a file with too many rows, in a sentence', () => {
    const { terms, problems } = parseTerms(`zh,en\n${'甲,a\n'.repeat(MAX_TERMS + 1)}`, FILE);
    expect(terms).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toMatch(/more than 200000 rows/);
  });

  it('shows nothing of a file raw', () => {
    const { problems } = parseTerms(`zh,en,pos\n甲,a,"\u001b[2J${'x'.repeat(500)}"`, FILE);
    expect(problems[0]?.message).not.toContain('\u001b');
    expect(problems[0]?.message.length).toBeLessThan(200);
  });
});

const cell = fc.string({ unit: 'grapheme', maxLength: 8 });
const nasty = fc.constantFrom('"', ',', '\n', '\r\n', '|', ' ', '=1', '\uFEFF', 'e\u0301', '，');
const text = fc.array(fc.oneof(cell, nasty), { maxLength: 4 }).map((parts) => parts.join(''));
const forms = fc.array(text, { maxLength: 3 });
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const term: fc.Arbitrary<Term> = fc.record(
  {
    zh: forms,
    en: forms,
    forbidden: fc.record({ zh: forms, en: forms }),
    keep: fc.boolean(),
    pos: fc.constantFrom('noun', 'verb', 'title'),
    note: text,
    from: day,
    until: day,
    caseSensitive: fc.boolean(),
    line: fc.constant(0),
  },
  { requiredKeys: ['zh', 'en', 'forbidden', 'keep', 'caseSensitive', 'line'] },
);

describe('writing a term base', () => {
  it('has all columns and no rows for no terms', () => {
    expect(serializeTerms([])).toBe(`${HEADER}\n`);
  });

  it('keeps the order of the rows, and ends lines with LF', () => {
    const given = 'en,zh\r\nb,乙\r\n"a ""x"", y",甲\r\n';
    expect(serializeTerms(read(given))).toBe(
      `${HEADER}\n乙,b,,,,,,,,,,\n甲,"a ""x"", y",,,,,,,,,,\n`,
    );
  });

  it('gives the same bytes when what it wrote is read and written again', () => {
    fc.assert(
      fc.property(fc.array(term, { maxLength: 5 }), (terms) => {
        const once = serializeTerms(parseTerms(serializeTerms(terms), FILE).terms);
        const again = parseTerms(once, FILE);
        expect(again.problems).toEqual([]);
        expect(serializeTerms(again.terms)).toBe(once);
      }),
    );
  });

  it('never throws, whatever the file', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(text, fc.constantFrom('zh,en\n', ',')), { maxLength: 12 }),
        (all) => {
          expect(() => parseTerms(all.join(''), FILE)).not.toThrow();
        },
      ),
    );
  });
});
