/** Links and pictures in Markdown: their addresses and brackets as they were, whatever stands in them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../src/core/article.ts';
import { renderMarkdown } from '../../../src/core/markdown/render.ts';
import { spliceArticle } from '../../../src/core/markdown/splice.ts';
import type { Segment } from '../../../src/core/model.ts';
import { escapeTagged } from '../../../src/core/tags.ts';

/** What stands in the place of the article's one sentence. */
function written(source: string, target: string): string {
  const article = parseArticle('x', `${source}\n`);
  expect(article.segments).toHaveLength(1);
  return spliceArticle(article, () => ({ text: target, lang: 'zh' })).trim();
}

describe('a link that has no brackets', () => {
  const LONG = 'https://a.example/x_y?b=*1*&c=[2]~d';

  it.each([
    ['is the whole text', `<${LONG}>`, `<1>${LONG}</1>`, `<${LONG}>`],
    [
      'is the whole text, bare',
      'https://a.example/x_y',
      '<1>https://a.example/x_y</1>',
      '<https://a.example/x_y>',
    ],
    [
      'is an address of mail',
      '<the_desk@news.example>',
      '<1>the_desk@news.example</1>',
      '<the_desk@news.example>',
    ],
    [
      'stands among others',
      'See <https://a.example/x_y> now.',
      '请看<1>https://a.example/x_y</1>。',
      '请看<https://a.example/x_y>。',
    ],
    [
      'was bare among spaces',
      'See https://a.example/x_y now.',
      '请看 <1>https://a.example/x_y</1> 吧。',
      '请看 https://a.example/x_y 吧。',
    ],
    [
      'was bare and has Chinese beside it',
      'See https://a.example/x_y now.',
      '请看<1>https://a.example/x_y</1>，谢谢。',
      '请看<https://a.example/x_y>，谢谢。',
    ],
    [
      'was bare and comes last',
      'See https://a.example/x_y',
      '请看 <1>https://a.example/x_y</1>',
      '请看 <https://a.example/x_y>',
    ],
    [
      'was bare mail',
      'Ask the_desk@news.example now.',
      '请问<1>the_desk@news.example</1>吧。',
      '请问<the_desk@news.example>吧。',
    ],
    [
      'has no scheme',
      'See www.a.example/x_y now.',
      '请看<1>www.a.example/x_y</1>。',
      '请看[www\\.a.example/x_y](http://www.a.example/x_y)。',
    ],
    [
      'has no scheme, among spaces',
      'See www.a.example/x_y now.',
      '请看 <1>www.a.example/x_y</1> 吧。',
      '请看 www.a.example/x_y 吧。',
    ],
    [
      'got words of its own',
      'See <https://a.example/x_y> now.',
      '请看<1>我们的[新]网站</1>。',
      '请看[我们的\\[新\\]网站](https://a.example/x_y)。',
    ],
    [
      'got another address as its words',
      'See <https://a.example/x> now.',
      '请看<1>https://b.example/x</1>。',
      '请看[https\\://b.example/x](https://a.example/x)。',
    ],
    [
      'has brackets in its address',
      'See <https://a.example/(x> now.',
      '请看<1>这里</1>。',
      '请看[这里](https://a.example/\\(x)。',
    ],
  ])('%s', (_what, source, target, expected) => {
    expect(written(source, target)).toBe(expected);
  });

  it('leads where it led, whatever stands beside it and in it', () => {
    const source = fc.constantFrom<[string, string]>(
      ['<https://a.example/x_y*z*>', 'https://a.example/x_y*z*'],
      ['https://a.example/x_y', 'https://a.example/x_y'],
      ['www.a.example/x_y', 'www.a.example/x_y'],
      ['the_desk@news.example', 'the_desk@news.example'],
      ['<mailto:the_desk@news.example>', 'mailto:the_desk@news.example'],
      ['[the *site*](https://a.example/x)', 'the site'],
    );
    const signs = fc.constantFrom(...'a中 。，.!?:;)(]["\'*_~`<>&#/\\|'.split(''));
    const words = fc.array(signs, { maxLength: 6 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(source, words, words, fc.option(words), ([link, own], before, after, other) => {
        const [{ tags }] = parseArticle('x', `See ${link} now.\n`).segments as [Segment];
        const inside = other === null || other.trim() === '' ? own : `w${other}w`;
        const clean = (text: string): string => escapeTagged(text.replace(/ +/g, ' '));
        const tagged = `w${clean(before)}<1>${clean(inside)}</1>${clean(after)}w`;
        const again = parseArticle('x', `# ${renderMarkdown(tagged, tags)}\n`);
        expect(again.segments.map(({ text }) => text)).toEqual([tagged]);
        expect(again.segments.map((segment) => segment.tags[0]?.mark)).toEqual([tags[0]?.mark]);
      }),
      { numRuns: 500 },
    );
  });
});

it.each([
  ['[a](x.md)', '<1>甲]乙[丙</1>', '[甲\\]乙\\[丙](x.md)'],
  ['[**a** b](x.md)', '<1><2>甲]</2>乙]</1>', '[<strong>甲\\]</strong>乙\\]](x.md)'],
  ['![a](x.png)', '甲]乙', '![甲\\]乙](x.png)'],
  ['a [b](x.md)', '甲]乙<1>丙</1>', '甲]乙[丙](x.md)'],
])('brackets end neither a link nor a picture: %s, %s', (source, target, expected) => {
  expect(written(source, target)).toBe(expected);
});
