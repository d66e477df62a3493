/** Pictures of the workspace on pages, in books and on paper. */
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { describe, expect, it } from 'vitest';
import { MAX_BYTES } from '../../src/core/limits.ts';
import { loadAlso } from '../../src/editions/also/index.ts';
import { papersOf } from '../../src/editions/book/paper.ts';
import { cardOf } from '../../src/editions/card.ts';
import { VIEWS, type EditionOptions } from '../../src/editions/edition.ts';
import { renderEditions } from '../../src/editions/index.ts';
import { HAS_EPUBCHECK, saidByDebian } from './also/debian-epubcheck.ts';
import { bytesOf, unpacked } from './also/epub-parts.ts';
import { named, parseXml, textIn } from './also/xml.ts';
import { articleState, OPTIONS } from './builder.ts';
import { byClass, byName, parsePage, textOf } from './html.ts';
import { GIF, JPEG, PNG, SVG, WEBP } from './picture-bytes.ts';

const DISK: Readonly<Record<string, Uint8Array>> = {
  'articles/pictures/港口 1.png': PNG,
  'articles/pictures/bus.jpg': JPEG,
  'articles/more/bus.jpg': GIF,
  'pictures/map.svg': SVG,
  'pictures/sea.webp': WEBP,
  'articles/pictures/false.png': JPEG,
  'articles/pictures/broken.png': new TextEncoder().encode('no picture'),
  'articles/pictures/bad.svg': new TextEncoder().encode('<svg onload="x"/>'),
};
const BODY = `船进了港口。看![小船](pictures/bus.jpg)。

![晚上的港口](<pictures/港口 1.png>)

- 一张![地图](../pictures/map.svg)

<img src="../pictures/sea.webp" alt="海">

![车](more/bus.jpg)

远处是![塔](https://example.com/tower.png)，还有![没有的](pictures/none.png)。
`;

const ALSO = await loadAlso(new Set(['epub', 'docx']));
const state = (slug: string, body: string) =>
  articleState(slug, `---\ntitle: 港口\n---\n\n${body}`, ({ segment }) =>
    segment.text.replace(/[\p{Script=Han}，。]+/gu, 'words'),
  );

interface Place {
  readonly disk?: Readonly<Record<string, Uint8Array>>;
  readonly options?: Partial<EditionOptions>;
}

function render(
  states: Parameters<typeof renderEditions>[0],
  { disk = DISK, options }: Place = {},
) {
  const picture = (path: string): Uint8Array | null => disk[path] ?? null;
  const rest = { also: ALSO, picture, regional: { tw: (text: string) => text } };
  return renderEditions(states, { ...OPTIONS, drafts: true, ...options }, rest);
}

const harbour = state('harbour', BODY);
const files = render([harbour], { options: { variants: ['tw'] } });

const OWN = [
  'pictures/harbour/bus.jpg',
  'pictures/harbour/港口-1.png',
  'pictures/harbour/map.svg',
  'pictures/harbour/sea.webp',
  'pictures/harbour/bus.gif',
];

function sources(page: unknown): string[] {
  return byName(parsePage(String(page)), 'img').map(({ properties }) => String(properties['src']));
}

