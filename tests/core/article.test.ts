import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/core/article.ts';
import { UserError } from '../../src/core/errors.ts';

function segmentsOf(markdown: string): string[] {
  return parseArticle('x', markdown).segments.map((segment) => segment.text);
}

describe('segments of an article', () => {
  it('gives each segment its own source language', () => {
    const article = parseArticle(
      'x',
      '---\ntitle: 中国电商进军海外\n---\n\nThe firm opened an office. It hired ten people.\n\n他说：“很好。”\n',
    );
    expect(article.segments.map(({ lang, text }) => [lang, text])).toEqual([
      ['zh', '中国电商进军海外'],
      ['en', 'The firm opened an office.'],
      ['en', 'It hired ten people.'],
      ['zh', '他说：“很好。”'],
    ]);
  });

  it.each([
    ['strong', 'He is **very** old.', ['He is <1>very</1> old.']],
    ['link', 'See [the page](https://a.example "t").', ['See <1>the page</1>.']],
    ['nested', '**a *b* c**', ['<1>a <2>b</2> c</1>']],
    ['code', 'Run `npm i` now.', ['Run <1/> now.']],
    ['inline image', 'Look ![x](y.png) here.', ['Look <1/> here.']],
    ['raw HTML', 'A <b>bold</b> word.', ['A <1/>bold<2/> word.']],
    [
      'markup over two sentences',
      '**One is. Two are.** Three.',
      ['<1>One is.</1>', '<1>Two are.</1>', 'Three.'],
    ],
    ['literal tag', 'Write \\<1> here.', ['Write &lt;1> here.']],
    ['escapes', '5 \\* 6 &amp; 7', ['5 * 6 & 7']],
    ['soft break zh', '第一行\n第二行。', ['第一行第二行。']],
    ['soft break en', 'first\nsecond.', ['first second.']],
    ['quoted lines', '> first\n> second.', ['first second.']],
    ['hard break', 'One.  \nTwo.', ['One.', 'Two.']],
    ['hard break inside', 'one  \ntwo.', ['one<1/>two.']],
    ['list', '- 甲是一。\n- 乙是二。', ['甲是一。', '乙是二。']],
    ['loose list', '- 甲。\n\n  丙。\n', ['甲。', '丙。']],
    ['table', '| 名 | 数 |\n| - | - |\n| 甲 | 5 |', ['名', '数', '甲', '5']],
    ['lone image', '![一张照片](a.png)', ['一张照片']],
    ['image without text', '![](a.png)', []],
    ['code block', '```\ncode stays\n```', []],
    ['footnote', 'Text.[^1]\n\n[^1]: The note.', ['Text.<1/>', 'The note.']],
    ['setext heading', 'Title\n=====', ['Title']],
    ['heading with two sentences', '# What? Now!', ['What? Now!']],
  ])('%s', (_, markdown, texts) => {
    expect(segmentsOf(markdown)).toEqual(texts);
  });

  it('marks what cannot be translated', () => {
    const article = parseArticle('x', '| 1 | https://a.example |\n| - | - |\n| 3.5% | 甲 |');
    expect(article.segments.map((segment) => segment.untranslatable)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('takes only the front-matter fields it is told to', () => {
    const text =
      '---\ntitle: "A: b"\nauthor: Somebody\nsummary: >\n  Folded\n  text.\n---\n\nBody.\n';
    const article = parseArticle('x', text, { fields: ['title', 'summary'] });
    expect(article.segments.map((segment) => segment.text)).toEqual([
      'A: b',
      'Folded text.',
      'Body.',
    ]);
    expect(article.front.author).toBe('Somebody');
  });

  it.each([
    [
      'unclosed quote',
      '---\ntitle: "x\n---\n\nA.',
      /articles\/x\.md:\d+: the front matter cannot be read/,
    ],
    ['no map', '---\n- a\n---\n\nA.', /articles\/x\.md:2: .*expected `name: value` lines/],
    [
      'aliases',
      `---\na: &a [x,x,x,x,x,x,x,x]\nb: &b [${'*a,'.repeat(20)}]\nc: &c [${'*b,'.repeat(20)}]\nd: [${'*c,'.repeat(20)}]\n---\n\nA.`,
      /cannot be read/,
    ],
  ])('refuses front matter with file and line: %s', (_, text, message) => {
    expect(() => parseArticle('x', text)).toThrow(UserError);
    expect(() => parseArticle('x', text)).toThrow(message);
  });

  it('says where each segment stands in the text', () => {
    const text = '> **One** is.\n>\n> - two \\& three.\n';
    const article = parseArticle('x', text);
    expect(article.segments.map(({ span }) => text.slice(span.from, span.to))).toEqual([
      '**One** is.',
      'two \\& three.',
    ]);
  });

  it('reads deep nesting without overflowing', () => {
    const article = parseArticle('x', `${'> '.repeat(100)}deep text.\n`);
    expect(article.segments.map((segment) => segment.text)).toEqual(['deep text.']);
  });
});

describe('the sample articles', () => {
  const folder = new URL('../../articles/', import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));

  it.each(names)('%s: every word of the body is in a segment', (name) => {
    const article = parseArticle('x', readFileSync(new URL(name, folder), 'utf8'));
    const inSegments = article.segments.map(({ span }) => article.text.slice(span.from, span.to));
    let rest = article.text.slice(article.bodyFrom);
    for (const text of inSegments) rest = rest.replace(text, '');
    expect(rest).not.toMatch(/[\p{L}\p{N}]{2,}(?![^(]*\))/u);
  });
});
