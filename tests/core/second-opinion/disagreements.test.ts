/** In what two engines' texts differ. */
import { describe, expect, it } from 'vitest';
import {
  type Disagreement,
  disagreements,
} from '../../../src/core/second-opinion/disagreements.ts';
import type { Lang } from '../../../src/core/model.ts';

interface Case {
  readonly from: Lang;
  readonly source: string;
  readonly first: string;
  readonly second: string;
  readonly found: readonly Disagreement[];
}

function fromEnglish(
  source: string,
  first: string,
  second: string,
  ...found: Disagreement[]
): Case {
  return { from: 'en', source, first, second, found };
}

function fromChinese(
  source: string,
  first: string,
  second: string,
  ...found: Disagreement[]
): Case {
  return { from: 'zh', source, first, second, found };
}

const FERRY = 'The ferry carried 35,000 people last year.';
const DULUN = '渡轮去年运送了3.5万人。';

const CASES: readonly Case[] = [
  fromEnglish(FERRY, DULUN, DULUN),
  fromEnglish(FERRY, DULUN, '渡轮去年运送了35,000人。'),
  fromEnglish(FERRY, DULUN, '渡轮去年运送了三万五千人。'),
  fromEnglish(FERRY, DULUN, '渡轮去年运送了3.5亿人。', 'numbers'),
  fromEnglish(FERRY, DULUN, '渡轮去年运送了许多人。', 'numbers'),
  fromEnglish('Three ferries left the harbour.', '三艘渡轮离开了港口。', '3艘渡轮离开了港口。'),
  fromEnglish(
    'Three ferries left the harbour.',
    '三艘渡轮离开了港口。',
    '两艘渡轮离开了港口。',
    'numbers',
  ),
  fromEnglish('A ferry left the harbour.', '一艘渡轮离开了港口。', '有艘渡轮离开了港口。'),
  fromChinese(DULUN, FERRY, 'The ferry carried 35 thousand people last year.'),
  fromChinese(DULUN, FERRY, 'The ferry carried 3.5 million people last year.', 'numbers'),
  fromChinese(
    '这座港口花了1.3亿元。',
    'This harbour cost 130 million yuan.',
    'This harbour cost 1.3 billion yuan.',
    'numbers',
  ),
  fromEnglish('The mayor denied it.', '市长否认了这件事。', '市长没有承认这件事。'),
  fromEnglish(
    'The mayor did not agree to it.',
    '市长没有同意这件事。',
    '市长同意了这件事。',
    'negation',
  ),
  fromEnglish('The harbour keeps growing.', '港口不断扩大。', '港口持续扩大。'),
  fromChinese(
    '市长没有同意这件事。',
    'The mayor did not agree to this.',
    'The mayor agreed to this.',
    'negation',
  ),
  fromChinese(
    '市长没有同意这件事。',
    'The mayor did not agree to this.',
    "The mayor didn't agree to this.",
  ),
  fromChinese(
    '昨天市长王伟到了港口。',
    'Yesterday mayor Wang Wei reached the harbour.',
    'Yesterday mayor Li Na reached the harbour.',
    'names',
  ),
  fromChinese(
    '昨天王伟到了港口。',
    'Yesterday Wang Wei reached the harbour.',
    'Yesterday Wang Wei reached the Harbour.',
  ),
  fromChinese(
    '昨天王伟的船到了。',
    "Yesterday Wang Wei's boat came in.",
    'Yesterday the boat of Wang Wei came in.',
  ),
  fromEnglish(
    'Donald Reed reached the harbour.',
    '唐纳德·里德到了港口。',
    '多纳德·里德到了港口。',
    'names',
  ),
  fromEnglish(
    'Donald Reed reached the harbour.',
    '唐纳德·里德到了港口。',
    'Donald Reed到了港口。',
    'names',
  ),
  fromEnglish('The Kindle lay in the harbour.', 'Kindle躺在港口里。', '阅读器躺在港口里。'),
  fromEnglish('The mayor said “we stay”.', '市长说：“我们不走。”', '市长说我们不走。', 'quotes'),
  fromEnglish('The mayor said “we stay”.', '市长说：“我们不走。”', '市长说："我们不走。"'),
  fromEnglish(
    'The ferry left, and nobody on board had slept.',
    '渡轮离开了港口，船上人人醒着。',
    '渡轮离开了。',
    'length',
  ),
  fromEnglish(
    'The lights were still on.',
    '港口的灯光依旧亮着。',
    '所有电器全部运行正常。',
    'wording',
  ),
  fromChinese(
    '港口的灯还亮着。',
    'The lights of the harbour are still burning.',
    'Every lamp around that port remains lit.',
    'wording',
  ),
];

describe('two translations', () => {
  it.each(CASES)('of “$source”: “$first”, “$second”', ({ from, source, first, second, found }) => {
    expect(disagreements(source, first, second, from)).toEqual(found);
    expect(disagreements(source, second, first, from)).toEqual(found);
  });

  it('are compared without their markup', () => {
    const found = disagreements(
      'A <1>ferry</1> left.',
      '<1>渡轮</1>开走了。',
      '渡轮开<1>走了</1>。',
      'en',
    );
    expect(found).toEqual([]);
  });
});