describe('pages', () => {
  it('have the pictures of the workspace beside them, once for all editions', () => {
    const pictures = [...files].filter(([path]) => path.startsWith('pictures/'));
    expect(pictures.map(([path]) => path)).toEqual(OWN);
    expect(pictures.map(([, bytes]) => bytes)).toEqual([JPEG, PNG, SVG, WEBP, GIF]);
  });

  it.each(['zh', 'en', 'duizhao', 'zh-tw'])('show them from there: %s', (folder) => {
    const page = `${folder}/harbour/`;
    const shown = sources(files.get(`${page}index.html`));
    const within = shown
      .filter((src) => src.startsWith('../../'))
      .map((src) => decodeURIComponent(new URL(src, `https://x/${page}`).pathname.slice(1)));
    expect([...new Set(within)]).toEqual(OWN);
    const others = shown.filter((src) => !src.startsWith('../../'));
    // What is elsewhere or missing stays as the article has it.
    expect([...new Set(others)]).toEqual(['https://example.com/tower.png', 'pictures/none.png']);
  });

  it('keep the room free that a picture takes, unless the article says another', () => {
    const raw = '<img src="pictures/bus.jpg" width="40">\n\n<img src="../pictures/map.svg">\n';
    const page = render([state('room', `![小船](pictures/bus.jpg)\n\n${raw}`)]);
    const images = byName(parsePage(String(page.get('zh/room/index.html'))), 'img');
    const room = images.map(({ properties: { width, height } }) => [width, height].map(Number));
    expect(room).toEqual([
      [2, 2],
      [40, Number.NaN],
      [Number.NaN, Number.NaN],
    ]);
  });

  it.each(['zh', 'en'])('name a picture to other sites, where they can find it: %s', (folder) => {
    const body = '![地图](../pictures/map.svg)\n\n![港口](<pictures/港口 1.png>)\n';
    const url = 'https://news.example/';
    const page = render([state('named', body)], { options: { url } }).get(
      `${folder}/named/index.html`,
    );
    const address = `${url}pictures/named/%E6%B8%AF%E5%8F%A3-1.png`;
    expect(page).toContain(`<meta property="og:image" content="${address}">`);
    expect(page).toContain('<meta property="og:image:width" content="2">');
    expect(page).toContain('<meta name="twitter:card" content="summary_large_image">');
    expect(page).toContain(`"image":["${address}"]`);
  });

  it('name none where there is none, or the site has no address', () => {
    const [withNone, nowhere] = [
      render([state('plain', '船。\n')], { options: { url: 'https://news.example/' } }),
      render([state('plain', '![小船](pictures/bus.jpg)\n')]),
    ].map((site) => String(site.get('en/plain/index.html')));
    expect(withNone).toContain('<meta name="twitter:card" content="summary">');
    for (const page of [withNone, nowhere]) expect(page).not.toMatch(/og:image|"image"/);
  });

  it('of two pictures of one name give the second another', () => {
    const two = state('two', '![a](pictures/bus.jpg)\n\n![b](more/BUS.jpeg)\n');
    const disk = { ...DISK, 'articles/more/BUS.jpeg': JPEG };
    const paths = [...render([two], { disk }).keys()].filter((path) =>
      path.startsWith('pictures/'),
    );
    expect(paths).toEqual(['pictures/two/bus.jpg', 'pictures/two/BUS-2.jpg']);
  });

  it('name a picture after what it is', () => {
    const paths = [...render([state('false', '![a](pictures/false.png)\n')]).keys()];
    expect(paths).toContain('pictures/false/false.jpg');
  });

  it.each([
    ['broken.png', /articles\/pictures\/broken\.png is no picture.*PNG, JPEG, GIF, WebP or SVG\.$/],
    ['bad.svg', /articles\/pictures\/bad\.svg cannot be shown \(it holds onload="x"\)/],
  ])('say in a sentence why %s is not shown', (name, says) => {
    expect(() => render([state('bad', `![a](pictures/${name})\n`)])).toThrow(says);
  });
});

async function faultsOf(epub: Uint8Array): Promise<string[]> {
  const { messages } = await EpubCheck.validate(epub);
  return messages
    .filter(({ severity }) => severity !== 'usage' && severity !== 'info')
    .map(({ id, message }) => `${id} ${message}`);
}

const BOOKS = VIEWS.map((view) => [view, `${OPTIONS.paths[view]}/harbour/harbour.epub`] as const);

describe.each(BOOKS)('the book in %s', (_, path) => {
  const book = unpacked(files, path);
  const chapter = parseXml(book.get('EPUB/text/harbour.xhtml') ?? '');
  const opf = parseXml(book.get('EPUB/package.opf') ?? '');

  it('passes the checker', async () => {
    expect(await faultsOf(bytesOf(files, path))).toEqual([]);
  });

  it('holds each picture once, and shows all of them', () => {
    const held = [...book.keys()].filter((name) => name.startsWith('EPUB/pictures/'));
    expect(held).toHaveLength(5);
    const shown = named(chapter, 'img').map(({ attributes }) =>
      new URL(attributes['src'] ?? '', 'book:///EPUB/text/').pathname.slice(1),
    );
    expect([...new Set(shown)].sort()).toEqual([...held].sort());
    const types = named(opf, 'item')
      .map(({ attributes }) => attributes['media-type'] ?? '')
      .filter((type) => type.startsWith('image/'));
    expect(types.sort()).toEqual(
      ['gif', 'jpeg', 'png', 'svg+xml', 'webp'].map((type) => `image/${type}`),
    );
  });

  it('says what they show, and leads to those that are elsewhere', () => {
    expect(named(chapter, 'img').map(({ attributes }) => attributes['alt'])).toContain('小船');
    expect(named(chapter, 'figcaption').length).toBeGreaterThan(0);
    const links = named(chapter, 'a').map(({ attributes }) => attributes['href']);
    expect(links).toContain('https://example.com/tower.png');
    expect(textIn(chapter)).toContain('没有的');
  });

  it('says that it is to be seen, and that words are enough', () => {
    const metas = named(opf, 'meta').map(
      (meta) => `${meta.attributes['property']} ${textIn(meta)}`,
    );
    for (const said of [
      'schema:accessMode visual',
      'schema:accessModeSufficient textual',
      'schema:accessibilityFeature alternativeText',
    ])
      expect(metas).toContain(said);
  });
});

