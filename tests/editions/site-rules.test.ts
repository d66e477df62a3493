/** What holds for every page of a site: valid HTML, addresses that agree with each other, data for machines, languages. */
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { loadRegionalWriting } from '../../src/terms/regional.ts';
import { ALSO } from '../../src/core/also.ts';
import { loadAlso } from '../../src/editions/also/index.ts';
import { VIEWS } from '../../src/editions/edition.ts';
import { renderEditions } from '../../src/editions/index.ts';
import { EVERY_BLOCK, HOSTILE, MIXED, MIXED_TARGETS } from './articles.ts';
import { articleState, OPTIONS, renderTexts, table } from './builder.ts';
import { byClass, byName, elements, parsePage, textOf } from './html.ts';
import { wrongLanguages } from './languages.ts';
import { sampleStates, scrapedState } from './sample.ts';

const SITE = 'https://news.example/';
const VARIANTS = ['tw', 'hk'] as const;
/** The Chinese pages: as they were signed off, then derived. */
const CHINESE = { zh: 'zh_CN', 'zh-tw': 'zh_TW', 'zh-hk': 'zh_HK' };
/** Came out after the day that it bears. */
const LATE = EVERY_BLOCK.replace('date: 2026-10-02', 'date: 2026-10-02\npublished: 2026-10-09');
const AMENDED = MIXED.replace('date: 2026-03-04', 'date: 2026-03-04\nupdated: 2026-05-01');
const everyBlock = articleState('every-block', LATE, (unit) => {
  const tags = unit.segment.text.match(/<\/?\d+\/?>/g) ?? [];
  return `第${unit.index}处的译文${tags.join('字')}。`;
});
const hostile = articleState('hostile', HOSTILE, (unit) => `敌意文字${unit.index}。`);
const mixed = articleState('mixed', AMENDED, table(MIXED_TARGETS));
const options = {
  ...OPTIONS,
  url: SITE,
  drafts: true,
  translators: true,
  perPage: 2,
  variants: VARIANTS,
};
const [tw, hk] = await Promise.all(
  VARIANTS.map((variant) => loadRegionalWriting({ variant, from: 'zh-Hans', terms: [] })),
);
const besides = {
  also: await loadAlso(new Set(ALSO)),
  prints: true,
  regional: tw && hk ? { tw: tw.convert, hk: hk.convert } : {},
};
const states = [...sampleStates(), scrapedState(), everyBlock, mixed, hostile];
const files = renderTexts(states, options, besides);
const paths = new Set([
  ...renderEditions(states, options, besides).keys(),
  // Those that are printed.
  ...states.flatMap(({ article: { slug } }) =>
    VIEWS.map((view) => `${OPTIONS.paths[view]}/${slug}/${slug}.pdf`),
  ),
]);
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
        if (target === undefined) return !paths.has(pathOf(href));
        const id = decodeURIComponent(hash.slice(1));
        return id !== '' && elements(target, ({ properties }) => properties.id === id).length !== 1;
      });
    expect(lost.map(String)).toEqual([]);
  });

  it('has an icon of its own, so that no browser looks for one', () => {
    const [icon, ...more] = byName(page, 'link').filter(({ properties }) =>
      String(properties['rel']).split(',').includes('icon'),
    );
    const { pathname } = new URL(String(icon?.properties['href']), addressOf(path));
    expect([pathname, more]).toEqual(['/site-icon.svg', []]);
    expect(files.get(pathname.slice(1))).toMatch(/^<svg /);
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
        .filter((path) => /^(?:zh|en|zh-tw|zh-hk)\/(?!tags|archive|page)[^/]+\/index/.test(path))
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

  const signedOff = articles.filter(({ data }) => data['isBasedOn'] === undefined);

  it('is of derived pages what they are based on', () => {
    const derived = articles.filter(({ data }) => data['isBasedOn'] !== undefined);
    expect(derived.map(({ path }) => path)).toEqual(
      articles.map(({ path }) => path).filter((path) => /^zh-(?:tw|hk)\//.test(path)),
    );
    for (const { path, data } of derived) {
      const origin = addressOf(path.replace(/^zh-(?:tw|hk)/, 'zh'));
      expect(idOf(data['isBasedOn'])).toBe(`${origin}#article`);
    }
  });

  it.each(signedOff)('names its other language, which names it in return: $path', ({ data }) => {
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

  it.each([
    ['mixed', '2026-05-01'],
    ['every-block', '2026-10-09'],
    ['late-bookshop', '2026-05-06'],
  ])('says of %s that it was changed last on %s', (slug, day) => {
    const days = articles.filter(({ path }) => path.includes(`/${slug}/`));
    expect(days.map(({ data }) => data['dateModified'])).toEqual(Array(4).fill(day));
  });

  it.each(articles)('agrees on its days with all else that machines read: $path', (article) => {
    const { path, page, data } = article;
    const metas = byName(page, 'meta').filter(({ properties }) =>
      /^article:.*_time$/.test(String(properties['property'])),
    );
    expect(metas.map(({ properties }) => properties['content'])).toEqual(
      [data['datePublished'], data['dateModified']].filter((day) => day !== undefined),
    );
    expect(String(data['dateModified']) >= String(data['datePublished'])).toBe(true);
    const after = (file: string, name: string): string[] => {
      const parts = (files.get(file) ?? '').split(`${name}>${addressOf(path)}</${name}>`);
      return parts.slice(1).map((part) => /<(?:lastmod|updated)>([^<T]+)/.exec(part)?.[1] ?? '');
    };
    const [folder] = path.split('/');
    const said = [...after('sitemap.xml', 'loc'), ...after(`${folder}/feed.xml`, 'id')];
    // What nobody has reviewed is in neither.
    const isOut = !(files.get(path) ?? '').includes('content="noindex"');
    expect(said).toEqual(isOut ? Array(2).fill(data['dateModified']) : []);
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

describe('pages in the Chinese of a region', () => {
  const derived = [...pages].filter(([path]) => /^zh-(?:tw|hk)\//.test(path));
  const restOf = (path: string): string => path.slice(path.indexOf('/'));

  it.each(Object.keys(CHINESE))('are as many in %s as there are in zh', (folder) => {
    const below = (of: string): string[] =>
      [...pages.keys()].filter((path) => path.startsWith(`${of}/`)).map(restOf);
    expect(below(folder)).toEqual(below('zh'));
  });

  it.each(derived)(
    '%s leads on to others of its own, and to zh only where it says so',
    (path, page) => {
      const [folder] = path.split('/');
      const away = elements(page, ({ tagName, properties }) => {
        if (tagName !== 'a' || properties['hrefLang'] !== undefined) return false;
        const href = new URL(String(properties['href'] ?? ''), addressOf(path)).href;
        return href.startsWith(SITE) && !href.startsWith(`${SITE}${folder}/`);
      });
      const hrefs = away.map(({ properties }) => String(properties['href']));
      // What there is once only: the page of both languages.
      expect(hrefs.filter((href) => !/^(?:\.\.\/)+duizhao\//.test(href))).toEqual([]);
      expect(byClass(page, 'derived').map(({ tagName }) => tagName)).toEqual(['p']);
      const ways = byClass(page, 'breadcrumbs').flatMap((way) => byName(way, 'a'));
      expect(ways.length > 0).toBe(!/^\/(?:page\/\d+\/)?index/.test(restOf(path)));
      for (const data of dataOf(page)) {
        const steps = (data['itemListElement'] as Data[] | undefined) ?? [];
        for (const { item } of steps) expect(item).toMatch(new RegExp(`^${SITE}${folder}/`));
      }
    },
  );

  it.each(['index.html', '404.html'])('are offered to whoever comes to %s', (path) => {
    const links = byClass(pages.get(path) ?? parsePage(''), 'choices').flatMap((nav) =>
      byName(nav, 'a'),
    );
    const hrefs = links.map(({ properties }) => new URL(String(properties['href']), SITE).href);
    expect(hrefs).toEqual(
      [...Object.keys(CHINESE), 'en', 'duizhao'].map((folder) => `${SITE}${folder}/`),
    );
  });

  it('say in their own writing that there is nothing', () => {
    const said = byName(pages.get('404.html') ?? parsePage(''), 'p').map(
      ({ properties }) => properties['lang'],
    );
    expect(said).toEqual(['zh-Hans', 'zh-Hant-TW', 'en']);
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
    const all = ['en_US', ...Object.values(CHINESE)];
    expect([...of('og:locale'), ...of('og:locale:alternate')].sort()).toEqual(all.toSorted());
    const own = { ...CHINESE, en: 'en_US' }[path.slice(0, path.indexOf('/'))];
    expect(of('og:locale')).toEqual([own ?? 'zh_CN']);
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
