import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import type { ArticleState } from '../../src/core/state.ts';
import type { EditionOptions } from '../../src/editions/edition.ts';
import { EVERY_BLOCK, HOSTILE, MIXED, MIXED_TARGETS } from './articles.ts';
import { articleState, OPTIONS, table, renderTexts } from './builder.ts';
import { byClass, byName, elements, mainText, parsePage, textOf } from './html.ts';
import { wrongLanguages } from './languages.ts';

const mixed = articleState('mixed', MIXED, table(MIXED_TARGETS));
const everyBlock = articleState('every-block', EVERY_BLOCK, (unit) => {
  const tags = unit.segment.text.match(/<\/?\d+\/?>/g) ?? [];
  return `第${unit.index}处的译文${tags.join('字')}。`;
});
const hostile = articleState('hostile', HOSTILE, (unit) => `敌意文字${unit.index}。`);
const draft = articleState(
  'draft',
  '---\ntitle: 清晨\n---\n\n第一句。第二句。第三句。\n',
  (unit) => {
    const { text } = unit.segment;
    if (text === '清晨') return 'Morning';
    if (text === '第一句。') return { status: 'draft', target: 'First sentence.' };
    if (text === '第二句。') return { status: 'stale', target: 'Second sentence.' };
    return {};
  },
);

type Texts = ReadonlyMap<string, string>;

function render(states: readonly ArticleState[], options: Partial<EditionOptions> = {}): Texts {
  return renderTexts(states, { ...OPTIONS, ...options });
}

const site = render([mixed, everyBlock, hostile]);
const drafts = render([mixed, draft], { drafts: true });
const htmlFiles = (files: Texts): [string, string][] =>
  [...files].filter(([path]) => path.endsWith('.html'));

describe('an article page', () => {
  it.each([
    ['zh', 'zh-Hans', '小店开进海边老街', '一条街，三代人。'],
    [
      'en',
      'en',
      'A small shop comes to the old street by the sea',
      'One street, three generations.',
    ],
  ])('in %s says who, when and what in its language', (folder, lang, title, dek) => {
    const page = parsePage(site.get(`${folder}/mixed/index.html`) ?? '');
    expect(byName(page, 'html')[0]?.properties['lang']).toBe(lang);
    expect(byName(page, 'title').map(textOf)).toEqual([title]);
    expect(byName(page, 'h1').map(textOf)).toEqual([title]);
    expect(byClass(page, 'lede').map(textOf)).toEqual([dek]);
    expect(byName(page, 'time')[0]?.properties['dateTime']).toBe('2026-03-04');
    const description = byName(page, 'meta').find(
      ({ properties }) => properties['name'] === 'description',
    );
    expect(description?.properties['content']).toBe(dek);
  });

  it.each(['date', 'published', 'updated'])('has no day that there is not: %s', (field) => {
    const text = `---\ntitle: 潮水\n${field}: 2026-02-30\n---\n\n第一句。\n`;
    const state = articleState('tide', text, () => 'The first.');
    const files = render([state], { url: 'https://news.example/' });
    const pages = [...files].filter(([path]) => !path.endsWith('.md'));
    for (const [, file] of pages) expect(file).not.toMatch(/2026-02-30|2月30日|February 30/);
  });

  it('marks an author whose name is in the other language', () => {
    const page = parsePage(site.get('en/mixed/index.html') ?? '');
    const author = byClass(page, 'author')[0];
    expect(author && textOf(author)).toBe('Ann Lee, 沈禾');
    expect(
      author &&
        byName(author, 'span')
          .slice(1)
          .map((span) => span.properties['lang']),
    ).toEqual(['zh-Hans']);
  });

  it('joins sentences as the language does', () => {
    expect(mainText(site.get('zh/mixed/index.html') ?? '')).toContain(
      '小店周一早上开门。店里卖茶和盐。',
    );
    expect(mainText(site.get('en/mixed/index.html') ?? '')).toContain(
      'Everyone in the street came. They brought tea of their own.',
    );
  });

  it('keeps markup in its place in the other language', () => {
    const page = site.get('zh/mixed/index.html') ?? '';
    expect(page).toContain('小店<strong>周一</strong>早上开门。');
    expect(page).toContain('店里卖<a href="https://example.com/tea">茶</a>和盐。');
  });

  it('keeps the structure of every block', () => {
    const page = parsePage(site.get('en/every-block/index.html') ?? '');
    const main = byName(page, 'main')[0];
    const count = (name: string): number => (main ? byName(main, name).length : 0);
    expect(count('blockquote')).toBe(2);
    expect(count('li')).toBe(5);
    expect(count('td')).toBe(3);
    expect(count('pre')).toBe(1);
    expect(count('figure')).toBe(1);
    expect(count('br')).toBe(1);
    expect(count('details')).toBe(1);
    expect(mainText(site.get('en/every-block/index.html') ?? '')).toContain('☑');
  });

  it('has headings without gaps, one of the first level', () => {
    const page = parsePage(site.get('zh/every-block/index.html') ?? '');
    const levels = elements(page, (element) => /^h[1-6]$/.test(element.tagName));
    expect(levels.map((heading) => heading.tagName)).toEqual(['h1', 'h2', 'h3', 'h2']);
  });

  it('keeps a description beside a dek to the head', () => {
    const page = site.get('en/every-block/index.html') ?? '';
    expect(page).toContain('<meta name="description" content="For the search engines only.">');
    expect(mainText(page)).not.toContain('search engines');
  });

  it('takes the first heading for a title when the article has none', () => {
    const state = articleState('plain', '# 你好\n\n第一句。\n', () => 'Hello.');
    const page = parsePage(render([state]).get('zh/plain/index.html') ?? '');
    expect(byName(page, 'title').map(textOf)).toEqual(['你好']);
    expect(byName(page, 'h1').map(textOf)).toEqual(['你好']);
    expect(byName(page, 'h2')).toEqual([]);
  });

  it('says so when an article nests too deep for a page', () => {
    const state = articleState('deep', `${'- '.repeat(60)}你好吗。\n`, () => 'Hello.');
    expect(() => render([state])).toThrow('articles/deep.md');
  });

  it('links from article file to article page', () => {
    expect(site.get('en/every-block/index.html')).toContain('href="../mixed/#s-title"');
  });

  it('leaves a whole omitted paragraph out without a trace', () => {
    const text = '---\ntitle: 清晨\n---\n\n第一句。\n\n- 第二句。\n- 第三句。\n';
    const state = articleState('short', text, (unit) =>
      unit.segment.text === '第二句。' || unit.segment.text === '第一句。'
        ? { status: 'omitted' }
        : `Target ${unit.index}.`,
    );
    const page = parsePage(render([state]).get('en/short/index.html') ?? '');
    const [main] = byName(page, 'main');
    expect(main && byName(main, 'p')).toEqual([]);
    const body = byClass(page, 'body')[0];
    expect(body && byName(body, 'li').map((item) => textOf(item).trim())).toEqual(['Target 3.']);
  });
});

