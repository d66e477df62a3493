/// <reference lib="dom" />
/** The pages in a real browser: accessibility, layout, what works without the script and what with it. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALSO } from '../../src/core/also.ts';
import { loadAlso } from '../../src/editions/also/index.ts';
import { root } from '../support/source.ts';
import { EVERY_BLOCK, HOSTILE } from './articles.ts';
import { articleState, OPTIONS, renderTexts } from './builder.ts';
import { HAS_CHROMIUM, openBrowser, openReader, type Reader, SITE, visit } from './browser.ts';
import { everyPartState, sampleStates, scrapedState } from './sample.ts';

const everyBlock = articleState('every-block', EVERY_BLOCK, (unit) => {
  const tags = unit.segment.text.match(/<\/?\d+\/?>/g) ?? [];
  return `第${unit.index}处的译文${tags.join('字')}。`;
});
const hostile = articleState('hostile', HOSTILE, (unit) => `敌意文字${unit.index}。`);
/** An address that is wider than a narrow page. */
const ADDRESS = `https://example.org/${'harbourtimetable'.repeat(6)}2026`;
const address = articleState(
  'address',
  `---\ntitle: 时刻表\n---\n\n今年的新时刻表请参见 ${ADDRESS} 一文。\n\n- 表：${ADDRESS}\n\n| 表 | ${ADDRESS} |\n| --- | --- |\n| 一 | 二 |\n`,
  ({ segment }) => `See ${segment.text.match(/<1>.*<\/1>/)?.[0] ?? 'it'} for more.`,
);
const files = renderTexts(
  [address, ...sampleStates(), scrapedState(), everyPartState(), everyBlock, hostile],
  { ...OPTIONS, url: SITE, drafts: true, perPage: 4, translators: true },
  { also: await loadAlso(new Set(ALSO)), prints: true },
);

const BUS = '2026-09-25-shuche-jinshan';
const BRIEFS = '2026-09-30-chenjian-jianxun';

/** For people: what the pages look like. Git ignores the folder. */
const PICTURES = join(root, '.pictures');

const ARTICLES = ['zh', 'en', 'duizhao'].flatMap((folder) =>
  [BUS, 'late-bookshop', 'every-part', 'every-block', 'hostile', 'address'].map(
    (slug) => `${folder}/${slug}/`,
  ),
);
const LISTS = ['', '404.html', 'zh/', 'en/page/2/', 'zh/tags/', 'duizhao/tags/night-life/'];
const MARKED = ['duizhao/every-part/#fn-1', 'zh/every-part/#s-s0vcfykdc'];
const EVERY_PAGE = [...LISTS, ...ARTICLES, ...MARKED, `duizhao/${BRIEFS}/`, 'en/archive/2026/'];
const NARROW_PAGES = [
  '',
  'zh/tags/',
  'en/every-part/',
  'duizhao/every-part/',
  'duizhao/hostile/',
  'duizhao/address/',
];
const SOME_PAGES = ['duizhao/', `zh/${BUS}/`, `duizhao/${BRIEFS}/`];

const VIEWS = [
  { width: 1440, colorScheme: 'light', paths: EVERY_PAGE },
  { width: 390, colorScheme: 'dark', paths: EVERY_PAGE },
  { width: 1024, colorScheme: 'dark', paths: SOME_PAGES },
  { width: 390, colorScheme: 'light', paths: SOME_PAGES },
  { width: 320, colorScheme: 'light', paths: NARROW_PAGES },
] as const;

let browser: Browser;

