import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../src/core/article.ts';
import { renderMarkdown } from '../../../src/core/markdown/render.ts';
import { spliceArticle } from '../../../src/core/markdown/splice.ts';
import type { Lang } from '../../../src/core/model.ts';
import { plainText } from '../../../src/core/tags.ts';

function translated(markdown: string, lang: Lang, targets: readonly (string | null)[]): string {
  const article = parseArticle('x', markdown);
  return spliceArticle(article, (_, index) => ({ text: targets[index] ?? null, lang }));
}

describe('splicing', () => {
  it.each([
    [
      'spaces between sentences go in Chinese',
      'One is. Two are.\n',
      'zh',
      ['一是。', '二是。'],
      '一是。二是。\n',
    ],
    ['and come in English', '一是。二是。\n', 'en', ['One is.', 'Two are.'], 'One is. Two are.\n'],
    ['a hard break stays', 'One is.  \nTwo are.\n', 'zh', ['一。', '二。'], '一。  \n二。\n'],
    ['a soft break goes', 'One is.\nTwo are.\n', 'zh', ['一。', '二。'], '一。二。\n'],
    [
      'markup is the article’s own',
      'A **b** [c](u "t").\n',
      'zh',
      ['<2>丙</2>和<1>乙</1>。'],
      '[丙](u "t")和**乙**。\n',
    ],
    [
      'text is escaped',
      'One.\n',
      'en',
      ['1 * 2 * 3 [x](y) <b>'],
      '1 \\* 2 \\* 3 \\[x]\\(y) \\<b>\n',
    ],
    ['a line that would be a list', 'One.\n', 'en', ['1. one'], '1\\. one\n'],
    [
      'a bar in a cell',
      '| a |\n| - |\n| b |\n',
      'en',
      ['x | y', null],
      '| x \\| y |\n| - |\n| b |\n',
    ],
    ['an omitted item goes with its bullet', '- One.\n- Two.\n', 'zh', ['', '二。'], '\n- 二。\n'],
    [
      'a field is quoted',
      '---\ntitle: One\n---\n\nA.\n',
      'zh',
      ['“一”: #1', '甲。'],
      '---\ntitle: "“一”: #1"\n---\n\n甲。\n',
    ],
    [
      'a caption keeps its image',
      '![One](a.png)\n',
      'zh',
      ['一[张]图'],
      '![一\\[张\\]图](a.png)\n',
    ],
  ] as const)('%s', (...[, markdown, lang, targets, expected]) => {
    expect(translated(markdown, lang, targets)).toBe(expected);
  });

  it('writes emphasis that CommonMark would not close as HTML', () => {
    const markdown = translated('The **“tag”** here.\n', 'zh', ['这个<1>“标签”</1>在这里。']);
    expect(markdown).toBe('这个<strong>“标签”</strong>在这里。\n');
    const kept = translated('The **tag** here.\n', 'zh', ['这个<1>标签</1>在这里。']);
    expect(kept).toBe('这个**标签**在这里。\n');
  });

  it('keeps the article byte for byte when nothing is replaced', () => {
    const folder = new URL('../../../articles/', import.meta.url);
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.md'))) {
      const article = parseArticle('x', readFileSync(new URL(name, folder), 'utf8'));
      const same = spliceArticle(article, ({ lang }) => ({ text: null, lang }));
      expect(same).toBe(article.text);
      const rendered = spliceArticle(article, ({ text, lang }) => ({ text, lang }));
      const again = parseArticle('x', rendered);
      expect(again.segments.map((s) => s.text)).toEqual(article.segments.map((s) => s.text));
    }
  });

  it('gives any sentence back after a round trip through Markdown', () => {
    const word = fc.constantFrom(
      'a',
      '中',
      '*',
      '_',
      '`',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '&',
      '#',
      '-',
      '+',
      '1.',
      '!',
      '|',
      '~',
      '\\',
      '“',
      '”',
      'x_y',
      'http',
      ' ',
    );
    const sentence = fc
      .array(word, { minLength: 1, maxLength: 10 })
      .map((words) => `w${words.join('')}w`.replace(/ +/g, ' '));
    fc.assert(
      fc.property(sentence, (text) => {
        const article = parseArticle('x', `# ${renderMarkdown(text, [])}\n`);
        expect(article.segments.map((segment) => plainText(segment.text)).join('')).toBe(
          plainText(text),
        );
      }),
      { numRuns: 500 },
    );
  });
});
