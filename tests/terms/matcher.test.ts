import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../src/terms/matcher.ts';
import type { Lang } from '../../src/core/model.ts';
import { termsOf, type Case } from './cases/case.ts';
import { CHINESE_CASES } from './cases/zh.ts';
import { ENGLISH_CASES } from './cases/en.ts';

const CASES = [...CHINESE_CASES, ...ENGLISH_CASES];

function found({ terms, text, lang, date }: Case): string[] {
  return createMatcher(terms)
    .find(text, lang, date)
    .map(({ span, forbidden }) => (forbidden ? '!' : '') + text.slice(span.from, span.to));
}

describe.each(['zh', 'en'] as const)('terms in %s', (lang) => {
  const rows = CASES.filter((one) => one.lang === lang).map(
    (one) => [one.group, one.spec, one.text, one] as const,
  );
  it.each(rows)('%s: %s in %j', (_group, _spec, _text, one) => {
    expect(found(one)).toEqual(one.expected);
  });
});

/** How many of `some` are among `others`, each counted once. */
function shared(some: readonly string[], others: readonly string[]): number {
  const left = [...others];
  return some.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}

describe('all cases together', () => {
  it('has at least 300, half of them Chinese, with must and must-not', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(300);
    expect(CHINESE_CASES.length).toBeGreaterThanOrEqual(150);
    expect(ENGLISH_CASES.length).toBeGreaterThanOrEqual(150);
    expect(CASES.filter(({ expected }) => expected.length === 0).length).toBeGreaterThan(100);
  });

  it('are found with an F1 of at least 0.97', () => {
    const score = { right: 0, found: 0, wanted: 0 };
    for (const one of CASES) {
      const all = found(one);
      score.right += shared(all, one.expected);
      score.found += all.length;
      score.wanted += one.expected.length;
    }
    const precision = score.right / score.found;
    const recall = score.right / score.wanted;
    const f1 = (2 * precision * recall) / (precision + recall);
    const shown = [precision, recall, f1].map((value) => value.toFixed(4)).join(' ');
    console.log(`${CASES.length} cases: precision, recall, F1 ${shown}`);
    expect(f1).toBeGreaterThanOrEqual(0.97);
  });
});

describe('any term base and text', () => {
  const pieces = {
    zh: ['中', '国', '家', 'A', 'I', '５', ' ', '，', 'e\u0301', '发展'],
    en: ['new', 's', "'s", ' ', '-', 'US', '.', 'of', 'é', 'e\u0301'],
  };
  const textOf = (lang: Lang, size: number): fc.Arbitrary<string> =>
    fc
      .array(fc.constantFrom(...pieces[lang]), { minLength: 1, maxLength: size })
      .map((all) => all.join(''));

  it.each(['zh', 'en'] as const)(
    'gives spans in order, in the text, none overlapping (%s)',
    (lang) => {
      fc.assert(
        fc.property(
          fc.array(textOf(lang, 3), { maxLength: 6 }),
          textOf(lang, 20),
          (forms, text) => {
            const terms = forms
              .filter((form) => form.trim() !== '' && !form.includes(' /'))
              .flatMap((form) => termsOf(form.trim()));
            let end = 0;
            for (const { span, term, form } of createMatcher(terms).find(text, lang)) {
              expect(span.from).toBeGreaterThanOrEqual(end);
              expect(span.to).toBeGreaterThan(span.from);
              expect(span.to).toBeLessThanOrEqual(text.length);
              expect(term[lang]).toContain(form);
              end = span.to;
            }
          },
        ),
      );
    },
  );

  it('names the form of the term base, whatever stands in the text', () => {
    const [match] = createMatcher(termsOf('duty|tariff')).find('Tariffs rose.', 'en');
    expect(match).toMatchObject({ form: 'tariff', span: { from: 0, to: 7 }, forbidden: false });
  });

  it('finds nothing with an empty term base, or in an empty text', () => {
    expect(createMatcher([]).find('中国', 'zh')).toEqual([]);
    expect(createMatcher(termsOf('China')).find('', 'en')).toEqual([]);
  });
});