describe('the bilingual page', () => {
  const page = parsePage(site.get('duizhao/mixed/index.html') ?? '');

  it('has both sides of a pair in one element, source first', () => {
    const pair = byClass(page, 'pair').find((element) => textOf(element).includes('Monday'));
    const sides = pair === undefined ? [] : elements(pair, ({ tagName }) => tagName === 'p');
    expect(sides.map(({ properties }) => [properties['className'], properties['lang']])).toEqual([
      [['en', 'src'], 'en'],
      [['zh', 'tgt'], 'zh-Hans'],
    ]);
  });

  it('puts each language in its own column, whichever is the source', () => {
    expect(byName(page, 'article')[0]?.properties['className']).toEqual(['left-zh']);
    const english = articleState('english', '# Hello\n\nOne more line.\n', () => '译文。');
    const other = parsePage(render([english]).get('duizhao/english/index.html') ?? '');
    expect(byName(other, 'article')[0]?.properties['className']).toEqual(['left-en']);
  });

  it('uses tables for tables only', () => {
    expect(byName(page, 'table')).toEqual([]);
  });

  it('shows numbers of a table once', () => {
    const both = mainText(site.get('duizhao/every-block/index.html') ?? '');
    expect(both.split('3.5')).toHaveLength(2);
  });
});

describe('language marks', () => {
  it.each(htmlFiles(site))('of %s fit the words', (_path, html) => {
    const page = parsePage(html);
    const lang = String(byName(page, 'html')[0]?.properties['lang']);
    const [body] = byName(page, 'body');
    expect(body && wrongLanguages(body, lang)).toEqual([]);
  });

  it('mark the alternative text of an image inside a sentence', () => {
    expect(site.get('zh/every-block/index.html')).toContain('alt="small icon" lang="en"');
  });

  it('say Hant when the site is in traditional characters', () => {
    const page = render([mixed], { chinese: 'zh-Hant' }).get('zh/mixed/index.html') ?? '';
    expect(page).toContain('<html lang="zh-Hant">');
    expect(page).toContain('繁體中文');
  });
});

