import { describe, expect, it } from 'vitest';
import { glossaryOf } from '../../src/terms/glossary.ts';
import type { Term } from '../../src/terms/model.ts';
import { parseTerms } from '../../src/terms/term-file.ts';

function termsOf(rows: string): readonly Term[] {
  return parseTerms(`zh,en,zhVariants,enVariants,from,until\n${rows}`, 'terms.csv').terms;
}

function madeTerm(zh: readonly string[], en: readonly string[]): Term {
  return { zh, en, forbidden: { zh: [], en: [] }, keep: false, caseSensitive: false, line: 0 };
}

describe('the term base as a glossary', () => {
  it('has the preferred forms, and the variants as sources', () => {
    const { glossary, left } = glossaryOf(termsOf('关税,tariff,税费,duty|levy'));
    expect(glossary.zhEn).toEqual([
      ['关税', 'tariff'],
      ['税费', 'tariff'],
    ]);
    expect(glossary.enZh).toEqual([
      ['duty', '关税'],
      ['levy', '关税'],
      ['tariff', '关税'],
    ]);
    expect(left).toEqual([]);
  });

  it('is empty, without a hash, for no terms', () => {
    expect(glossaryOf([]).glossary).toEqual({ zhEn: [], enZh: [], hash: '' });
  });

  it('has one hash for the same pairs, whatever their order, and another for others', () => {
    const one = glossaryOf(termsOf('甲,a\n乙,b')).glossary;
    expect(one.hash).toMatch(/^[0-9a-f]{16}$/);
    expect(glossaryOf(termsOf('乙,b\n甲,a')).glossary).toEqual(one);
    expect(glossaryOf(termsOf('乙,b\n甲,c')).glossary.hash).not.toBe(one.hash);
  });

  it('gives a source that stands twice its first rendering', () => {
    const { glossary, left } = glossaryOf(termsOf('司,department\n司,Si'));
    expect(glossary.zhEn).toEqual([['司', 'department']]);
    expect(glossary.enZh).toEqual([
      ['Si', '司'],
      ['department', '司'],
    ]);
    expect(left).toMatchObject([
      { term: { en: ['Si'] }, why: '"司" has the rendering "department" already.' },
    ]);
  });

  it('lets no variant take a form from a term that prefers it', () => {
    const { glossary } = glossaryOf(termsOf('关税,tariff,,duty\n职责,duty'));
    expect(glossary.enZh).toEqual([
      ['duty', '职责'],
      ['tariff', '关税'],
    ]);
  });

  it('leaves dated terms that compete for a source out of both directions', () => {
    const { glossary, left } = glossaryOf(
      termsOf(
        '总理,Premier Li,,,,2023-03-10\n总理,Premier Wang,,,2023-03-11,\n部长,minister,,,2020-01-01,',
      ),
    );
    expect(glossary.zhEn).toEqual([['部长', 'minister']]);
    expect(glossary.enZh).toEqual([['minister', '部长']]);
    expect(left.map(({ term }) => term.line)).toEqual([2, 3]);
  });

  it.each<[string, Term, RegExp]>([
    ['blank around', madeTerm([' 甲'], ['a']), /white space/],
    ['empty', madeTerm([''], ['a']), /empty/],
    ['with a control character', madeTerm(['甲'], ['a\tb']), /control character/],
    ['over 1,024 bytes', madeTerm(['甲'.repeat(342)], ['a']), /1024 bytes/],
    ['without an English form', madeTerm(['甲'], []), /no English form/],
    ['without a Chinese form', madeTerm([], ['a']), /no Chinese form/],
  ])('leaves out a term %s and says why', (_name, term, why) => {
    const { glossary, left } = glossaryOf([term, madeTerm(['乙'], ['b'])]);
    expect(glossary.zhEn).toEqual([['乙', 'b']]);
    expect(glossary.enZh).toEqual([['b', '乙']]);
    expect(left).toHaveLength(1);
    expect(left[0]?.why).toMatch(why);
  });

  it('takes a form of exactly 1,024 bytes', () => {
    expect(glossaryOf([madeTerm(['甲'.repeat(341) + 'b'], ['a'])]).glossary.zhEn).toHaveLength(1);
  });
});
