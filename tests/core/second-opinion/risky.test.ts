/** Which sentences another engine is asked about. */
import { describe, expect, it } from 'vitest';
import { isRisky } from '../../../src/core/second-opinion/risky.ts';

describe('a sentence', () => {
  it.each([
    ['en', 'The water rose by 5%.'],
    ['en', 'Twelve ferries left the harbour.'],
    ['en', 'Yesterday the mayor met Donald Reed.'],
    ['en', 'Donald Reed met the mayor.'],
    ['en', 'The mayor did not come.'],
    ['en', "The mayor didn't come."],
    ['en', 'The mayor refused to come.'],
    ['en', 'The mayor said “we stay”.'],
    ['en', 'The <1>mayor</1> said "we stay".'],
    ['zh', '水位上涨了5%。'],
    ['zh', '十二艘渡轮离开了港口。'],
    ['zh', '唐纳德·里德到了港口。'],
    ['zh', '王伟市长到了港口。'],
    ['zh', '他带着Kindle到了港口。'],
    ['zh', '市长没有来。'],
    ['zh', '市长拒绝到场。'],
    ['zh', '市长说：“好。”'],
    ['zh', '市長說：「好。」'],
  ] as const)('is risky: %s “%s”', (lang, text) => {
    expect(isRisky(text, lang)).toBe(true);
  });

  it.each([
    ['en', 'The ferry left the harbour at dawn.'],
    ['en', 'One of the ferries left.'],
    ['en', '<1>The ferry</1> left first.'],
    ['zh', '渡轮在黎明时离开了港口。'],
    ['zh', '港口不断扩大。'],
    ['zh', '港口十分安静。'],
    ['zh', '渡轮一直停在港口。'],
  ] as const)('is not: %s “%s”', (lang, text) => {
    expect(isRisky(text, lang)).toBe(false);
  });
});
