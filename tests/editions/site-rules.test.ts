/** What holds for every page of a site: valid HTML, addresses that agree with each other, data for machines, languages. */
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { EVERY_BLOCK, HOSTILE, MIXED, MIXED_TARGETS } from './articles.ts';
import { articleState, OPTIONS, renderTexts, table } from './builder.ts';
import { byName, elements, parsePage, textOf } from './html.ts';
import { wrongLanguages } from './languages.ts';
import { sampleStates, scrapedState } from './sample.ts';

const SITE = 'https://news.example/';
const everyBlock = articleState('every-block', EVERY_BLOCK, (unit) => {
  const tags = unit.segment.text.match(/<\/?\d+\/?>/g) ?? [];
  return `第${unit.index}处的译文${tags.join('字')}。`;
});
const hostile = articleState('hostile', HOSTILE, (unit) => `敌意文字${unit.index}。`);
const mixed = articleState('mixed', MIXED, table(MIXED_TARGETS));
const options = { ...OPTIONS, url: SITE, drafts: true, translators: true, perPage: 2 };
const files = renderTexts([...sampleStates(), scrapedState(), everyBlock, mixed, hostile], options);
const pages = new Map(
  [...files].flatMap(([path, html]) =>
    path.endsWith('.html') ? [[path, parsePage(html)] as const] : [],
  ),
);

type Page = ReturnType<typeof parsePage>;

const addressOf = (path: string): string => SITE + path.replace(/index\.html$/, '');
const pathOf = (address: string): string =>
  new URL(address).pathname.slice(1).replace(/(^|\/)$/, '$1index.html');

function links(page: Page, rel: string): [string, string][] {
  return byName(page, 'link')
    .filter(({ properties }) => String(properties['rel']) === rel)
    .map(({ properties }) => [String(properties['hrefLang'] ?? ''), String(properties['href'])]);
}

function alternates(path: string): [string, string][] {
  const page = pages.get(path);
  // A feed is an alternate as well, and in no language of its own.
  return page === undefined ? [] : links(page, 'alternate').filter(([tag]) => tag !== '');
}

function langOf(page: Page): string {
  return String(byName(page, 'html')[0]?.properties['lang']);
}

type Data = Readonly<Record<string, unknown>>;

function dataOf(page: Page): Data[] {
  return byName(page, 'script')
    .filter(({ properties }) => properties['type'] === 'application/ld+json')
    .map((script) => JSON.parse(textOf(script)) as Data);
}

const articles = [...pages].flatMap(([path, page]) =>
  dataOf(page)
    .filter((data) => data['@type'] === 'NewsArticle')
    .map((data) => ({ path, page, data })),
);
const idOf = (value: unknown): string => String((value as Data | undefined)?.['@id']);

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    'doctype-style': ['error', { style: 'lowercase' }],
    'require-sri': ['error', { target: 'crossorigin' }],
    // A headline is as long as the newsroom wrote it.
    'long-title': 'off',
  },
});

describe.each([...pages])('%s', (path, page) => {
  it('is valid HTML', async () => {
    const report = await validator.validateString(files.get(path) ?? '');
    const messages = report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
    );
    expect(messages).toEqual([]);
  });

  it('names its own address, and alternates that name it in return', () => {
    expect(links(page, 'canonical')).toEqual(path === '404.html' ? [] : [['', addressOf(path)]]);
    const own = alternates(path);
    const spoken = own.filter(([tag]) => tag !== 'x-default');
    expect(own.map(([tag]) => tag)).toEqual([...new Set(own.map(([tag]) => tag))]);
    for (const [tag, address] of spoken) {
      const other = pages.get(pathOf(address));
      expect([address, other && langOf(other)]).toEqual([address, tag]);
      expect([address, alternates(pathOf(address))]).toEqual([address, own]);
    }
    for (const [, address] of own) expect(files.has(pathOf(address))).toBe(true);
    const self = spoken.filter(([, address]) => address === addressOf(path));
    expect(self).toEqual(spoken.length === 0 ? [] : [[langOf(page), addressOf(path)]]);
  });

  it('has unique ids, and links that lead to something', () => {
    const ids = elements(page, ({ properties }) => properties.id !== undefined).map(
      ({ properties }) => String(properties.id),
    );
    expect(ids).toEqual([...new Set(ids)]);
    const hrefs = byName(page, 'a').map(({ properties }) => String(properties['href'] ?? ''));
    const lost = hrefs
      .map((href) => new URL(href, addressOf(path)))
      .filter(({ href }) => href.startsWith(SITE))
      .filter(({ href, hash }) => {
        const target = pages.get(pathOf(href));
        if (target === undefined) return !files.has(pathOf(href));
        const id = decodeURIComponent(hash.slice(1));
        return id !== '' && elements(target, ({ properties }) => properties.id === id).length !== 1;
      });
    expect(lost.map(String)).toEqual([]);
  });

  it('marks every text with its language', () => {
    const [body] = byName(page, 'body');
    expect(body && wrongLanguages(body, langOf(page))).toEqual([]);
  });
});

