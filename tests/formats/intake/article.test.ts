/** What goes into an article: titles, slugs, literal signs, safe HTML, encodings, errors. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { UserError } from '../../../src/core/errors.ts';
import { parseMarkdown } from '../../../src/core/markdown/parse.ts';
import { escapeHeading, escapeInline } from '../../../src/formats/intake/escape-markdown.ts';
import {
  importArticle,
  type Intake,
  type IntakeOptions,
} from '../../../src/formats/intake/import-article.ts';
import { plainText } from '../../../src/formats/intake/markdown-text.ts';
import { slugOf } from '../../../src/formats/intake/slug.ts';

function take(text: string, options: Partial<IntakeOptions> = {}): Promise<Intake> {
  const bytes = new TextEncoder().encode(text);
  return importArticle(bytes, { name: 'x.txt', keepAll: false, today: '2026-01-02', ...options });
}

function bodyOf({ markdown }: Intake): string {
  return markdown.replace(/^---\n[^]*?\n---\n\n/, '');
}

describe('plain text', () => {
  it.each([
    ['lines without empty ones', 'Title\nOne.\nTwo.\n', 'One.\n\nTwo.\n'],
    ['empty lines between', 'Title\n\nOne.\n\nTwo.', 'One.\n\nTwo.\n'],
    ['CRLF and CR', 'Title\r\n\r\nOne.\rTwo.', 'One.\n\nTwo.\n'],
    [
      'wrapped Han',
      '标题\n\n一座只有九百个人的山村里的小小的图书馆在周六那天\n迎来了它的第一万名读者这位读者是一位退休了的司机他\n借了一本关于蜜蜂的书。',
      '一座只有九百个人的山村里的小小的图书馆在周六那天迎来了它的第一万名读者这位读者是一位退休了的司机他借了一本关于蜜蜂的书。\n',
    ],
    [
      'a bullet character',
      'Title\nOne is enough.\n• two\n• three',
      'One is enough.\n\n- two\n- three\n',
    ],
    ['ideographic indents', '标题\n　　第一段。\n　　第二段。', '第一段。\n\n第二段。\n'],
  ])('%s', async (_, text, body) => {
    expect(bodyOf(await take(text))).toBe(body);
  });

  it.each([
    ['a single line', 'Only this line is here.', 'Only this line is here'],
    ['a salutation', 'Dear friends,\nWe have moved.', 'We have moved'],
    ['a headline', 'We have moved\nDear friends, we have moved house.', 'We have moved'],
    ['signs that YAML reads', 'Title: "a" # b\nText follows here.', 'Title: "a" # b'],
    ['a word that YAML reads', 'yes\nText follows here.', 'yes'],
  ])('takes the title from %s', async (_, text, title) => {
    const { markdown, title: found } = await take(text);
    expect(found).toBe(title);
    expect(parse(markdown.split('---\n')[1] ?? '')).toEqual({ title });
  });

  it('takes control characters and escapes away, and lists them in print', async () => {
    const { markdown, dropped } = await take(
      'Title\u0000\n\nRed \u001b[31mtext\u001b[0m\u202e here.\n',
    );
    expect(markdown).toBe('---\ntitle: Title\n---\n\nRed text here.\n');
    expect(dropped).toEqual([
      { line: 1, text: '<U+0000>', reason: 'control' },
      { line: 3, text: '<U+001B>[31m', reason: 'control' },
      { line: 3, text: '<U+001B>[0m', reason: 'control' },
      { line: 3, text: '<U+202E>', reason: 'control' },
    ]);
  });

  it('composes characters', async () => {
    expect((await take('Cafe\u0301\nA cafe\u0301 opened.')).markdown).toContain('A café opened.');
  });

  it('never throws anything but UserError, and drops nothing silently', async () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom('上一篇', '英语新闻丨标题', '?Israel', 'word1 then2 more3', '---', '# x', ''),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 8 }), fc.boolean(), async (lines, keepAll) => {
        const outcome: unknown = await take(lines.join('\n'), { keepAll }).then(
          ({ markdown }) => markdown,
          (error: unknown) => error,
        );
        const shape = /^---\n[^]*\n---\n\n[^]*\n$/;
        const fine = outcome instanceof UserError || shape.test(String(outcome));
        expect(fine).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('escapeInline', () => {
  const sign = fc.constantFrom(
    ...'*_`#<>[]()!&;~\\-+=|.:1aB字，。"\' \u3000/@'.split(''),
    '](',
    '**',
    '~~',
    '&amp;',
    '1. ',
    '- ',
    '[^1]',
    '<b>',
    '```',
  );
  const text = fc.array(sign, { minLength: 1, maxLength: 24 }).map((signs) => signs.join(''));

  it('reads back as exactly the text it was given', () => {
    fc.assert(
      fc.property(text, (value) => {
        const wanted = value.replace(/\s+/g, ' ').trim();
        fc.pre(wanted !== '');
        const [block, ...more] = parseMarkdown(escapeInline(value)).children;
        expect(more).toEqual([]);
        expect(block?.type).toBe('paragraph');
        expect(block === undefined ? null : plainText(block)).toBe(wanted);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads back as a heading too', () => {
    fc.assert(
      fc.property(text, (value) => {
        const wanted = value.replace(/\s+/g, ' ').trim();
        fc.pre(wanted !== '');
        const [block] = parseMarkdown(`## ${escapeHeading(value)}`).children;
        expect(block?.type).toBe('heading');
        expect(block === undefined ? null : plainText(block)).toBe(wanted);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    '3 * 4',
    'snake_case',
    'R&D',
    'a < b',
    '[1]',
    'C#',
    'about ~5 %',
    '2.5',
    'a > b',
    'x - y',
  ])('leaves %s alone', (plain) => {
    expect(escapeInline(plain)).toBe(plain);
  });
});

describe('HTML', () => {
  it.each([
    ['<p onclick="steal()">Text of the page.</p>', 'Text of the page.\n'],
    ['<p>Text <script>steal()</script>of the page.</p><style>p{}</style>', 'Text of the page.\n'],
    ['<p>A <a href=" JavaScript:steal()">link</a> away.</p>', 'A link away.\n'],
    ['<p>A <a href="java\tscript:steal()">link</a> away.</p>', 'A link away.\n'],
    ['<p>A <a href="data:text/html,x">link</a> away.</p>', 'A link away.\n'],
    [
      '<p>A <a href="https://example.com/a b">link</a> away.</p>',
      'A [link](https://example.com/a%20b) away.\n',
    ],
    ['<p>A <img src="javascript:x" alt="x"> away.</p>', 'A\n\naway.\n'],
    ['<p>One<br>two<br><br>three</p>', 'One\n\ntwo\n\nthree\n'],
    [
      '<p>&lt;b&gt; and *stars* and a &amp;amp; sign</p>',
      '\\<b> and \\*stars\\* and a \\&amp; sign\n',
    ],
    ['<p><b>Bold</b><b>er</b> and <i>it</i></p>', '**Bolder** and *it*\n'],
    ['<p>他说<b>“好。”</b>然后走了</p>', '他说“**好**。”然后走了\n'],
    ['<ol start="3"><li>three<li>four</ol>', '3. three\n4. four\n'],
    ['<pre>a\n  b</pre>', '```\na\n  b\n```\n'],
    ['<table><tr><td>only layout</td></tr></table>', 'only layout\n'],
    ['<p style="display:none">secret</p><p>shown</p>', 'shown\n'],
  ])('%s', async (html, body) => {
    const page = `<html><head><title>T</title></head><body><h1>T</h1>${html}</body></html>`;
    expect(bodyOf(await take(page, { name: 'x.html', keepAll: true }))).toBe(body);
  });

  it.each([
    ['-', '<!doctype html><title>T</title><p>Text of the page.</p>'],
    ['page', '<html><body><h1>T</h1><p>Text of the page.</p></body></html>'],
  ])('is recognised in %s', async (name, html) => {
    expect(bodyOf(await take(html, { name }))).toBe('Text of the page.\n');
  });

  it('refuses a page without text', async () => {
    await expect(
      take('<html><body><script>x</script></body></html>', { name: 'x.html' }),
    ).rejects.toThrow(UserError);
  });
});

describe('Markdown', () => {
  it.each([
    [
      '---\ntitle: A\ntags: [x]\n---\n\n# B\n\ntext\n',
      '---\ntitle: A\ntags: [x]\n---\n\n# B\n\ntext\n',
    ],
    ['# B\n\ntext *as* it is  \nbroken\n', '---\ntitle: B\n---\n\ntext *as* it is  \nbroken\n'],
    ['B\n=\n\ntext\n', '---\ntitle: B\n---\n\ntext\n'],
    ['---\ndraft: true # why\n---\n# B\n\ntext', '---\ntitle: B\ndraft: true # why\n---\n\ntext\n'],
    ['Just a text.\n', '---\ntitle: Just a text\n---\n\nJust a text.\n'],
  ])('%j', async (text, markdown) => {
    expect((await take(text, { name: 'x.md' })).markdown).toBe(markdown);
  });

  it.each(['---\ntitle: [\n---\n\ntext', '---\n- a\n---\n\ntext'])('refuses %j', async (text) => {
    await expect(take(text, { name: 'x.md' })).rejects.toThrow(UserError);
  });
});

describe('slug', () => {
  it.each([
    ['中国电子商务进军俄罗斯', '2015-06-19-zhong-guo-dian-zi-shang-wu-jin-jun-e-luo-si'],
    ["China's Café & Bar", '2015-06-19-chinas-cafe-bar'],
    ['Что нового', '2015-06-19-article'],
    ['重庆的绿色行长', '2015-06-19-chong-qing-de-lv-se-hang-zhang'],
    ['word '.repeat(30), '2015-06-19-word-word-word-word-word-word-word-word-word-word'],
  ])('%s', async (title, slug) => {
    expect(await slugOf(title, '2015-06-19')).toBe(slug);
  });

  it('always has the shape of a slug', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (title) => {
        const slug = await slugOf(title, '2015-06-19');
        expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(slug.length).toBeLessThanOrEqual(60);
      }),
      { numRuns: 50 },
    );
  });

  it.each(['duizhao', 'A', 'a--b', '../x', ''])('refuses %j', async (slug) => {
    await expect(take('Title\nText.', { slug })).rejects.toThrow(UserError);
  });

  it('takes the one it is given', async () => {
    expect((await take('Title\nText.', { slug: 'my-slug' })).slug).toBe('my-slug');
  });
});
