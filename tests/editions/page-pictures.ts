/// <reference lib="dom" />
/** Pictures of pages that are kept in `tests/fixtures/pages`, and what they were taken with. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../support/source.ts';
import { difference, type Difference } from './picture-difference.ts';
import { pngOf, type Picture } from './picture-file.ts';

const KEPT = join(root, 'tests', 'fixtures', 'pages');
const TAKEN_WITH = join(KEPT, 'taken-with.json');

/** Where pictures are put for people; git ignores it. */
const SHOWN = join(root, '.pictures');

/** What decides how letters are drawn. */
export interface Means {
  /** Chromium's major version. */
  readonly chromium: string;
  readonly fonts: readonly string[];
}

/** The fonts that the page's letters come from. */
async function fontsOf(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root: top } = await session.send('DOM.getDocument');
  const selector = 'h1 .zh > span, h1 .en > span, p.zh > span, p.en > span, legend > span, code';
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: top.nodeId, selector });
  const names = new Set<string>();
  for (const nodeId of nodeIds) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    for (const { familyName } of fonts) names.add(familyName);
  }
  return [...names].sort();
}

/** What a page here is drawn with. */
export async function meansHere(page: Page): Promise<Means> {
  const version = page.context().browser()?.version() ?? '';
  return { chromium: version.replace(/\..*$/, ''), fonts: await fontsOf(page) };
}

export function keepMeans(means: Means): void {
  writeFileSync(TAKEN_WITH, `${JSON.stringify(means, null, 2)}\n`);
}

/** Why pictures taken here cannot be compared with those that are kept; null where they can. */
export function whyNot(here: Means): string | null {
  const before = JSON.parse(readFileSync(TAKEN_WITH, 'utf8')) as Means;
  const tell = ({ chromium, fonts }: Means): string => `Chromium ${chromium}, ${fonts.join(', ')}`;
  return tell(here) === tell(before) ? null : `here: ${tell(here)}; taken with: ${tell(before)}`;
}

/** The pixels of a PNG at 1/`scale` of its size: Chromium reads it. */
async function readPng(page: Page, png: Uint8Array, scale: number): Promise<Picture> {
  const source = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const { width, height, url } = await page.evaluate(
    async ([from, each]) => {
      const bitmap = await createImageBitmap(await (await fetch(from)).blob());
      const [wide, high] = [Math.floor(bitmap.width / each), Math.floor(bitmap.height / each)];
      const context = new OffscreenCanvas(wide, high).getContext('2d');
      if (context === null) throw new Error('no canvas');
      context.imageSmoothingQuality = 'high';
      context.drawImage(bitmap, 0, 0, wide * each, high * each, 0, 0, wide, high);
      const { data } = context.getImageData(0, 0, wide, high);
      const rgb = new Uint8Array(wide * high * 3);
      for (let at = 0, to = 0; at < data.length; at += 4, to += 3) {
        rgb[to] = data[at] ?? 0;
        rgb[to + 1] = data[at + 1] ?? 0;
        rgb[to + 2] = data[at + 2] ?? 0;
      }
      const file = new FileReader();
      const read = new Promise((done) => file.addEventListener('load', done));
      file.readAsDataURL(new Blob([rgb]));
      await read;
      return { width: wide, height: high, url: String(file.result) };
    },
    [source, scale] as const,
  );
  return { width, height, rgb: Buffer.from(url.slice(url.indexOf(',') + 1), 'base64') };
}

/** A picture of the whole page as it is, at half its size. */
export async function takePicture(page: Page, reader: Page): Promise<Picture> {
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
  return readPng(reader, await page.screenshot({ fullPage: true, animations: 'disabled' }), 2);
}

function fileOf(name: string): string {
  return join(KEPT, `${name}.png`);
}

/** Keeps it as the one that is right. */
export function keepPicture(name: string, picture: Picture): void {
  writeFileSync(fileOf(name), pngOf(picture));
  kept.delete(name);
}

/** Many pictures are compared with the same one. */
const kept = new Map<string, Promise<Picture>>();

function keptPicture(name: string, reader: Page): Promise<Picture> {
  const picture = kept.get(name) ?? readPng(reader, readFileSync(fileOf(name)), 1);
  kept.set(name, picture);
  return picture;
}

/** What differs from the picture that is kept; null where nothing does. */
export async function differenceFrom(
  name: string,
  found: Picture,
  reader: Page,
): Promise<Difference | null> {
  return difference(await keptPicture(name, reader), found);
}

/** What differs, in words, and where to look at it; null where nothing does. */
export async function complaint(
  name: string,
  found: Picture,
  reader: Page,
): Promise<string | null> {
  if (!existsSync(fileOf(name))) return `there is no ${relative(root, fileOf(name))}: -u writes it`;
  const differs = await differenceFrom(name, found, reader);
  if (differs === null) return null;
  mkdirSync(SHOWN, { recursive: true });
  const put = (what: string, png: Uint8Array): string => {
    const path = join(SHOWN, `${name}.${what}.png`);
    writeFileSync(path, png);
    return relative(root, path);
  };
  const paths = [
    put('expected', readFileSync(fileOf(name))),
    put('found', pngOf(found)),
    put('difference', pngOf(differs.picture)),
  ];
  const [first = { x: 0, y: 0 }] = differs.blocks;
  return `${differs.pixels} pixels differ, the first at ${first.x}, ${first.y}: ${paths.join(', ')}; -u keeps what was found`;
}