describe('ids', () => {
  const idsOf = (html: string): string[] =>
    elements(parsePage(html), ({ properties }) => properties.id !== undefined).map(
      ({ properties }) => String(properties.id),
    );
  const unitIds = (html: string): string[] => idsOf(html).filter((id) => id.startsWith('s-'));

  it.each(htmlFiles(site))('of %s are unique, and its links to them resolve', (_path, html) => {
    const ids = idsOf(html);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = byName(parsePage(html), 'a')
      .map(({ properties }) => String(properties['href'] ?? ''))
      .filter((href) => href.startsWith('#'));
    expect(targets.filter((href) => !ids.includes(href.slice(1)))).toEqual([]);
  });

  it.each(['mixed', 'every-block'])('of %s are the same in all editions', (slug) => {
    const [zh, en, both] = ['zh', 'en', 'duizhao'].map((folder) =>
      unitIds(site.get(`${folder}/${slug}/index.html`) ?? '').sort(),
    );
    expect(zh).toEqual(en);
    expect(zh).toEqual(both);
    expect(zh?.length).toBeGreaterThan(4);
  });
});

describe('links of the site', () => {
  it.each(htmlFiles(site))('from %s to other pages lead to files that are there', (path, html) => {
    const hrefs = [...byName(parsePage(html), 'a'), ...byName(parsePage(html), 'link')]
      .map(({ properties }) => String(properties['href'] ?? ''))
      .filter((href) => href.startsWith('.') || /^\/?(?:zh|en|style)/.test(href));
    const missing = hrefs.filter((href) => {
      // The page for what is not there is shown anywhere, so its links start at the site's root.
      const absolute = href.startsWith('/') ? `/a/b/c${href}` : href;
      const { pathname } = new URL(absolute, `https://x.example/a/b/c/${path}`);
      return !site.has(pathname.replace('/a/b/c/', '').replace(/(^|\/)$/, '$1index.html'));
    });
    expect(hrefs.length).toBeGreaterThan(1);
    expect(missing).toEqual([]);
  });

  it('show which edition is open', () => {
    const page = parsePage(site.get('en/mixed/index.html') ?? '');
    const current = elements(page, ({ properties }) => properties['ariaCurrent'] === 'page');
    expect(current.map(textOf)).toEqual(['English']);
  });

  it('are relative, without hreflang in the head, while no address is known', () => {
    const page = site.get('zh/mixed/index.html') ?? '';
    expect(page).not.toContain('canonical');
    expect(page).not.toContain('rel="alternate"');
  });

  it('name every page itself and its other language when the address is known', () => {
    const absolute = render([mixed], { url: 'https://news.example/' });
    const alternates = (path: string): [unknown, unknown][] =>
      byName(parsePage(absolute.get(path) ?? ''), 'link')
        .filter(({ properties }) => properties['hrefLang'] !== undefined)
        .map(({ properties }) => [properties['hrefLang'], properties['href']]);
    expect(alternates('zh/mixed/index.html')).toEqual([
      ['zh-Hans', 'https://news.example/zh/mixed/'],
      ['en', 'https://news.example/en/mixed/'],
      ['x-default', 'https://news.example/duizhao/mixed/'],
    ]);
    expect(alternates('en/mixed/index.html')).toEqual(alternates('zh/mixed/index.html'));
    expect(alternates('duizhao/mixed/index.html')).toEqual([]);
    expect(absolute.get('duizhao/mixed/index.html')).toContain(
      '<link rel="canonical" href="https://news.example/duizhao/mixed/">',
    );
  });
});

