/** Pages in the Chinese of other regions. */
import { describe, expect, it } from 'vitest';
import { renderEditions } from '../../src/editions/index.ts';
import { articleState, OPTIONS } from './builder.ts';
import { byClass, byName, elements, parsePage, textOf } from './html.ts';

const TEXT = `---
title: 头发和发展
date: 2026-05-06
author: 沈发
tags: [发展, tech]
---

理发店开门了。用 \`头发\` 这个词。See [the bus](https://example.com/发).

<details><summary>更多发展</summary>

里面的话。

</details>
`;
const state = articleState('hair', TEXT, ({ segment, index }) =>
  segment.lang === 'zh' ? `Sentence ${index}.` : '看<1>公车</1>。',
);

/** A conversion that shows where it was: the real one has a test of its own. */
const convert = (text: string): string => text.replaceAll('发', '發').replaceAll('头', '頭');
const files = renderEditions(
  [state],
  { ...OPTIONS, url: 'https://news.example/', variants: ['tw', 'hk'] },
  { regional: { tw: convert, hk: convert } },
);
const page = (path: string): string => String(files.get(path) ?? '');
const derived = ['zh-tw', 'zh-hk'] as const;
const TAGS = { 'zh-tw': 'zh-Hant-TW', 'zh-hk': 'zh-Hant-HK' } as const;

function alternates(html: string): Record<string, unknown> {
  const links = byName(parsePage(html), 'link').filter(
    ({ properties }) => properties['hrefLang'] !== undefined,
  );
  return Object.fromEntries(
    links.map(({ properties }) => [String(properties['hrefLang']), properties['href']]),
  );
}

describe.each(derived)('%s', (folder) => {
  const html = page(`${folder}/hair/index.html`);
  const tree = parsePage(html);

  it('is in its language, and says what it was derived from', () => {
    expect(byName(tree, 'html')[0]?.properties['lang']).toBe(TAGS[folder]);
    const [note] = byClass(tree, 'derived');
    expect(note === undefined ? '' : textOf(note)).toMatch(/^本頁由程式自「简体中文」版自動轉換/);
    const [link] = note === undefined ? [] : byName(note, 'a');
    expect(link?.properties).toMatchObject({ href: '../../zh/hair/', lang: 'zh-Hans' });
  });

  it('has its texts converted: title, body, people, subjects, raw HTML, what machines read', () => {
    const [main] = byName(tree, 'main');
    const text = main === undefined ? '' : textOf(main);
    for (const words of ['頭發和發展', '理發店', '沈發', '更多發展', '看公车。']) {
      expect(text).toContain(words);
    }
    const data = byName(tree, 'script').map(textOf).join('');
    expect(data).toContain('"headline":"頭發和發展"');
    expect(data).not.toContain('发');
    expect(textOf(byName(tree, 'title')[0] ?? tree)).toContain('頭發和發展');
  });

  it('has code, addresses and places as they are', () => {
    expect(byName(tree, 'code').map(textOf)).toEqual(['头发']);
    const hrefs = byName(tree, 'a').map(({ properties }) => String(properties['href']));
    expect(hrefs.some((href) => decodeURI(href) === 'https://example.com/发')).toBe(true);
    const ids = (source: string): unknown[] =>
      elements(parsePage(source), ({ properties }) =>
        String(properties['id']).startsWith('s-'),
      ).map(({ properties }) => properties['id']);
    expect(ids(html)).toEqual(ids(page('zh/hair/index.html')));
    expect(ids(html).length).toBeGreaterThan(4);
  });

  it('is its own address, and no translation', () => {
    const [canonical] = elements(tree, ({ properties }) =>
      String(properties['rel']).includes('canonical'),
    );
    expect(canonical?.properties['href']).toBe(`https://news.example/${folder}/hair/`);
    const data = byName(tree, 'script').map(textOf).join('');
    expect(data).toContain('"isBasedOn":{"@id":"https://news.example/zh/hair/#article"}');
    expect(data).not.toContain('ranslation');
  });

  it('has lists of its own', () => {
    const isMarkdown = (path: string): boolean => path.endsWith('.md');
    const lists = [...files.keys()].filter((path) => path.startsWith(`${folder}/`));
    const own = [...files.keys()].filter((path) => path.startsWith('zh/') && !isMarkdown(path));
    expect(lists.toSorted()).toEqual(
      own.map((path) => path.replace('zh/', `${folder}/`)).toSorted(),
    );
    expect(textOf(parsePage(page(`${folder}/index.html`)))).toContain('頭發和發展');
  });
});

describe('all Chinese pages', () => {
  const paths = [...files.keys()].filter((path) => /^zh(?:-tw|-hk)?\/.*html$/.test(path));

  it.each(paths)('%s names the same pages in other languages, itself among them', (path) => {
    const below = path.replace(/^[^/]*\//, '').replace(/index\.html$/, '');
    const named = alternates(page(path));
    expect(named).toMatchObject({
      'zh-Hans': `https://news.example/zh/${below}`,
      'zh-Hant-TW': `https://news.example/zh-tw/${below}`,
      'zh-Hant-HK': `https://news.example/zh-hk/${below}`,
      en: `https://news.example/en/${below}`,
    });
    expect(named).toEqual(alternates(page(`en/${below}index.html`)));
  });

  it.each(paths)('%s leads to the others, and marks itself', (path) => {
    const current = elements(
      parsePage(page(path)),
      ({ properties }) =>
        properties['ariaCurrent'] === 'page' && properties['hrefLang'] !== undefined,
    );
    const folder = path.slice(0, path.indexOf('/'));
    const tags: Readonly<Record<string, string>> = { zh: 'zh-Hans', ...TAGS };
    expect(current.map(({ properties }) => properties['lang'])).toEqual([tags[folder]]);
  });
});

it('there are none unless the config asks for them', () => {
  const plain = renderEditions([state], OPTIONS);
  expect([...plain.keys()].filter((path) => path.startsWith('zh-'))).toEqual([]);
  expect(String(plain.get('zh/hair/index.html'))).not.toContain('zh-Hant');
});
