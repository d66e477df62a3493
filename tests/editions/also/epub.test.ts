/** Books: what a reader's program is given. */
import { EpubCheck } from '@likecoin/epubcheck-ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleState } from '../../../src/core/state.ts';
import { loadAlso } from '../../../src/editions/also/index.ts';
import { VIEWS, type Files, type View } from '../../../src/editions/edition.ts';
import { renderEditions } from '../../../src/editions/index.ts';
import { EVERY_BLOCK, HOSTILE, MIXED, MIXED_TARGETS } from '../articles.ts';
import { articleState, OPTIONS, table } from '../builder.ts';
import { occurrences } from '../html.ts';
import { HAS_EPUBCHECK, saidByDebian } from './debian-epubcheck.ts';
import { bytesOf, unpacked } from './epub-parts.ts';
import { everyElement, named, parseXml, textIn, type XmlElement } from './xml.ts';

const ALSO = await loadAlso(new Set(['epub']));
const EVERY_BOOK: readonly (readonly [View, string])[] = VIEWS.flatMap((view) => [
  [view, `${OPTIONS.paths[view]}.epub`] as const,
  ...['all', 'hostile', 'mixed'].map(
    (slug) => [view, `${OPTIONS.paths[view]}/${slug}/${slug}.epub`] as const,
  ),
]);

const mixed = articleState('mixed', MIXED, table(MIXED_TARGETS));
const all = articleState('all', EVERY_BLOCK, ({ index }) => `译文第${index}句。`);
const ATTACK = '<img src=x onerror=alert(6)>]]><script>alert(7)</script>\u0007\u001b[31m';
const hostile = articleState('hostile', HOSTILE, ({ index }) => `译文${index}${ATTACK}`);

function render(states: readonly ArticleState[], url?: string): Files {
  const options = { ...OPTIONS, drafts: true, ...(url === undefined ? {} : { url }) };
  return renderEditions(states, options, { also: ALSO });
}

const site = render([mixed, all, hostile]);

/** What the checker of EPUBs says, but for hints. */
async function faultsOf(epub: Uint8Array): Promise<string[]> {
  const { messages } = await EpubCheck.validate(epub);
  return messages
    .filter(({ severity }) => severity !== 'usage' && severity !== 'info')
    .map(({ id, message, location }) => `${id} ${message} ${JSON.stringify(location)}`);
}

function documentsOf(files: Files, path: string): (readonly [string, XmlElement])[] {
  return [...unpacked(files, path)]
    .filter(([name]) => name.endsWith('.xhtml'))
    .map(([name, text]) => [name, parseXml(text)] as const);
}

describe.each(EVERY_BOOK)('%s: %s', (view, path) => {
  it('passes the checker', async () => {
    expect(await faultsOf(bytesOf(site, path))).toEqual([]);
  });

  it('begins with its type, as it stands', () => {
    const start = Buffer.from(bytesOf(site, path).subarray(0, 58)).toString('latin1');
    expect(start.slice(0, 4)).toBe('PK\u0003\u0004');
    expect(start.slice(30)).toBe('mimetypeapplication/epub+zip');
  });

  it('says its languages, and in both ways on every document', () => {
    const opf = parseXml(unpacked(site, path).get('EPUB/package.opf') ?? '');
    const langs = { zh: ['zh-Hans'], en: ['en'], bilingual: ['zh-Hans', 'en'] }[view];
    expect(named(opf, 'dc:language').map(textIn)).toEqual(langs);
    for (const [, document] of documentsOf(site, path)) {
      expect(document.attributes['lang']).toBe(langs[0]);
      const marked = everyElement(document).filter(({ attributes }) => 'lang' in attributes);
      for (const { attributes } of marked) expect(attributes['xml:lang']).toBe(attributes['lang']);
    }
  });

  it('holds nothing that runs or is loaded, and no size in pixels', () => {
    for (const [, document] of documentsOf(site, path)) {
      const names = new Set(everyElement(document).map(({ name }) => name));
      for (const name of ['script', 'style', 'img', 'iframe', 'svg', 'object', 'form', 'base'])
        expect(names).not.toContain(name);
      for (const { attributes } of everyElement(document)) {
        expect(Object.keys(attributes).filter((name) => /^on|^style$|^src$/i.test(name))).toEqual(
          [],
        );
        expect(attributes['href'] ?? '').not.toMatch(/^\s*(?:javascript|data|vbscript|file):/i);
      }
    }
    expect(unpacked(site, path).get('EPUB/style.css')).not.toMatch(/\d+px/);
  });

  it('links only to places that it has', () => {
    const documents = new Map(documentsOf(site, path));
    const places = [...documents].flatMap(([name, document]) => [
      `/${name}`,
      ...everyElement(document).map(({ attributes }) => `/${name}#${attributes['id']}`),
    ]);
    const links = [...documents].flatMap(([name, document]) =>
      named(document, 'a')
        .map(({ attributes }) => attributes['href'] ?? '')
        .filter((href) => !/^[a-z]+:/.test(href))
        .map((href) => new URL(href, `book:///${name}`))
        .map(({ pathname, hash }) => pathname + hash),
    );
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((link) => !places.includes(link))).toEqual([]);
  });
});

