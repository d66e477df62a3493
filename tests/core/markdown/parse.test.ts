import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/core/markdown/parse.ts';

function withEverything(text: string): unknown {
  return fromMarkdown(text, {
    extensions: [gfm(), frontmatter(['yaml'])],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(['yaml'])],
  });
}

/** All that means something in Markdown, and a little that does not. */
const PIECES = [
  ['a', '中', ' ', '\n', '\n\n', '|', '-', ':', '~', '~~', '[', ']', '^', 'x', '1.', '- ', '> '],
  ['*', '**', '_', '`', '\\', '<', '>', '!', '(', ')', '#', '=', '&amp;', '@', '.', '/', '+', '"'],
  ['http:', 'https://', 'www.', 'xmpp:', 'mailto:', '---\n', '\t', '。', 'b.c', '[^', ' ]'],
].flat();

it.each([
  ['a table', '| a | b |\n| - | - |\n| 1 | 2 |'],
  ['a table of one column without bars', 'a\n:-\nb'],
  ['a table of one column, right', 'a\n-:'],
  ['strikethrough', '一~~二~~三'],
  ['a footnote', 'a[^1]\n\n[^1]: b'],
  ['tasks', '- [ ] a\n- [x] b\n- [X] c\n- [\t] d'],
  ['a task across lines', '- [\n] a'],
  ['bare addresses', 'see https://a.example and WWW.b.example, HTTP://c.example'],
  ['a mail address', '请写信到a@b.example。'],
  ['front matter', '---\ntitle: x\n---\n\nplain 文字 **bold** [a](b)'],
])('reads %s', (_what, text) => {
  expect(parseMarkdown(text)).toEqual(withEverything(text));
});

it('reads any text as with all extensions', () => {
  const piece = fc.constantFrom(...PIECES);
  const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, (markdown) => {
      expect(parseMarkdown(markdown)).toEqual(withEverything(markdown));
    }),
    { numRuns: 1500 },
  );
});
