import { describe, expect, it } from 'vitest';
import { CONTEXT_LIMIT, contextFor } from '../../../src/core/drafting/context.ts';
import type { Article } from '../../../src/core/model.ts';
import { articleOf } from './articles.ts';

const { article } = articleOf(
  'harbour',
  [
    '---',
    'title: Harbour opens again',
    '---',
    '',
    'The first boat left at dawn. It was full.',
    '',
    'Fares stay **low**.',
    '',
    '渡轮明天再开。',
    '',
    'Crews were glad. Nobody slept.',
    '',
    'The strait is calm.',
    '',
    '- [1](https://example.org)',
    '',
    'Traders wait.',
    '',
  ].join('\n'),
);

function blockOf(text: string, of: Article = article): number {
  return of.segments.find((segment) => segment.text.includes(text))?.block ?? -1;
}

describe('contextFor', () => {
  it.each([
    [
      'a headline gets the lede',
      'Harbour',
      'Harbour opens again\nThe first boat left at dawn. It was full.',
    ],
    [
      'a paragraph gets headline, lede, itself and its neighbours in its own language',
      'Crews',
      'Harbour opens again\nThe first boat left at dawn. It was full.\nCrews were glad. Nobody slept.\nThe strait is calm.',
    ],
    [
      'markup is left out',
      'Fares',
      'Harbour opens again\nThe first boat left at dawn. It was full.\nFares stay low.',
    ],
  ])('%s', (_, part, expected) => {
    const block = blockOf(part);
    expect(contextFor(article, 'en', block, block)).toBe(expected);
  });

  it('never mixes languages, and joins Chinese without spaces', () => {
    const { article: chinese } = articleOf('gang', '# 港口\n\n船开了。人很多。\n\nThe fares.\n');
    const block = blockOf('船', chinese);
    expect(contextFor(chinese, 'zh', block, block)).toBe('港口\n船开了。人很多。');
    expect(contextFor(chinese, 'en', block, block)).toBe('The fares.');
  });

  it('stays within the limit with whole sentences, counted as code points', () => {
    const sentence = (sign: string) => `${sign.repeat(199)}。`;
    const signs = [...'甲乙丙丁戊己庚辛壬癸𠮷'];
    const paragraphs = signs.map(sentence).join('\n\n');
    const long = articleOf('long', `${paragraphs}\n`).article;
    const context = contextFor(long, 'zh', 2, 8);
    expect([...context].length).toBeLessThanOrEqual(CONTEXT_LIMIT);
    for (const line of context.split('\n')) expect([...line]).toHaveLength(200);
    expect(context).toContain('甲');
  });

  it('is empty when there is nothing around', () => {
    expect(contextFor(articleOf('x', '').article, 'en', 0, 0)).toBe('');
  });
});
