/// <reference lib="dom" />
/**
 * What pages look like, as pictures in `tests/fixtures/pages`: `npm run test:only -- tests/editions/page-pictures.test.ts -u`
 * writes them anew; look at them before they are committed. Where Chromium or the fonts are others than those
 * that they were taken with, nothing is compared, but in the gate, which has Debian's of both.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { root } from '../support/source.ts';
import { HAS_CHROMIUM, openBrowser, SITE, visit, type Visit } from './browser.ts';
import { OPTIONS, renderTexts } from './builder.ts';
import type { Difference } from './picture-difference.ts';
import {
  complaint,
  differenceFrom,
  keepMeans,
  keepPicture,
  meansHere,
  takePicture,
  whyNot,
  type Means,
} from './page-pictures.ts';
import { everyPartState, scrapedState } from './sample.ts';

const files = new Map(renderTexts([everyPartState(), scrapedState()], { ...OPTIONS, url: SITE }));
const drawing = readFileSync(join(root, 'tests/fixtures/pages/mill.svg'), 'utf8');
for (const folder of ['zh', 'en', 'duizhao']) files.set(`${folder}/every-part/mill.svg`, drawing);

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
  readonly media: 'screen' | 'print';
}

const BOTH = { path: 'duizhao/every-part/', colorScheme: 'light', media: 'screen' } as const;
const WIDE: Shot = { ...BOTH, name: 'bilingual-1440', width: 1440 };
const MIDDLE: Shot = { ...BOTH, name: 'bilingual-1024', width: 1024 };
const NARROW: Shot = { ...BOTH, name: 'bilingual-390', width: 390 };
const PRINT: Shot = { ...BOTH, name: 'bilingual-print-656', width: 656, media: 'print' };
const SHOTS: readonly Shot[] = [
  WIDE,
  { ...WIDE, name: 'bilingual-dark-1440', colorScheme: 'dark' },
  MIDDLE,
  { ...MIDDLE, name: 'bilingual-dark-1024', colorScheme: 'dark' },
  NARROW,
  { ...NARROW, name: 'bilingual-dark-390', colorScheme: 'dark' },
  PRINT,
  { ...BOTH, name: 'zh-1024', width: 1024, path: 'zh/every-part/' },
  { ...BOTH, name: 'en-1024', width: 1024, path: 'en/every-part/' },
  { ...BOTH, name: 'list-1024', width: 1024, path: 'duizhao/' },
];

/** What a reader would see, and what a picture of it has to show. */
const SPOILT: readonly (readonly [string, Shot, string])[] = [
  ['a column 4 px aside', MIDDLE, '.pair { column-gap: 2.5rem !important }'],
  ['a sentence gone', MIDDLE, '.pair:nth-of-type(2) > .tgt > span:first-of-type { opacity: 0 }'],
  ['the text of an item gone', MIDDLE, 'ol > li:nth-child(2) > .pair > .tgt { opacity: 0 }'],
  ['the text of a cell gone', MIDDLE, 'tr:nth-child(2) > td:first-child .tgt { opacity: 0 }'],
  ['links of another colour', MIDDLE, '.body a { color: #0000ee !important }'],
  ['one side in grey', MIDDLE, '.body .pair > .tgt { color: var(--soft) !important }'],
  ['paper of another white', MIDDLE, ':root { --paper: #fff !important }'],
  ['paragraphs 4 px closer', MIDDLE, '.body > .pair { margin-bottom: 1.4em !important }'],
  ['headings in light letters', MIDDLE, 'h2 { font-weight: 400 !important }'],
  ['no rule at a quotation', MIDDLE, 'blockquote { background: none !important }'],
  ['no marks in a list', MIDDLE, 'li > .pair > * > span::before { content: none !important }'],
  ['no rules in a table', MIDDLE, ':is(thead, th, td) { border-color: transparent !important }'],
  ['figures at the other side', MIDDLE, 'td { text-align: start !important }'],
  ['another font', MIDDLE, '[lang|="zh"] { font-family: "Noto Serif CJK SC" !important }'],
  ['no picture', MIDDLE, 'img { opacity: 0 }'],
  ['no switch of languages', NARROW, '.languages { opacity: 0 }'],
  ['no choice of what is shown', NARROW, '.controls { opacity: 0 }'],
  ['two languages 4 px closer', NARROW, '.pair { row-gap: .2rem !important }'],
  ['both sides in one colour', NARROW, '.pair > .tgt { color: var(--ink) !important }'],
  ['no ground under code', NARROW, ':is(pre, code) { background: none !important }'],
  ['what is for screens, printed', PRINT, '.breadcrumbs { display: block !important }'],
  ['grey letters in print', PRINT, ':root { --ink: #444 !important }'],
];

/** What another version of a browser may do. */
const DRAWN_ANEW: readonly (readonly [string, Shot, string])[] = [
  ['bolder', '* { -webkit-text-stroke: .1px }'],
  ['further apart', 'body { letter-spacing: .02px }'],
  ['closer', 'body { letter-spacing: -.02px }'],
  ['a part of a pixel aside', 'body { transform: translate(.4px, .4px) }'],
].flatMap(([name = '', css = '']) =>
  [MIDDLE, NARROW, PRINT].map((shot) => [name, shot, css] as const),
);

let browser: Browser;
let reader: Page;

const visits = new Map<string, Promise<Visit>>();

/** The page of a shot with further rules, which no policy of the page forbids. */
async function styled(shot: Shot, css: string): Promise<Page> {
  const { name, path, width, colorScheme, media } = shot;
  const viewport = { width, height: 800 };
  const opened = visits.get(name) ?? visit(browser, files, path, { viewport, colorScheme });
  visits.set(name, opened);
  const { page } = await opened;
  await page.emulateMedia({ media });
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
  }, css);
  return page;
}

/** Where a page looks otherwise with further rules. */
async function blocksWith(shot: Shot, css: string): Promise<Difference['blocks']> {
  const found = await takePicture(await styled(shot, css), reader);
  return (await differenceFrom(shot.name, found, reader))?.blocks ?? [];
}

describe.skipIf(!HAS_CHROMIUM)('pictures of pages', () => {
  let here: Means;
  const writes = (): boolean => expect.getState().snapshotState.snapshotUpdateState === 'all';

  beforeAll(async () => {
    browser = await openBrowser();
    reader = await browser.newPage();
    here = await meansHere(await styled(MIDDLE, ''));
  });
  afterAll(() => browser.close());
  beforeEach(({ skip }) => {
    if (writes()) keepMeans(here);
    const reason = whyNot(here);
    if (reason !== null && process.env['DUIZHAO_NO_SKIP'] !== '1') skip(reason);
  });

  it.each(SHOTS)('$name is as it was', async (shot) => {
    const found = await takePicture(await styled(shot, ''), reader);
    if (writes()) keepPicture(shot.name, found);
    expect(await complaint(shot.name, found, reader)).toBeNull();
  });

  it.each(SPOILT)('shows %s', async (_what, shot, css) => {
    expect(await blocksWith(shot, css)).not.toEqual([]);
  });

  it.each(DRAWN_ANEW)('does not mind letters that are drawn %s', async (_how, shot, css) => {
    expect(await blocksWith(shot, css)).toEqual([]);
  });
});