describe('a book', () => {
  it('does not say that words are enough where a picture has none', () => {
    const silent = render([state('silent', '船。\n\n<img src="pictures/bus.jpg">\n')]);
    const opf = unpacked(silent, 'zh/silent/silent.epub').get('EPUB/package.opf') ?? '';
    expect(opf).toContain('textual,visual');
    expect(opf).not.toContain('"schema:accessModeSufficient">textual<');
  });

  it.each([
    ['zh', '查看图片'],
    ['en', 'See the picture'],
    ['duizhao', '查看图片 See the picture'],
  ])('in %s leads from a caption to a picture that is elsewhere, in words', (folder, words) => {
    const far = render([state('far', '![塔](https://example.com/tower.png)\n')]);
    const chapter = unpacked(far, `${folder}/far/far.epub`).get('EPUB/text/far.xhtml') ?? '';
    const links = named(parseXml(chapter), 'a');
    expect(links.map((link) => [link.attributes['href'], textIn(link)])).toEqual([
      ['https://example.com/tower.png', words],
    ]);
  });

  it('of several articles holds a picture of two of them once', async () => {
    const both = render([harbour, state('pier', '![船](pictures/bus.jpg)\n')]);
    const held = [...unpacked(both, 'zh.epub').keys()].filter((name) => /pictures/.test(name));
    expect(held).toHaveLength(5);
    expect(await faultsOf(bytesOf(both, 'zh.epub'))).toEqual([]);
  });

  it('has words for the pictures that it has no room for', () => {
    const large = new Uint8Array(MAX_BYTES.bookPictures * 0.6);
    large.set(GIF);
    const disk = { 'articles/a.gif': large, 'articles/b.gif': large.slice().fill(1, 900) };
    const full = render([state('full', '![第一张](a.gif)\n\n![第二张](b.gif)\n')], { disk });
    const book = unpacked(full, 'zh/full/full.epub');
    const chapter = parseXml(book.get('EPUB/text/full.xhtml') ?? '');
    expect(named(chapter, 'img')).toHaveLength(1);
    expect(textIn(chapter)).toContain('第二张');
  });

  it('is the same bytes again', () => {
    const again = render([state('harbour', BODY)], { options: { variants: ['tw'] } });
    for (const [, path] of BOOKS) expect(bytesOf(again, path)).toEqual(bytesOf(files, path));
  });
});

it.skipIf(!HAS_EPUBCHECK)(
  'Debian’s epubcheck takes a book with pictures, but for WebP, which is newer than it',
  () => {
    const { 'pictures/sea.webp': _, ...disk } = DISK;
    const older = render([harbour], { disk });
    expect(saidByDebian(bytesOf(older, 'duizhao/harbour/harbour.epub'))).toBe('');
  },
  120_000,
);

it.each([
  [undefined, []],
  ['https://news.example/', ['https://news.example/en/harbour/']],
])('paper says where its page is, when the site is at %s', (url, addresses) => {
  const options = { ...OPTIONS, drafts: true, ...(url === undefined ? {} : { url }) };
  const papers = papersOf(
    { state: harbour, card: cardOf(harbour, options) },
    { options, slugs: new Set<string>() },
  );
  const html = papers.find(({ path }) => path.startsWith('en/'))?.html ?? '';
  const said = byClass(parsePage(html), 'source').flatMap((foot) => byName(foot, 'a').map(textOf));
  expect(said).toEqual(addresses);
});

it('paper holds the pictures itself, and still loads nothing', () => {
  const picture = (path: string): Uint8Array | null => DISK[path] ?? null;
  const site = { options: { ...OPTIONS, drafts: true }, slugs: new Set<string>(), picture };
  const article = { state: harbour, card: cardOf(harbour, OPTIONS) };
  for (const { html } of papersOf(article, site)) {
    const shown = sources(html);
    expect(shown).toContain(`data:image/jpeg;base64,${Buffer.from(JPEG).toString('base64')}`);
    expect(shown.filter((src) => !src.startsWith('data:image/'))).toEqual([]);
    expect(html).toContain('; img-src data:; ');
  }
});
