/** Links from pages to what was published besides: to what there is, and to nothing else. */
import { describe, expect, it } from 'vitest';
import { ALSO, type AlsoName } from '../../src/core/also.ts';
import { loadAlso } from '../../src/editions/also/index.ts';
import { papersOf } from '../../src/editions/book/paper.ts';
import { cardOf } from '../../src/editions/card.ts';
import { VIEWS, type EditionOptions } from '../../src/editions/edition.ts';
import { renderEditions } from '../../src/editions/index.ts';
import { MIXED, MIXED_TARGETS } from './articles.ts';
import { articleState, OPTIONS, table } from './builder.ts';
import { byClass, byName, parsePage, textOf } from './html.ts';

const mixed = articleState('mixed', MIXED, table(MIXED_TARGETS));
const second = articleState('second', '---\ntitle: 港口\n---\n\n船开了。\n', () => 'A boat.');
const states = [mixed, second];

async function render(names: readonly AlsoName[], options: Partial<EditionOptions> = {}) {
  const also = await loadAlso(new Set(names));
  const regional = { tw: (text: string) => text, hk: (text: string) => text };
  const all = { ...OPTIONS, ...options };
  const prints = names.includes('pdf');
  return renderEditions(states, all, { also, prints, regional });
}

interface Shown {
  readonly href: string;
  readonly text: string;
  readonly type: unknown;
  readonly lang: unknown;
  readonly saveAs: unknown;
}

function downloads(html: unknown): Shown[] {
  const [nav] = byClass(parsePage(String(html)), 'downloads');
  return (nav === undefined ? [] : byName(nav, 'a')).map((link) => ({
    href: String(link.properties['href']),
    text: textOf(link),
    type: link.properties['type'],
    lang: link.properties['hrefLang'],
    saveAs: link.properties['download'],
  }));
}

const every = await render([...ALSO], { perPage: 1, variants: ['tw'] });

describe('the foot of an article', () => {
  it.each<[string, readonly string[]]>([
    ['zh/mixed', ['mixed.epub EPUB 电子书', 'mixed.pdf PDF 打印版']],
    ['en/mixed', ['mixed.epub EPUB e-book', 'mixed.pdf PDF for print']],
    [
      'duizhao/mixed',
      [
        'mixed.epub EPUB 电子书 e-book',
        'mixed.pdf PDF 打印版 for print',
        'mixed.docx DOCX Word对照表 Word table',
        'mixed.tmx TMX 翻译记忆 translation memory',
        'segments.json JSON 句对 pairs of sentences',
      ],
    ],
    ['zh-tw/mixed', []],
  ])('of %s', (folder, expected) => {
    const shown = downloads(every.get(`${folder}/index.html`));
    expect(shown.map(({ href, text }) => `${href} ${text}`)).toEqual(expected);
  });

  it('says type and language, and under which name a file is saved', () => {
    const [epub, pdf] = downloads(every.get('zh/mixed/index.html'));
    const type = 'application/epub+zip';
    expect(epub).toMatchObject({ type, lang: 'zh-Hans', saveAs: 'mixed.epub' });
    expect(pdf).toMatchObject({ type: 'application/pdf', lang: 'zh-Hans', saveAs: undefined });
    const pairs = downloads(every.get('duizhao/mixed/index.html')).at(-1);
    expect(pairs).toMatchObject({ lang: undefined, saveAs: 'mixed-segments.json' });
  });
});

describe('a front page', () => {
  it.each<[string, readonly string[]]>([
    ['zh', ['../zh.epub EPUB 电子书']],
    ['en', ['../en.epub EPUB e-book']],
    ['en/page/2', ['../../../en.epub EPUB e-book']],
    [
      'duizhao',
      [
        '../duizhao.epub EPUB 电子书 e-book',
        '../duizhao.tmx TMX 翻译记忆 translation memory',
        '../segments.json JSON 句对 pairs of sentences',
      ],
    ],
    ['zh-tw', []],
  ])('of %s has the files of all articles', (folder, expected) => {
    const shown = downloads(every.get(`${folder}/index.html`));
    expect(shown.map(({ href, text }) => `${href} ${text}`)).toEqual(expected);
  });

  it('has none of a file that there is not, as when no article goes out', async () => {
    const options = { ...OPTIONS, drafts: true };
    const files = renderEditions([], options, {
      also: await loadAlso(new Set(ALSO)),
      prints: true,
    });
    expect(downloads(files.get('zh/index.html'))).toEqual([]);
  });
});

describe('law: whatever is published besides', () => {
  const sets: readonly (readonly AlsoName[])[] = [
    [],
    ...ALSO.map((name) => [name]),
    ['epub', 'tmx'],
    ALSO,
  ];
  it.each(sets.map((names) => ({ names })))(
    '$names: every link leads to a file, and to every file leads one',
    async ({ names }) => {
      const site = { options: OPTIONS, slugs: new Set(['mixed', 'second']) };
      const files = await render(names);
      const papers = states.flatMap((state) =>
        papersOf({ state, card: cardOf(state, OPTIONS) }, site).map(({ path }) => path),
      );
      const there = [...files.keys(), ...(names.includes('pdf') ? papers : [])];
      const linked = VIEWS.flatMap((view) =>
        ['', 'mixed/', 'second/'].flatMap((below) => {
          const page = `${OPTIONS.paths[view]}/${below}`;
          return downloads(files.get(`${page}index.html`)).map(({ href }) =>
            new URL(href, `https://x/${page}`).pathname.slice(1),
          );
        }),
      );
      const besides = there.filter((path) => /\.(?:epub|pdf|docx|tmx)$|segments\.json$/.test(path));
      expect([...linked].sort()).toEqual([...besides].sort());
    },
  );
});