describe('what machines read of an article', () => {
  it('is on every page of one language', () => {
    expect(articles.map(({ path }) => path).sort()).toEqual(
      [...pages.keys()]
        .filter((path) => /^(?:zh|en)\/(?!tags|archive|page)[^/]+\/index/.test(path))
        .sort(),
    );
  });

  it.each(articles)('agrees with the page: $path', ({ path, page, data }) => {
    expect(data).toMatchObject({
      '@context': 'https://schema.org',
      '@id': `${addressOf(path)}#article`,
      url: addressOf(path),
      inLanguage: langOf(page),
      headline: textOf(byName(page, 'title')[0] ?? page),
    });
  });

  it.each(articles)('names its other language, which names it in return: $path', ({ data }) => {
    const [translation] = (data['workTranslation'] as unknown[] | undefined) ?? [];
    const other = translation ?? data['translationOfWork'];
    const found = articles.find((article) => idOf(article.data) === idOf(other));
    const back =
      translation === undefined
        ? (found?.data['workTranslation'] as unknown[] | undefined)?.[0]
        : found?.data['translationOfWork'];
    expect(idOf(back)).toBe(idOf(data));
    // Only a translation has translators.
    expect(translation !== undefined && 'translator' in data).toBe(false);
  });

  it('names the people who signed the sample off', () => {
    const data = articles.find(({ path }) => path.startsWith('en/2026-09-25'))?.data;
    const names = (data?.['translator'] as Data[] | undefined)?.map(({ name }) => name) ?? [];
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      expect(files.get('en/2026-09-25-shuche-jinshan/index.html')).toContain(`${String(name)}`);
    }
  });

  it.each([...pages])('tells the way to %s', (path, page) => {
    const trail = dataOf(page).find((data) => data['@type'] === 'BreadcrumbList');
    const steps = (trail?.['itemListElement'] as Data[] | undefined) ?? [];
    expect(steps.map(({ position }) => position)).toEqual(steps.map((_, at) => at + 1));
    for (const { item } of steps) expect(files.has(pathOf(String(item)))).toBe(true);
    expect([undefined, addressOf(path)]).toContain(steps.at(-1)?.['item']);
  });
});

describe('Open Graph', () => {
  it.each([...pages.keys()].filter((path) => path !== '404.html'))('of %s', (path) => {
    const page = pages.get(path);
    const of = (name: string): unknown[] =>
      byName(page ?? parsePage(''), 'meta')
        .filter(({ properties }) => String(properties['property']) === name)
        .map(({ properties }) => properties['content']);
    expect(of('og:url')).toEqual([addressOf(path)]);
    expect(of('og:title')).toHaveLength(1);
    expect([...of('og:locale'), ...of('og:locale:alternate')].sort()).toEqual(['en_US', 'zh_CN']);
    expect(of('og:locale')[0]).toBe(page && langOf(page) === 'en' ? 'en_US' : 'zh_CN');
  });
});

it('cuts long lists into pages', () => {
  const paths = ['zh/index.html', ...[2, 3, 4].map((page) => `zh/page/${page}/index.html`)];
  expect(paths.filter((path) => files.has(path))).toEqual(paths);
  expect(files.has('zh/page/5/index.html')).toBe(false);
  const entries = (path: string): string[] =>
    byName(pages.get(path) ?? parsePage(''), 'h2').map(textOf);
  expect(new Set(paths.flatMap(entries)).size).toBe(7);
});
