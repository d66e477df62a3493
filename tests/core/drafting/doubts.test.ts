/** What a look at an engine's answer finds odd. */
import { describe, expect, it } from 'vitest';
import { doubtsOf } from '../../../src/core/drafting/doubts.ts';
import type { Doubt, Lang } from '../../../src/core/model.ts';

type Case = readonly [from: Lang, source: string, target: string, ...doubts: Doubt[]];

const FINE: readonly Case[] = [
  ['en', 'The ferry left the harbour at dawn.', '渡轮在黎明时离开了港口。'],
  ['zh', '渡轮在黎明时离开了港口。', 'The ferry left the harbour at dawn.'],
  ['en', 'Reuters', 'Reuters'],
  ['en', 'BBC News, 2024', 'BBC News, 2024'],
  ['en', '@harbour_news #ferry', '@harbour_news #ferry'],
  ['zh', '2024', '2024'],
  ['en', 'The <1>ferry</1> left.', '<1>渡轮</1>开走了。'],
  ['zh', '王伟昨天到了港口。', 'Wang Wei (王伟) reached the harbour yesterday.'],
  ['zh', '他在读《灯塔》这本旧书。', 'He is reading the old book 《灯塔》.'],
  ['en', 'Photo: example.org/ferry', '图片：example.org/ferry'],
  ['en', 'The ferry left. Nobody slept.', '渡轮开走了，没有人睡着。'],
  ['zh', '渡轮开走了。没有人睡着。', 'The ferry left, and nobody slept at all that night.'],
];

const NUMBERS_FINE: readonly Case[] = [
  ['zh', '港口去年运送了350万人。', 'The harbour carried 3.5 million people last year.'],
  ['zh', '港口去年运送了3.5万人。', 'The harbour carried 35,000 people last year.'],
  ['zh', '港口花了1亿3000万元。', 'The harbour spent 130 million yuan on this.'],
  ['en', 'The harbour cost $2.5bn to build.', '建造这座港口花了25亿美元。'],
  ['en', 'Some 12,000 people came to the harbour.', '约1.2万人来到港口。'],
  ['en', 'All 12 ferries stayed in the harbour.', '十二艘渡轮都留在港口。'],
  ['en', 'Some 320 people came to the harbour.', '约三百二十人来到港口。'],
  ['en', 'The harbour was built in 2020.', '这座港口建于二〇二〇年。'],
  ['zh', '渡轮15:30离开港口。', 'The ferry left the harbour at 3:30 p.m.'],
  ['zh', '这座港口建于上世纪90年代。', 'The harbour was built in the 1990s.'],
  ['zh', '港口有21艘渡轮停着。', 'There are twenty-one ferries in the harbour.'],
  ['zh', '港口11月开放。', 'The harbour opens in November.'],
  ['zh', '港口有1000多万人经过。', 'More than 10 million people passed the harbour.'],
  ['en', 'The 3 ferries left the harbour.', '几艘渡轮离开了港口。'],
];

const DOUBTFUL: readonly Case[] = [
  ['en', 'The ferry left.', 'The ferry left.', 'unchanged', 'language'],
  ['en', 'The ferry left.', 'the ferry left', 'unchanged', 'language'],
  ['zh', '渡轮开走了。', '渡轮开走了。', 'unchanged', 'language', 'short'],
  ['en', 'The ferry left the harbour.', 'Die Fähre hat den Hafen verlassen.', 'language'],
  ['zh', '渡轮离开了港口。', 'The ferry has left the 港口.', 'language'],
  ['zh', '渡轮在黎明时分离开了港口，船上的人都没有睡。', 'The ferry left the harbour.', 'short'],
  [
    'en',
    'The ferry left the harbour at dawn, and nobody on board had slept at all.',
    '渡轮离开了。',
    'short',
  ],
  [
    'en',
    'The ferry left the harbour.',
    '渡轮在清晨离开了那座古老而宁静的港口，船上的每一位乘客都还没有从梦里醒来。',
    'long',
  ],
  [
    'zh',
    '渡轮开走了。港口空无一人，灯也灭了。',
    'The ferry left the old harbour.',
    'short',
    'sentences',
  ],
  [
    'en',
    'The ferry left the harbour. Nobody on board had slept.',
    '船上没有人睡着过。',
    'sentences',
  ],
  ['zh', '港口去年运送了350万人。', 'The harbour carried 350 million people last year.', 'numbers'],
  ['zh', '港口有21艘渡轮停着。', 'There are 12 ferries in the harbour.', 'numbers'],
  ['en', 'The water rose by 5.3% overnight.', '水位一夜之间上涨了3.5%。', 'numbers'],
  ['en', 'The water rose by 53 metres.', '水位上涨了。', 'numbers'],
  [
    'en',
    'The lights at the harbour were still on, and the crew of the ferry had gone home hours before.',
    '港口的灯还亮着，港口的灯还亮着，港口的灯还亮着，船员回家了。',
    'repeated',
  ],
  [
    'zh',
    '港口的灯还亮着，船员早已回家，只有看门人没有睡。',
    'The lights of the harbour the lights of the harbour the lights of the harbour were on.',
    'repeated',
  ],
];

/** Cases by name, for the titles of tests. */
function named(cases: readonly Case[]) {
  return cases.map(([from, source, target, ...doubts]) => ({ from, source, target, doubts }));
}

describe('a target', () => {
  it.each(named([...FINE, ...NUMBERS_FINE]))(
    'is fine: $from “$source” → “$target”',
    ({ from, source, target }) => {
      expect(doubtsOf(source, target, from)).toEqual([]);
    },
  );

  it.each(named(DOUBTFUL))(
    'is doubtful: $from “$source” → “$target”',
    ({ from, source, target, doubts }) => {
      expect(doubtsOf(source, target, from)).toEqual(doubts);
    },
  );

  it('that repeats what its source repeats is fine', () => {
    const source = 'Row the boat home, row the boat home, row the boat home.';
    expect(doubtsOf(source, '划着小船回家去，划着小船回家去，划着小船回家去。', 'en')).toEqual([]);
  });
});
