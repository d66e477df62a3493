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

/** Words that are long enough to be cut short for the parser, and what could make something else of them. */
const LONG_LINES = [
  [
    'Plain words that are long enough',
    '"Quoted words that go on," she said',
    '2026 was a long year',
  ],
  [
    '他们在河边等了很久才等到下一班船来',
    'Words with **bold words in them** and more',
    '## A heading of words',
  ],
  [
    'long *words_that go on*and_on and on',
    '- An item with words that go on',
    '## Closed by signs of its own ##',
  ],
  [
    'Words that end in white space  ',
    'Words 😀 of emotion and **more 😀**',
    '- - Words in a list of a list',
  ],
].flat();
const CONTEXTS = [
  [
    '> ',
    '- ',
    '    ',
    '```',
    '~~~',
    '<div>',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '[a',
    'b]',
    'c*',
  ],
  [
    '[a]: /url "b',
    'b"',
    '[^1]: a',
    '| a |',
    '|---|',
    ':-',
    '===',
    '---',
    '1. a',
    '`',
    '',
    '\t',
    '*c',
  ],
  [
    'http://a.example and its words',
    'someone@example.com and words',
    '- [ ] A task to be done one day',
  ],
].flat();

it('reads long lines as with all extensions, whatever stands around them', () => {
  const line = fc.oneof(fc.constantFrom(...LONG_LINES), fc.constantFrom(...CONTEXTS));
  const end = fc.constantFrom('\n', '\n\n', '');
  const text = fc
    .array(fc.tuple(line, end), { maxLength: 9 })
    .map((lines) => lines.flat().join(''));
  fc.assert(
    fc.property(text, (markdown) => {
      expect(parseMarkdown(markdown)).toEqual(withEverything(markdown));
    }),
    { numRuns: 1500 },
  );
});

it('leaves the character alone that stands for words that are cut short', () => {
  const text = 'Words of private use \uE000 are rare enough\n\nand words that are long enough\n';
  expect(parseMarkdown(text)).toEqual(withEverything(text));
});