async function violations(page: Page): Promise<string[]> {
  const found = await page.evaluate(async () => {
    const { axe: tool } = globalThis as unknown as { axe: typeof axe };
    // The size of what is tapped is not looked at unless it is asked for; of what is in order nothing is told.
    const rules = { 'target-size': { enabled: true } };
    return (await tool.run({ rules, resultTypes: ['violations'] })).violations;
  });
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

describe.skipIf(!HAS_CHROMIUM)('in Chromium', () => {
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  describe.each(VIEWS)('$width px wide, $colorScheme', ({ width, colorScheme, paths }) => {
    let reader: Reader;
    beforeAll(async () => {
      reader = await openReader(browser, files, { viewport: { width, height: 900 }, colorScheme });
      await reader.page.addInitScript({ content: axe.source });
    });
    afterAll(() => reader.close());

    it.each(paths)('/%s is accessible, keeps its width and asks nobody else', async (path) => {
      await reader.read(path);
      const { page, outside, complaints } = reader;
      expect(await violations(page)).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
      expect(complaints).toEqual([]);
      // The pictures of an article are wherever the article says.
      expect(outside.filter((url) => !url.endsWith('.jpg'))).toEqual([]);
    });
  });

  interface Box {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  }

  /** Where both columns of the body's pairs stand. */
  function pairBoxes(page: Page): Promise<{ readonly zh: Box; readonly en: Box }[]> {
    return page.evaluate(() => {
      const box = (element: Element): Box => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        return { left, top, right, bottom };
      };
      return [...document.querySelectorAll('.body > .pair')].flatMap((pair) => {
        const [zh, en] = ['.zh', '.en'].map((side) => pair.querySelector(`:scope > ${side}`));
        return zh && en ? [{ zh: box(zh), en: box(en) }] : [];
      });
    });
  }

  describe('the bilingual page', () => {
    it.each([
      [1440, 'beside'],
      [1024, 'beside'],
      [390, 'below'],
    ] as const)('%i px wide has a pair %s each other', async (width, where) => {
      const { page, close } = await visit(browser, files, `duizhao/${BUS}/`, {
        viewport: { width, height: 900 },
      });
      try {
        const boxes = await pairBoxes(page);
        expect(boxes.length).toBeGreaterThan(5);
        const placed = boxes.map(({ zh, en }) => {
          if (zh.bottom <= en.top && zh.left === en.left) return 'below';
          return zh.right < en.left && Math.abs(zh.top - en.top) < 16 ? 'beside' : 'elsewhere';
        });
        expect(placed).toEqual(placed.map(() => where));
        mkdirSync(PICTURES, { recursive: true });
        await page.screenshot({ path: join(PICTURES, `bilingual-${width}.png`), fullPage: true });
      } finally {
        await close();
      }
    });

    it.each([
      ['with', true],
      ['without', false],
    ])('shows one language or both, by paragraph or sentence, %s the script', async (_, script) => {
      const { page, close } = await visit(browser, files, `duizhao/${BUS}/`, {
        viewport: { width: 1440, height: 900 },
        javaScriptEnabled: script,
      });
      try {
        const zh = page.locator('.body > .pair > .zh').first();
        const en = page.locator('.body > .pair > .en').first();
        await page.locator('#show-zh').check();
        expect([await zh.isVisible(), await en.isVisible()]).toEqual([true, false]);
        await page.locator('#show-en').check();
        expect([await zh.isVisible(), await en.isVisible()]).toEqual([false, true]);
        await page.locator('#show-both').check();
        await page.locator('#cut-sentence').check();
        for (const at of [0, 1]) {
          const left = await zh.locator('> span').nth(at).boundingBox();
          const right = await en.locator('> span').nth(at).boundingBox();
          expect(left && right && Math.abs(left.y - right.y)).toBeLessThan(16);
          expect(left && right && left.x + left.width).toBeLessThan(right?.x ?? 0);
        }
      } finally {
        await close();
      }
    });

    it('puts each sentence above its partner where there is one column', async () => {
      const { page, close } = await visit(browser, files, `duizhao/${BUS}/`, {
        viewport: { width: 390, height: 900 },
      });
      try {
        await page.locator('#cut-sentence').check();
        const tops = await page.evaluate(() => {
          const pair = document.querySelector('.body > .pair');
          const top = (side: string): number[] =>
            [...(pair?.querySelectorAll(`:scope > ${side} > span`) ?? [])].map(
              (span) => span.getBoundingClientRect().top,
            );
          const [zh, en] = [top('.zh'), top('.en')];
          return zh.flatMap((value, at) => [value, en[at] ?? 0]);
        });
        expect(tops.length).toBeGreaterThan(2);
        expect(tops).toEqual([...tops].sort((a, b) => a - b));
      } finally {
        await close();
      }
    });

    it('marks the partner of the sentence that is pointed at, or that the address names', async () => {
      const { page, close } = await visit(browser, files, `duizhao/${BUS}/`, {
        viewport: { width: 1440, height: 900 },
        javaScriptEnabled: false,
      });
      const colour = (selector: string): Promise<string> =>
        page
          .locator(selector)
          .first()
          .evaluate((element) => getComputedStyle(element).backgroundColor);
      try {
        const partner = '.body > .pair > .en > span:nth-of-type(2)';
        const before = await colour(partner);
        await page.locator('.body > .pair > .zh > span:nth-of-type(2)').first().hover();
        expect(await colour(partner)).not.toBe(before);
        const id = await page
          .locator('.body > .pair > .zh > span:nth-of-type(2)')
          .first()
          .getAttribute('id');
        await page.mouse.move(0, 0);
        expect(await colour(partner)).toBe(before);
        await page.goto(`${SITE}duizhao/${BUS}/#${id}`);
        expect(await colour(partner)).not.toBe(before);
      } finally {
        await close();
      }
    });

    it('remembers and announces what the reader chose', async () => {
      const { page, close } = await visit(browser, files, `duizhao/${BUS}/`);
      try {
        await page.locator('#show-en').check();
        expect(await page.locator('#said').textContent()).toContain('English');
        await page.reload();
        expect(await page.locator('#show-en').isChecked()).toBe(true);
        expect(await page.locator('.body > .pair > .zh').first().isVisible()).toBe(false);
      } finally {
        await close();
      }
    });
  });

  it.each([
    ['zh', 35, 42],
    ['en', 60, 75],
  ])('a line of the %s page is %i to %i signs long', async (folder, least, most) => {
    const { page, close } = await visit(browser, files, `${folder}/${BUS}/`, {
      viewport: { width: 1440, height: 900 },
    });
    try {
      const signs = await page.evaluate(() => {
        const paragraphs = [...document.querySelectorAll('.body > p')];
        const widths = paragraphs.map((paragraph) => paragraph.clientWidth);
        for (const { style } of paragraphs as HTMLElement[]) {
          style.width = 'max-content';
          style.whiteSpace = 'nowrap';
        }
        const [first = 0] = widths;
        const text = paragraphs.map(({ textContent }) => textContent?.trim() ?? '').join('');
        const length = paragraphs.reduce((sum, { clientWidth }) => sum + clientWidth, 0);
        return (first * text.length) / length;
      });
      expect(signs).toBeGreaterThan(least);
      expect(signs).toBeLessThan(most);
    } finally {
      await close();
    }
  });

  it.each([390, 1024, 1440])(
    'keeps together what stands before an address at %i px',
    async (width) => {
      for (const folder of ['zh', 'duizhao']) {
        const { page, close } = await visit(browser, files, `${folder}/address/`, {
          viewport: { width, height: 900 },
        });
        try {
          const steps = await page.evaluate(() => {
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walker.nextNode() && !walker.currentNode.textContent?.includes('请参见'));
            const text = walker.currentNode as Text;
            const size = Number.parseFloat(getComputedStyle(text.parentElement!).fontSize);
            const places = [...'今年的新时刻表请参见'].map((_, at) => {
              const range = document.createRange();
              range.setStart(text, at);
              range.setEnd(text, at + 1);
              return range.getBoundingClientRect().x / size;
            });
            return places.slice(1).map((place, at) => place - (places[at] ?? 0));
          });
          expect(steps).toHaveLength(9);
          expect(Math.max(...steps.map(Math.abs))).toBeLessThan(1.1);
        } finally {
          await close();
        }
      }
    },
  );

  it('keeps the sentence that was being read when the language is changed', async () => {
    const { page, close } = await visit(browser, files, `zh/${BUS}/`, {
      viewport: { width: 1024, height: 700 },
    });
    try {
      const first = page.locator('.body > p').nth(2).locator('> span').first();
      const id = await first.getAttribute('id');
      await first.evaluate((each) => each.scrollIntoView());
      // Where a pointer finds it: the link stays at hand while the page scrolls.
      const link = await page.locator('.languages a[lang="en"]').boundingBox();
      await page.mouse.click((link?.x ?? 0) + 5, (link?.y ?? 0) + 5);
      await page.waitForURL(`${SITE}en/${BUS}/#s-*`);
      expect(page.url()).toBe(`${SITE}en/${BUS}/#${id}`);
      const top = await page.locator(`#${id}`).evaluate((each) => each.getBoundingClientRect().top);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThan(160);
    } finally {
      await close();
    }
  });

  it('leads from a paragraph to the same one in both languages, without the script', async () => {
    const { page, close } = await visit(browser, files, `en/${BUS}/`, { javaScriptEnabled: false });
    try {
      const link = page.locator('.body > p > .beside').nth(3);
      const href = await link.getAttribute('href');
      await link.focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(new URL(href ?? '', `${SITE}en/${BUS}/`).href);
      const id = (href ?? '').replace(/^.*#/, '');
      expect(await page.locator(`.pair #${id}`).count()).toBe(1);
    } finally {
      await close();
    }
  });

  it('prints both languages, without what is of use on a screen only', async () => {
    const { page, close } = await visit(browser, files, `duizhao/${BUS}/`);
    try {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      const shown = async (selector: string): Promise<boolean> =>
        page.locator(selector).first().isVisible();
      expect(await shown('.controls')).toBe(false);
      expect(await shown('.languages')).toBe(false);
      expect(await shown('.body > .pair > .zh')).toBe(true);
      expect(await shown('.body > .pair > .en')).toBe(true);
      const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(paper).toBe('rgb(255, 255, 255)');
    } finally {
      await close();
    }
  });
});
