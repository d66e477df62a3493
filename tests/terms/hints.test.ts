import { describe, expect, it } from 'vitest';
import type { Lang } from '../../src/core/model.ts';
import { hintsFor, keepSpans, missingTerms } from '../../src/terms/hints.ts';
import { createMatcher } from '../../src/terms/matcher.ts';
import { parseTerms } from '../../src/terms/term-file.ts';

const matcher = createMatcher(
  parseTerms(
    `zh,en,zhVariants,enVariants,zhForbidden,enForbidden,keep,note,from,until
关税,tariff,,duty,,custom fee,,,,
人工智能,artificial intelligence,AI,AI,,machine brain,,"not ""smart""",,
中国,China,,,,,,,,
中国银行,Bank of China,,,,,,,,
微信,WeChat,,,,,,,,
,Huawei,,,,,yes,,,
李总理,Premier Li,,,,,,,,2023-03-10
李总理,Chairman Li,,,,,,,2023-03-11,
司,department,,,,,,,,
司,Si,,,,,,,,
上海,Shanghai,沪,,,,,,,
,Beijing,,,,Peking,,,,
`,
    'terms.csv',
  ).terms,
);

describe('hints for an engine', () => {
  it('have each form once, in the order of the text, with its note', () => {
    expect(hintsFor(matcher, '中国对AI征收关税，AI是人工智能。关税上涨。', 'zh')).toEqual([
      { source: '中国', target: 'China' },
      { source: 'AI', target: 'artificial intelligence', note: 'not "smart"' },
      { source: '关税', target: 'tariff' },
      { source: '人工智能', target: 'artificial intelligence', note: 'not "smart"' },
    ]);
  });

  it('name the form of the term base for an inflected word', () => {
    expect(hintsFor(matcher, 'Duties and tariffs', 'en')).toEqual([
      { source: 'duty', target: '关税' },
      { source: 'tariff', target: '关税' },
    ]);
  });

  it('know no forbidden form, and no term without a rendering', () => {
    expect(hintsFor(matcher, 'A custom fee in Beijing, formerly Peking', 'en')).toEqual([]);
  });

  it.each([
    ['2020-01-01', 'Premier Li'],
    ['2024-01-01', 'Chairman Li'],
  ])('hold on the day (%s)', (date, target) => {
    expect(hintsFor(matcher, '李总理', 'zh', date)).toEqual([{ source: '李总理', target }]);
  });
});

describe('missing terms', () => {
  it.each<[string, string, string, Lang, string[]]>([
    ['as it should be', '关税上涨。', 'Tariffs rose.', 'zh', []],
    ['a variant', '关税上涨。', 'Duties rose.', 'zh', []],
    ['missing', '关税上涨。', 'Fees rose.', 'zh', ['关税']],
    ['forbidden is missing', '关税上涨。', 'A custom fee rose.', 'zh', ['关税']],
    ['from English', 'Tariffs rose.', '费用上涨。', 'en', ['关税']],
    ['from English, as it should be', 'Tariffs rose.', '关税上涨。', 'en', []],
    ['occurrences are not counted', '关税，关税，关税', 'tariff', 'zh', []],
    ['each term once', '关税，人工智能，关税', 'none', 'zh', ['关税', '人工智能']],
    ['inside a longer term of the target', '中国的银行', 'a Bank of China', 'zh', []],
    ['the longer term is asked for only', '中国银行', 'the bank', 'zh', ['中国银行']],
    ['one of several meanings', '司先生', 'Mr. Si', 'zh', []],
    ['the other meaning', '司里', 'in the department', 'zh', []],
    ['no meaning of several', '司里', 'in the office', 'zh', ['司']],
    ['the short name of a place', '沪深两市', 'Shanghai and Shenzhen', 'zh', []],
    ['no form to ask for', 'Beijing is big.', '首都很大。', 'en', []],
    ['kept', '华为Huawei手机', 'a Huawei phone', 'zh', []],
    ['not kept', '华为Huawei手机', 'a phone', 'zh', ['Huawei']],
  ])('%s: %s → %s', (...row) => {
    const [, source, target, from, expected] = row;
    expect(missingTerms(matcher, source, target, { from }).map(({ zh }) => zh[0])).toEqual(
      expected,
    );
  });

  it('ask for what holds on the day', () => {
    const on = (date: string): number =>
      missingTerms(matcher, '李总理', 'Premier Li', { from: 'zh', date }).length;
    expect([on('2020-01-01'), on('2024-01-01')]).toEqual([0, 1]);
  });
});

describe('spans to keep', () => {
  it.each<[string, Lang, string[]]>([
    ['华为Huawei与微信', 'zh', ['Huawei']],
    ["Huawei's WeChat on Huawei phones", 'en', ['Huawei', 'Huawei']],
    ['Nothing here', 'en', []],
  ])('of %j', (text, lang, expected) => {
    const spans = keepSpans(matcher, text, lang);
    expect(spans.map(({ from, to }) => text.slice(from, to))).toEqual(expected);
  });
});
