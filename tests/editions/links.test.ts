/** Links of a page: all that it has are read, and each leads where a browser would go. */
import type { ElementContent } from 'hast';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeHtml } from '../../src/editions/html/write-html.ts';
import { Follower, readPage, type PageLinks } from '../../src/editions/press/links.ts';
import { EVERY_BLOCK, HOSTILE, MIXED } from './articles.ts';
import { articleState, OPTIONS, renderTexts } from './builder.ts';

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom('<a href="x">', "<i id='y'>", '" id="z"', '> src=q', '&amp;', '=', ' ', '\n'),
);
const name = fc.constantFrom('id', 'href', 'src', 'poster', 'title', 'alt', 'hidden', 'dataId');

interface Made {
  readonly name: string;
  readonly value: string;
}

const attributes = fc.uniqueArray(fc.record({ name, value: words }), {
  selector: (each: Made) => each.name,
  maxLength: 4,
});

describe('a page', () => {
  it('has the ids and links of its elements and no others', () => {
    const parts = fc.array(fc.record({ attributes, text: words }), { maxLength: 6 });
    fc.assert(
      fc.property(parts, (all) => {
        const children = all.flatMap((part): ElementContent[] => [
          {
            type: 'element',
            tagName: 'span',
            properties: Object.fromEntries(part.attributes.map((each) => [each.name, each.value])),
            children: [{ type: 'text', value: part.text }],
          },
        ]);
        const made = all.flatMap((part) => part.attributes);
        const valuesOf = (...names: string[]): Set<string> =>
          new Set(made.filter((each) => names.includes(each.name)).map(({ value }) => value));
        const { ids, links } = readPage(writeHtml({ type: 'root', children }));
        expect(ids).toEqual(valuesOf('id'));
        expect(new Set(links)).toEqual(valuesOf('href', 'src', 'poster'));
      }),
    );
  });

  it.each([
    ['mixed', MIXED],
    ['every-block', EVERY_BLOCK],
    ['hostile', HOSTILE],
  ])('of the article "%s" is known by its links before it is read', (slug, text) => {
    const state = articleState(slug, text, ({ segment }) => segment.text.replaceAll('。', '.'));
    const linked = new Map<string, PageLinks>();
    const files = renderTexts(
      [state],
      { ...OPTIONS, url: 'https://news.example/', variants: ['tw'] },
      {
        regional: { tw: (words) => words.replaceAll('书', '書') },
        linked: (path, links) => linked.set(path, links),
      },
    );
    const folders = ['zh', 'en', 'duizhao', 'zh-tw'];
    const pages = folders.map((folder) => `${folder}/${slug}/index.html`);
    expect([...linked.keys()]).toEqual(expect.arrayContaining(pages));
    for (const [path, links] of linked) expect(readPage(files.get(path) ?? '')).toEqual(links);
  });

  it.each([
    [`<a href='one'>x</a>`, ['one']],
    ['<a href="one" href="two">', ['one', 'two']],
    ['<a\nhref="one"\n><a href="one">', ['one']],
    ['<a href="one', ['one']],
    ['<!-- > --><a', []],
    ['<', []],
  ])('%s', (html, links) => {
    expect(readPage(html).links).toEqual(links);
  });
});

describe('a link', () => {
  const segment = fc.constantFrom(
    '..',
    '.',
    'zh',
    'a-b',
    'x.html',
    '.hidden',
    '中文',
    'a b',
    '%41',
    '',
  );
  const way = fc.array(segment, { maxLength: 5 }).map((segments) => segments.join('/'));
  const link = fc
    .tuple(way, fc.constantFrom('', '#', '#s-1', '#中', '#a%20b', '?q#s'))
    .map((parts) => parts.join(''))
    .filter((each) => !each.startsWith('/'));
  const from = fc.constantFrom(
    'index.html',
    'zh/a/index.html',
    'en/tags/中文/index.html',
    'a/b/c/d.html',
  );

  it('inside the site leads where an address does', () => {
    fc.assert(
      fc.property(from, link, (file, each) => {
        const url = new URL(each, `https://site.invalid/${file}`);
        const path = decodeURIComponent(url.pathname.slice(1));
        expect(new Follower(OPTIONS).follow(file, each)).toEqual({
          path: path === '' || path.endsWith('/') ? `${path}index.html` : path,
          fragment: decodeURIComponent(url.hash.slice(1)),
        });
      }),
      { numRuns: 1000 },
    );
  });
});
