/** Quotation marks over the sentences and paragraphs of an article. */
import { describe, expect, it } from 'vitest';
import { articleOf, findingsIn, type Sentences } from './articles.ts';

function marksIn(...paragraphs: readonly Sentences[]) {
  return findingsIn(articleOf(paragraphs), 'quote.paragraph').map(
    ({ values, severity, spans, ...texts }) => {
      const { side } = values as { readonly side: 'zh' | 'en' };
      const [span] = spans?.[side] ?? [];
      return [side, texts[side]?.slice(span?.from, span?.to), severity];
    },
  );
}

describe('a quotation mark without its partner', () => {
  it.each<readonly [string, readonly Sentences[], readonly unknown[]]>([
    [
      'at the end of a paragraph',
      [[['He said: "We leave tomorrow."', '他说：“明天出发。']], [['It rained.', '下雨了。']]],
      [['zh', '“', 'error']],
    ],
    [
      'at the beginning',
      [[['"We leave tomorrow," he said.', '明天出发。”他说。']]],
      [['zh', '”', 'error']],
    ],
    [
      'in the second sentence',
      [
        [
          ['The harbour was quiet.', '港口很安静。'],
          ['The “ferry” was late.', '所谓“渡轮晚点了。'],
        ],
      ],
      [['zh', '“', 'error']],
    ],
  ])('%s', (_, paragraphs, marks) => {
    expect(marksIn(...paragraphs)).toEqual(marks);
  });
});

describe('is none', () => {
  it.each<readonly [string, readonly Sentences[]]>([
    [
      'where the quotation goes on in the next sentence',
      [
        [
          ['"The tide is high," he said.', '他说：“潮水很高。'],
          ['"We have to wait."', '我们得等。”'],
        ],
      ],
    ],
    [
      'where it goes on in the next paragraph',
      [
        [['他说：“潮水很高。', 'He said: "The tide is high.']],
        [['“我们得等。”', '"We have to wait."']],
      ],
    ],
    ['where all are paired', [[['“好”，他说。', '"Good," he said.']]]],
  ])('%s', (_, paragraphs) => {
    expect(marksIn(...paragraphs)).toEqual([]);
  });
});
