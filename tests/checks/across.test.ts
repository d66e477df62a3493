/** What only shows in a whole article, or when articles stand beside each other. */
import { describe, expect, it } from 'vitest';
import { articleOf, findingsAcross, findingsIn, settingWith, type Sentences } from './articles.ts';

describe('term.consistent', () => {
  const setting = settingWith(['zh,en,enVariants', '峰会,summit,summit meeting']);

  function wordsIn(...paragraphs: readonly Sentences[]) {
    return findingsIn(articleOf(paragraphs), 'term.consistent', setting).map(
      ({ values, severity }) => [values['word'], values['right'], severity],
    );
  }

  it.each<readonly [string, readonly Sentences[], readonly unknown[]]>([
    [
      'the rarer rendering',
      [
        [['峰会开幕。', 'The summit opened.']],
        [['峰会结束。', 'The summit meeting ended.']],
        [['峰会很短。', 'The summit was short.']],
      ],
      [['summit meeting', 'summit', 'warning']],
    ],
    [
      'of two as frequent, the later one',
      [[['峰会开幕。', 'The summit meeting opened.']], [['峰会结束。', 'The summit ended.']]],
      [['summit', 'summit meeting', 'warning']],
    ],
  ])('finds %s', (_, paragraphs, words) => {
    expect(wordsIn(...paragraphs)).toEqual(words);
  });

  it.each<readonly [string, readonly Sentences[]]>([
    ['plurals', [[['峰会开幕。', 'The summit opened.']], [['两次峰会', 'two summits']]]],
    ['one rendering', [[['峰会开幕。', 'The summit meeting opened.']]]],
    [
      'another word',
      [[['峰会开幕。', 'The summit opened.']], [['会议结束。', 'The talks ended.']]],
    ],
  ])('leaves alone %s', (_, paragraphs) => {
    expect(wordsIn(...paragraphs)).toEqual([]);
  });
});

describe('alt', () => {
  function altsIn(source: string, target: string) {
    return findingsIn(articleOf([[[source, target]]]), 'alt').map(({ values, severity }) => [
      values['alt'],
      values['side'],
      severity,
    ]);
  }

  it.each([
    ['潮水![涨潮的港口](a.png)很高。', 'The tide <1/> is high.', '涨潮的港口', 'en'],
    ['潮水<img src="a.png" alt="涨潮的港口">很高。', 'The tide <1/> is high.', '涨潮的港口', 'en'],
    [
      'The tide ![the harbour at high tide](a.png) is high.',
      '潮水<1/>很高。',
      'the harbour at high tide',
      'zh',
    ],
  ])(
    'finds an image inside a sentence whose text one edition cannot read: %s',
    (source, target, alt, side) => {
      expect(altsIn(source, target)).toEqual([[alt, side, 'warning']]);
    },
  );

  it.each([
    ['潮水![](a.png)很高。', 'The tide <1/> is high.'],
    ['用![GitHub](a.png)登录。', 'Sign in with <1/>.'],
    ['潮水![2026](a.png)很高。', 'The tide <1/> is high.'],
    ['潮水很高。', 'The tide is high.'],
  ])('leaves alone %s', (source, target) => {
    expect(altsIn(source, target)).toEqual([]);
  });
});

describe('consistency.target', () => {
  const first = articleOf(
    [[['港口将于周五重新开放。', 'The port will reopen on Friday.']]],
    'port',
  );

  it('finds one source with two targets, on both pairs', () => {
    const second = articleOf(
      [[['港口将于周五重新开放。', 'The harbour reopens on Friday.']]],
      'harbour',
    );
    const found = findingsAcross([first, second], 'consistency.target');
    expect(found.map(({ slug, severity, values }) => [slug, severity, values['slug']])).toEqual([
      ['harbour', 'warning', 'port'],
      ['port', 'warning', 'harbour'],
    ]);
  });

  it('finds it within one article', () => {
    const twice = articleOf([
      [['港口将于周五重新开放。', 'The port will reopen on Friday.']],
      [['港口将于周五重新开放。', 'The harbour reopens on Friday.']],
    ]);
    expect(findingsAcross([twice], 'consistency.target')).toHaveLength(2);
  });

  it.each<readonly [string, readonly Sentences[]]>([
    ['the same target', [[['港口将于周五重新开放。', 'The port will reopen on Friday.']]]],
    ['another source', [[['港口将于周六重新开放。', 'The port will reopen on Saturday.']]]],
    ['white space', [[['港口将于周五重新开放。', 'The port will  reopen on Friday.']]]],
  ])('leaves alone %s', (_, paragraphs) => {
    expect(findingsAcross([first, articleOf(paragraphs, 'b')], 'consistency.target')).toEqual([]);
  });

  it('leaves labels alone', () => {
    const labels = ['完', 'End', '完', 'Done'];
    const [a, b] = [labels.slice(0, 2), labels.slice(2)].map(([zh = '', en = ''], index) =>
      articleOf([[[zh, en]]], `label-${index}`),
    );
    expect(
      findingsAcross(
        [a, b].filter((one) => one !== undefined),
        'consistency.target',
      ),
    ).toEqual([]);
  });
});

describe('consistency.source', () => {
  it('finds one target for two sources', () => {
    const a = articleOf([[['港口周五重新开放。', 'The port will reopen on Friday.']]], 'a');
    const b = articleOf([[['码头下月拆除重建。', 'The port will reopen on Friday.']]], 'b');
    const found = findingsAcross([a, b], 'consistency.source');
    expect(found.map(({ slug, severity, values }) => [slug, severity, values['source']])).toEqual([
      ['a', 'note', '码头下月拆除重建。'],
      ['b', 'note', '港口周五重新开放。'],
    ]);
    expect(findingsAcross([a], 'consistency.source')).toEqual([]);
  });
});

describe('length.ratio', () => {
  const pairs: Sentences[] = Array.from({ length: 60 }, (_, index) => [
    [
      `第${index}号渡轮今天上午准时从码头出发前往对岸。`,
      `Ferry No. ${index} left the pier this morning on time for the other bank.`,
    ],
  ]);
  const short: Sentences = [
    ['由于风浪太大，渡轮公司决定取消今天下午的全部航班并退还票款。', 'All were cancelled.'],
  ];

  it('finds a pair that is unlike all others', () => {
    const found = findingsAcross([articleOf([...pairs, short])], 'length.ratio');
    expect(found.map(({ values, en }) => [values['side'], en])).toEqual([
      ['en', 'All were cancelled.'],
    ]);
  });

  it('says nothing before it knows fifty', () => {
    expect(findingsAcross([articleOf([...pairs.slice(0, 40), short])], 'length.ratio')).toEqual([]);
  });
});
