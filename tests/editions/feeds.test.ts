/** Feeds, the map for search engines, and what the pages' heads say of them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleCard } from '../../src/editions/card.ts';
import type { EditionOptions } from '../../src/editions/edition.ts';
import { cardOf } from '../../src/editions/card.ts';
import { renderEditions, renderSite } from '../../src/editions/index.ts';
import { edition as SITEMAP } from '../../src/editions/sitemap.ts';
import { EVERY_BLOCK, HOSTILE, MIXED, MIXED_TARGETS } from './articles.ts';
import { articleState, OPTIONS, table } from './builder.ts';
import { named, parseXml, textIn } from './also/xml.ts';
import { atomFaults, jsonFeedFaults, sitemapFaults } from './feed-rules.ts';
import { byName, parsePage } from './html.ts';

const SITE: EditionOptions = { ...OPTIONS, url: 'https://news.example/', variants: ['tw'] };
const tw = (text: string): string => text.replaceAll('条', '條').replaceAll('禾', '和');

const mixed = articleState('mixed', MIXED, table(MIXED_TARGETS));
const every = articleState('every', EVERY_BLOCK, (unit) => `第${unit.index}句。`);
const hostile = articleState(
  'hostile',
  HOSTILE,
  (unit) => `译文${unit.index} ]]> "&amp;"\u0000\ud800 <b>`,
);
const undated = articleState('undated', 'One.\n', () => '一。');
const open = articleState('open', '---\ntitle: Two.\ndate: 2026-09-09\n---\n', () => ({}));
const STATES = [mixed, every, hostile, undated, open];

const files = renderEditions(STATES, { ...SITE, drafts: true }, { regional: { tw } });
const file = (path: string): string => String(files.get(path) ?? '');
const FEEDS = ['zh', 'en', 'zh-tw'];

describe.each(FEEDS)('the feeds of %s', (folder) => {
  it('keep the rules of Atom', () => {
    expect(atomFaults(file(`${folder}/feed.xml`))).toEqual([]);
  });

  it('keep the rules of JSON Feed', () => {
    expect(jsonFeedFaults(file(`${folder}/feed.json`))).toEqual([]);
  });

  it('say of a region that they were derived, and only there', () => {
    const [subtitle] = named(parseXml(file(`${folder}/feed.xml`)), 'subtitle').map(textIn);
    const { description } = JSON.parse(file(`${folder}/feed.json`)) as { description?: string };
    expect(description).toBe(subtitle);
    expect(subtitle?.startsWith('由程式自「简体中文」版自動轉換')).toBe(
      folder === 'zh-tw' ? true : undefined,
    );
  });

  it('have the dated articles that were reviewed, newest first', () => {
    const root = `https://news.example/${folder}/`;
    const ids = named(parseXml(file(`${folder}/feed.xml`)), 'id').map(textIn);
    expect(ids).toEqual([root, `${root}every/`, `${root}mixed/`, `${root}hostile/`]);
    const { items } = JSON.parse(file(`${folder}/feed.json`)) as { items: { id: string }[] };
    expect(items.map(({ id }) => id)).toEqual(ids.slice(1));
  });
});

describe('an entry', () => {
  const entryIn = (folder: string) =>
    named(parseXml(file(`${folder}/feed.xml`)), 'entry').find((entry) =>
      named(entry, 'id').map(textIn).join().endsWith('/mixed/'),
    ) ?? { name: '', attributes: {}, children: [] };
  const text = (folder: string, name: string): string =>
    named(entryIn(folder), name).map(textIn).join('|');

  it.each([
    ['zh', '小店开进海边老街', '一条街，三代人。'],
    ['zh-tw', '小店开进海边老街', '一條街，三代人。'],
    ['en', 'A small shop comes to the old street by the sea', 'One street, three generations.'],
  ])('in %s has the texts of its language', (folder, title, summary) => {
    expect(text(folder, 'title')).toBe(title);
    expect(text(folder, 'summary')).toBe(summary);
    expect(text(folder, 'name')).toBe(
      'Ann Lee|沈禾'.replace('禾', folder === 'zh-tw' ? '和' : '禾'),
    );
    expect(text(folder, 'published')).toBe('2026-03-04T00:00:00Z');
  });

  it('names the other pages of the article with their languages', () => {
    const related = named(entryIn('en'), 'link').filter(
      ({ attributes }) => attributes['rel'] === 'related',
    );
    expect(related.map(({ attributes }) => [attributes['hreflang'], attributes['href']])).toEqual([
      ['zh-Hans', 'https://news.example/zh/mixed/'],
      ['zh-Hant-TW', 'https://news.example/zh-tw/mixed/'],
      [undefined, 'https://news.example/duizhao/mixed/'],
    ]);
  });

  const cards = [cardOf(mixed, SITE)];
  const render = (card: Partial<ArticleCard>, options = OPTIONS): ReadonlyMap<string, unknown> =>
    renderSite([{ ...(cards[0] as ArticleCard), ...card }], {
      options: { ...options, url: SITE.url ?? '' },
      slugs: new Set(['mixed']),
      withdrawn: [],
    });
  const day = (machine: string) => ({ machine, year: 2026, month: 1, day: 1 });

  it.each([
    ['after it came out', '2026-05-01', '2026-05-01T00:00:00Z'],
    ['before its own date', '2026-01-01', '2026-03-04T00:00:00Z'],
  ])('that was changed %s is of the later day', (_what, updated, expected) => {
    const made = render({ updated: day(updated) });
    const atom = parseXml(String(made.get('en/feed.xml')));
    expect(named(atom, 'updated').map(textIn)).toEqual([expected, expected]);
    expect(String(made.get('sitemap.xml'))).toContain(
      `<lastmod>${expected.slice(0, 10)}</lastmod>`,
    );
  });

  it('has its title in the language that it really is in', () => {
    const texts = cards[0]?.texts;
    if (texts === undefined) throw new Error('no card');
    const title = {
      ...texts.en,
      title: '小店',
      titleParts: [{ text: '小店', lang: 'zh' as const }],
    };
    const atom = parseXml(String(render({ texts: { ...texts, en: title } }).get('en/feed.xml')));
    expect(named(atom, 'title').map(({ attributes }) => attributes['xml:lang'])).toEqual([
      undefined,
      'zh-Hans',
    ]);
  });

  it('comes out as it went in, whatever the text', () => {
    const anyText = fc.string({ unit: 'binary', minLength: 1 });
    fc.assert(
      fc.property(anyText, anyText, (title, description) => {
        const own = { title, description, titleParts: [], dekParts: [] };
        const made = render({ texts: { zh: own, en: own }, tags: [title], authors: [description] });
        const xml = String(made.get('zh/feed.xml'));
        expect(atomFaults(xml)).toEqual([]);
        const summary = named(parseXml(xml), 'summary').map(textIn).join('');
        expect(summary).toBe(
          description.replace(
            /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\p{Cs}\ufffe\uffff]/gu,
            '\ufffd',
          ),
        );
        expect(jsonFeedFaults(String(made.get('zh/feed.json')))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('is one of fifty at most', () => {
    const many = Array.from({ length: 60 }, (_, at) => ({
      ...(cards[0] as ArticleCard),
      slug: `a${at}`,
    }));
    const made = renderSite(many, {
      options: SITE,
      slugs: new Set(),
      withdrawn: [],
      regional: { tw },
    });
    expect(named(parseXml(String(made.get('en/feed.xml'))), 'entry')).toHaveLength(50);
  });
});

describe('the map', () => {
  const map = file('sitemap.xml');
  const addresses = named(parseXml(map), 'loc').map(textIn);

  it('keeps the rules of sitemaps', () => {
    expect(sitemapFaults(map)).toEqual([]);
  });

  it('has every page that search engines may show, and none that they may not', () => {
    const shown = [...files].flatMap(([path, content]) => {
      const html = String(content);
      if (!path.endsWith('index.html') || html.includes('content="noindex"')) return [];
      return [`https://news.example/${path.replace(/index\.html$/, '')}`];
    });
    const isList = (address: string): boolean => /\/(?:tags|archive|page)\//.test(address);
    expect(addresses.toSorted()).toEqual(shown.filter((address) => !isList(address)).toSorted());
    expect(addresses).not.toContain('https://news.example/en/open/');
    expect(addresses.length).toBeGreaterThan(15);
    const clean = renderEditions([mixed], { ...SITE, variants: [] });
    const fronts = named(parseXml(String(clean.get('sitemap.xml'))), 'loc').map(textIn);
    expect(fronts).toContain('https://news.example/en/');
    expect(sitemapFaults(String(clean.get('sitemap.xml')))).toEqual([]);
  });

  const inLanguages = named(parseXml(map), 'url').filter(
    (url) => named(url, 'xhtml:link').length > 0,
  );

  it.each(inLanguages.map((url) => [named(url, 'loc').map(textIn).join(''), url] as const))(
    'says the same of the other languages of %s as the page does',
    (address, url) => {
      const page = parsePage(file(`${address.slice('https://news.example/'.length)}index.html`));
      const onPage = byName(page, 'link').flatMap(({ properties: { hrefLang, href } }) =>
        hrefLang === undefined ? [] : [[hrefLang, href]],
      );
      const inMap = named(url, 'xhtml:link').map(({ attributes }) => [
        attributes['hreflang'],
        attributes['href'],
      ]);
      expect(inMap).toEqual(onPage);
    },
  );

  it('is cut into several when it grows too long, with an index of them', () => {
    const card = cardOf(mixed, SITE);
    const many = Array.from({ length: 6000 }, (_, at) => ({ ...card, slug: `a${at}` }));
    const { ofSite } = SITEMAP;
    const all = ofSite?.(many, { options: SITE, slugs: new Set(), withdrawn: [] }) ?? [];
    const made = new Map(all.map(({ path, render }) => [path, render()]));
    const index = parseXml(String(made.get('sitemap.xml')));
    expect(index.name).toBe('sitemapindex');
    expect(named(index, 'loc').map(textIn)).toEqual([
      'https://news.example/sitemap-1.xml',
      'https://news.example/sitemap-2.xml',
    ]);
    const counts = [1, 2].map(
      (at) => named(parseXml(String(made.get(`sitemap-${at}.xml`))), 'url').length,
    );
    expect(counts).toEqual([20_000, 6000 * 4 + 5 - 20_000]);
  });

  it('is named in robots.txt', () => {
    expect(file('robots.txt')).toBe(
      'User-agent: *\nAllow: /\n\nSitemap: https://news.example/sitemap.xml\n',
    );
  });
});

describe('a page', () => {
  const feedsOn = (path: string): unknown[] =>
    byName(parsePage(file(path)), 'link')
      .filter(({ properties }) => /atom|feed/.test(String(properties['type'])))
      .map(({ properties: { type, href } }) => [type, href]);

  it.each([
    [
      'en/mixed/index.html',
      [
        ['application/atom+xml', '../../en/feed.xml'],
        ['application/feed+json', '../../en/feed.json'],
      ],
    ],
    [
      'zh-tw/index.html',
      [
        ['application/atom+xml', '../zh-tw/feed.xml'],
        ['application/feed+json', '../zh-tw/feed.json'],
      ],
    ],
    [
      'duizhao/mixed/index.html',
      [
        ['application/atom+xml', '../../zh/feed.xml'],
        ['application/feed+json', '../../zh/feed.json'],
        ['application/atom+xml', '../../en/feed.xml'],
        ['application/feed+json', '../../en/feed.json'],
      ],
    ],
  ])('%s links to the feeds of its languages', (path, expected) => {
    expect(feedsOn(path)).toEqual(expected);
  });
});

describe('without the address of the site', () => {
  const bare = renderEditions([mixed], OPTIONS);

  it('there are no feeds and no map, and no page speaks of them', () => {
    const paths = [...bare.keys()];
    expect(paths.filter((path) => /feed|sitemap|robots/.test(path))).toEqual([]);
    const pages = [...bare].filter(([path]) => path.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(4);
    for (const [, html] of pages) expect(String(html)).not.toMatch(/feed\.(?:xml|json)/);
  });
});

it('a site without articles has feeds without entries, which a clock does not change', () => {
  const empty = renderEditions([], { ...SITE, variants: [] });
  const atom = String(empty.get('zh/feed.xml'));
  expect(atomFaults(atom)).toEqual([]);
  expect(atom).toContain('<updated>1970-01-01T00:00:00Z</updated>');
  expect(jsonFeedFaults(String(empty.get('zh/feed.json')))).toEqual([]);
  expect(sitemapFaults(String(empty.get('sitemap.xml')))).toEqual([]);
});