describe('unreviewed text', () => {
  it('is refused unless drafts are asked for', () => {
    expect(() => render([draft])).toThrow('draft');
  });

  it.each(['zh/draft', 'en/draft', 'duizhao/draft', 'zh', 'en', 'duizhao'])(
    'puts a notice in both languages and noindex on %s',
    (folder) => {
      const page = parsePage(drafts.get(`${folder}/index.html`) ?? '');
      const notice = byClass(page, 'notice')[0];
      expect(notice && byName(notice, 'p').map(({ properties }) => properties['lang'])).toEqual([
        'zh-Hans',
        'en',
      ]);
      const robots = byName(page, 'meta').filter(
        ({ properties }) => properties['name'] === 'robots',
      );
      expect(robots.map(({ properties }) => properties['content'])).toEqual(['noindex']);
    },
  );

  it('leaves the pages of reviewed articles alone', () => {
    const page = drafts.get('en/mixed/index.html') ?? '';
    expect(page).not.toContain('noindex');
    expect(page).not.toContain('notice');
  });

  it('is marked sentence by sentence; what has no target stays in its real language', () => {
    const page = parsePage(drafts.get('en/draft/index.html') ?? '');
    const marked = byClass(page, 'unreviewed');
    expect(marked.map((span) => [span.properties['lang'], textOf(span)])).toEqual([
      ['en', 'First sentence.'],
      ['en', 'Second sentence.'],
      ['zh-Hans', '第三句。'],
    ]);
  });

  it('marks nothing in the language the article was written in', () => {
    expect(byClass(parsePage(drafts.get('zh/draft/index.html') ?? ''), 'unreviewed')).toEqual([]);
  });
});

describe('indexes', () => {
  it.each([
    ['zh', ['小店开进海边老街']],
    ['en', ['A small shop comes to the old street by the sea']],
    ['duizhao', ['小店开进海边老街', 'A small shop comes to the old street by the sea']],
  ])('of %s list the newest first, titles in their languages', (folder, titles) => {
    const page = parsePage(site.get(`${folder}/index.html`) ?? '');
    const links = byName(page, 'h2').flatMap((heading) => byName(heading, 'a'));
    expect(links.map(({ properties }) => properties['href'])).toEqual([
      `../${folder}/every-block/`,
      `../${folder}/mixed/`,
      `../${folder}/hostile/`,
    ]);
    expect(links[1] && byName(links[1], 'span').map(textOf)).toEqual(titles);
  });

  it('keep a title without a target in its real language', () => {
    const state = articleState('open', '---\ntitle: 清晨\n---\n', () => ({}));
    const page = parsePage(render([state], { drafts: true }).get('en/index.html') ?? '');
    const span = byName(page, 'h2').flatMap((heading) => byName(heading, 'span'))[0];
    expect(span && [span.properties['lang'], textOf(span)]).toEqual(['zh-Hans', '清晨']);
  });

  it('say so when there is no article', () => {
    expect(render([]).get('en/index.html')).toContain('No articles yet.');
  });
});

describe('the whole site', () => {
  it.each([...htmlFiles(site), ...htmlFiles(drafts)])('%s is valid HTML', async (_path, html) => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:document'],
      rules: {
        'doctype-style': ['error', { style: 'lowercase' }],
        'require-sri': ['error', { target: 'crossorigin' }],
        // A headline is as long as the newsroom wrote it.
        'long-title': 'off',
      },
    });
    const report = await validator.validateString(html);
    const messages = report.results.flatMap((result) =>
      result.messages.map((message) => `${message.ruleId}: ${message.message}`),
    );
    expect(messages).toEqual([]);
  });

  it('asks no other site for anything of its own', () => {
    const addressed = render([mixed, everyBlock], { url: 'https://news.example/' });
    for (const [, html] of [...htmlFiles(site), ...htmlFiles(addressed)]) {
      const page = parsePage(html);
      expect(html).not.toMatch(/<(?:iframe|object|embed|style)\b/);
      const loaded = [
        ...byName(page, 'script').flatMap(({ properties }) => properties['src'] ?? []),
        ...byName(page, 'link')
          .filter(({ properties }) => String(properties['rel']) === 'stylesheet')
          .map(({ properties }) => properties['href']),
      ];
      expect(loaded.length).toBeGreaterThan(0);
      for (const address of loaded) {
        expect(address).toMatch(/^(?:\/|(?:\.\.\/)*)(?:style\.css|reader\.js)$/);
      }
    }
    expect(site.get('style.css')).not.toMatch(/url\(|@import|https?:/);
    expect(site.get('reader.js')).not.toMatch(/https?:|fetch|XMLHttp|import|eval|innerHTML/);
    expect(Buffer.byteLength(site.get('reader.js') ?? '')).toBeLessThan(2048);
  });

  it('has the same bytes every time', () => {
    expect([...render([mixed, everyBlock, hostile])]).toEqual([...site]);
  });

  it('keeps every file below its folder', () => {
    for (const path of site.keys()) expect(path).toMatch(/^[a-z0-9][a-z0-9./-]*$/);
    for (const path of site.keys()) expect(path).not.toContain('..');
  });
});
