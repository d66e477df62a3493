/** What either side would say if the other is right. */
import { describe, expect, it } from 'vitest';
import { compareQuantities } from '../../../src/core/quantities/compare-quantities.ts';
import type { Suggestion } from '../../../src/core/quantities/suggest.ts';

type Row = readonly [zh: string, en: string, zhMended: string, enMended: string];

const ROWS: readonly Row[] = [
  [
    '产量为90亿吨。',
    'Output was 90 billion tons.',
    '产量为900亿吨。',
    'Output was 9 billion tons.',
  ],
  ['投资500万美元。', 'It invested $5bn.', '投资50亿美元。', 'It invested $5m.'],
  ['有1250人。', 'There were 1,350 people.', '有1350人。', 'There were 1,250 people.'],
  ['有3万人。', 'There were 3,000 people.', '有3000人。', 'There were 30,000 people.'],
  ['上涨5.3%。', 'It rose 5.4 percent.', '上涨5.4%。', 'It rose 5.3 percent.'],
  ['他3月来。', 'He came in May.', '他5月来。', 'He came in March.'],
  ['4月2日', 'April 3', '4月3日', 'April 2'],
  ['他周三来。', 'He came on Thursday.', '他周四来。', 'He came on Wednesday.'],
  ['２０２６年', 'in 2025', '2025年', 'in 2026'],
  [
    '投资1.2亿元。',
    'It invested 120 million euros.',
    '投资1.2亿欧元。',
    'It invested 120 million yuan.',
  ],
  ['重5吨。', 'It weighs 5 kilograms.', '重5公斤。', 'It weighs 5 tonnes.'],
];

function mended(text: string, fix: Suggestion | undefined): string {
  return fix === undefined ? text : text.slice(0, fix.from) + fix.text + text.slice(fix.to);
}

describe('suggested corrections', () => {
  it.each(ROWS)('“%s” ≠ “%s”', (zh, en, zhMended, enMended) => {
    const [first] = compareQuantities(zh, en);
    expect([mended(zh, first?.fix?.zh), mended(en, first?.fix?.en)]).toEqual([zhMended, enMended]);
    expect(compareQuantities(zhMended, en)).toEqual([]);
    expect(compareQuantities(zh, enMended)).toEqual([]);
  });
});