const chapter = (files: Files, path: string, slug: string): XmlElement =>
  parseXml(unpacked(files, path).get(`EPUB/text/${slug}.xhtml`) ?? '');

describe('a book of an article', () => {
  const opf = (path: string): XmlElement =>
    parseXml(unpacked(site, path).get('EPUB/package.opf') ?? '');

  it.each<[string, string, readonly string[]]>([
    ['zh/mixed/mixed.epub', 'dc:title', ['小店开进海边老街']],
    ['en/mixed/mixed.epub', 'dc:title', ['A small shop comes to the old street by the sea']],
    [
      'duizhao/mixed/mixed.epub',
      'dc:title',
      ['小店开进海边老街 · A small shop comes to the old street by the sea'],
    ],
    ['en/mixed/mixed.epub', 'dc:creator', ['Ann Lee', '沈禾']],
    ['en/mixed/mixed.epub', 'dc:date', ['2026-03-04']],
    ['en/mixed/mixed.epub', 'dc:publisher', ['Morning Paper']],
    ['duizhao/mixed/mixed.epub', 'dc:publisher', ['晨报 · Morning Paper']],
    ['zh.epub', 'dc:title', ['晨报']],
  ])('%s has %s %j', (path, name, texts) => {
    expect(named(opf(path), name).map(textIn)).toEqual(texts);
  });

  it('is named after site and article, and dated by the article', () => {
    const ids = EVERY_BOOK.map(([, path]) => named(opf(path), 'dc:identifier').map(textIn).join());
    expect(new Set(ids).size).toBe(EVERY_BOOK.length);
    for (const id of ids)
      expect(id).toMatch(
        /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
    const metas = named(opf('zh/mixed/mixed.epub'), 'meta');
    const modified = metas.find(({ attributes }) => attributes['property'] === 'dcterms:modified');
    expect(modified === undefined ? '' : textIn(modified)).toBe('2026-03-04T00:00:00Z');
  });

  it('has words and a link where a picture was', () => {
    const text = textIn(chapter(site, 'en/all/all.epub', 'all'));
    expect(text).toContain('A picture of the harbour');
    expect(text).toContain('small icon');
    const remote = articleState(
      'far',
      '---\ntitle: Far\n---\n\nSee ![the tower](<https://example.com/a b.png> "x") here.\n',
      ({ index }) => `译${index}`,
    );
    const [link] = named(chapter(render([remote]), 'en/far/far.epub', 'far'), 'a');
    expect(link?.attributes['href']).toBe('https://example.com/a%20b.png');
    expect(link === undefined ? '' : textIn(link)).toBe('the tower');
  });

  it('leads to another article by its chapter, else by its page, else not at all', () => {
    const hrefs = (files: Files, path: string): string[] =>
      named(chapter(files, path, 'all'), 'a').flatMap(({ attributes }) => attributes['href'] ?? []);
    const whole = hrefs(site, 'en.epub');
    expect(whole).toContain('mixed.xhtml#s-title');
    expect(hrefs(site, 'en/all/all.epub').filter((href) => href.includes('mixed'))).toEqual([]);
    const online = render([mixed, all], 'https://news.example/');
    expect(hrefs(online, 'en/all/all.epub')).toContain('https://news.example/en/mixed/#s-title');
  });

  it('has a table of contents with its headings, in the languages of its text', () => {
    const nav = parseXml(unpacked(site, 'duizhao.epub').get('EPUB/nav.xhtml') ?? '');
    expect(named(nav, 'h1').map(textIn)).toEqual(['目录 Contents']);
    const links = named(nav, 'a').map(textIn);
    expect(links).toHaveLength(3 + 2);
    const langs = named(nav, 'a').flatMap((link) =>
      named(link, 'span').map(({ attributes }) => attributes['lang']),
    );
    expect(new Set(langs)).toEqual(new Set(['zh-Hans', 'en']));
  });
});

const LANGS = ['en', 'zh'] as const;
const SENTENCES = ['The rain (q%q) fell all day.', '那天的雨（甲%甲）下个不停。'];
const BLOCKS: readonly ((s: () => string) => string)[] = [
  (s) => `${s()} **${s()}** ${s()}`,
  (s) => `## ${s()}\n\n${s()}`,
  (s) => `- ${s()}\n- [ ] ${s()}\n  1. ${s()}`,
  (s) => `> ${s()}\n\n| ${s()} | 12 |\n| --- | ---: |\n| ${s()} | ${s()} |`,
  (s) => `![${s()}](https://example.com/a.jpg)`,
  (s) => `[${s()}](https://example.com/?a="b"&c=<d>) ${s()}[^n]\n\n[^n]: ${s()}`,
];
const NOISE: readonly string[] = [
  '<div>',
  '</div>',
  '<details><summary>more</summary><p>words</p></details>',
  '<table><tr><td>cell</table>',
  '<table><caption>c</caption><tbody></tbody></table>',
  '<ul>words<p>more</p><li>item</ul>',
  '<li>alone</li>',
  '<dl><dd>said</dd></dl>',
  '<dl><dt>term<dd>said</dl>',
  '<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby> <ruby>alone</ruby>',
  '<a href="https://example.com/[x"><div>block</div></a>',
  '<a href="#s-title"><a href="mailto:a b@example.com">two</a></a>',
  '<figure><figcaption>a</figcaption><figcaption>b</figcaption></figure>',
  '<p dir="sideways" lang="not a tag" title="\u0001">p</p>',
  '<td colspan="zero">cell</td><ol start="x"><li>1</ol>',
  '<h1>top</h1><h1>again</h1><hr>',
  '<b><h3>in bold</h3></b><q><blockquote>q</blockquote></q>',
  '<time datetime="whenever">t</time><del><p>gone</p></del>',
];

interface Drawn {
  readonly text: string;
  readonly langs: readonly number[];
}

const article: fc.Arbitrary<Drawn> = fc
  .tuple(
    fc.array(fc.oneof(fc.constantFrom(...BLOCKS), fc.constantFrom(...NOISE)), {
      minLength: 1,
      maxLength: 7,
    }),
    fc.infiniteStream(fc.constantFrom(0, 1)),
  )
  .map(([parts, stream]) => {
    const langs: number[] = [];
    const sentence = (): string => {
      langs.push(stream.next().value ?? 0);
      return (SENTENCES[langs.at(-1) ?? 0] ?? '').replaceAll('%', String(langs.length));
    };
    const body = parts.map((part) => (typeof part === 'string' ? part : part(sentence)));
    return { text: `---\ntitle: ${sentence()}\n---\n\n${body.join('\n\n')}\n`, langs };
  });

/** The mark of a target comes once for each of its sentence's. */
function stateOf({ text }: Drawn): ArticleState {
  return articleState('drawn', text, ({ segment }) =>
    segment.text.replaceAll(/q(\d+)q|甲(\d+)甲/g, (_, en, zh) => `z${en ?? zh}z`),
  );
}

/** How often source and target of a sentence stand in a view. */
function timesOf(lang: number, view: View): readonly [number, number] {
  if (view === 'bilingual') return [1, 1];
  return view === LANGS[lang] ? [1, 0] : [0, 1];
}

function timesIn(text: string, { langs }: Drawn, view: View): (readonly [number, number])[] {
  return langs.map((lang, at) => {
    const [n, sign] = [at + 1, lang === 0 ? 'q' : '甲'];
    // The title stands in the document's head too.
    const inHead = n === langs.length ? 1 : 0;
    const [source, target] = timesOf(lang, view);
    const heads = [source * inHead, target * inHead];
    return [
      occurrences(text, `${sign}${n}${sign}`) - (heads[0] ?? 0),
      occurrences(text, `z${n}z`) - (heads[1] ?? 0),
    ];
  });
}

describe('law: whatever an article holds', () => {
  it('its books pass the checker, and hold every unit once', async () => {
    await fc.assert(
      fc.asyncProperty(article, async (drawn) => {
        const files = render([stateOf(drawn)]);
        for (const view of VIEWS) {
          const path = `${OPTIONS.paths[view]}/drawn/drawn.epub`;
          expect(await faultsOf(bytesOf(files, path))).toEqual([]);
          const shown = textIn(chapter(files, path, 'drawn'));
          expect(timesIn(shown, drawn, view)).toEqual(
            drawn.langs.map((lang) => timesOf(lang, view)),
          );
        }
      }),
      { numRuns: 10 },
    );
  }, 120_000);

  it('the same articles make the same bytes, in whatever order and time zone', () => {
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Pacific/Kiritimati';
    const again = render([hostile, all, mixed]);
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
    const differing = EVERY_BOOK.filter(
      ([, path]) => !Buffer.from(bytesOf(again, path)).equals(bytesOf(site, path)),
    );
    expect(differing).toEqual([]);
  });
});

it.skipIf(!HAS_EPUBCHECK).each(['duizhao.epub', 'en/all/all.epub'])(
  'Debian’s epubcheck takes %s',
  (path) => {
    expect(saidByDebian(bytesOf(site, path))).toBe('');
  },
  120_000,
);
