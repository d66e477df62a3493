/// <reference lib="dom" />
/** Pages of the site as a reader prints them: both sides of a pair on one sheet, nothing that only a screen needs. */
import { execFileSync, spawnSync } from 'node:child_process';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HAS_CHROMIUM, openBrowser, SITE, visit } from './browser.ts';
import { OPTIONS, renderTexts } from './builder.ts';
import { everyPartState, sampleStates } from './sample.ts';

const files = renderTexts([...sampleStates(), everyPartState()], {
  ...OPTIONS,
  url: SITE,
  drafts: true,
});

const HAS_READER =
  process.env['DUIZHAO_NO_SKIP'] === '1' || spawnSync('pdftotext', ['-v']).error === undefined;

/** Without white space and hyphens, which depend on the lines. */
function bare(text: string): string {
  return text.replace(/[\s\u00ad\u2010-]+/g, '');
}

/** The text of each sheet; small ones, so that there are many ends of sheets. */
async function sheetsOf(page: Page): Promise<string[]> {
  const input = await page.pdf({ format: 'A6' });
  const text = execFileSync('pdftotext', ['-enc', 'UTF-8', '-', '-'], { input, encoding: 'utf8' });
  return text.split('\f').map(bare).filter(Boolean);
}

/** First and last signs of the source and the target of each pair, where no address is written out. */
async function endsOf(page: Page): Promise<string[][]> {
  const sides = await page.evaluate(() =>
    [
      ...document.querySelectorAll(
        '.body .pair:not(td *, th *, :has(a[href^="http"], em, sup, code))',
      ),
    ].map((pair) => ['.src', '.tgt'].map((side) => pair.querySelector(side)?.textContent ?? '')),
  );
  return sides.map((texts) =>
    texts.map(bare).flatMap((text) => [text.slice(0, 12), text.slice(-12)]),
  );
}

describe.skipIf(!HAS_CHROMIUM || !HAS_READER)('on paper', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it.each(['2026-09-25-shuche-jinshan', '2026-09-18-ningbo-kuaidi-kenniya', 'every-part'])(
    'both sides of each pair of %s are on one sheet',
    async (slug) => {
      const { page, close } = await visit(browser, files, `duizhao/${slug}/`);
      try {
        const sheets = await sheetsOf(page);
        expect(sheets.length).toBeGreaterThan(3);
        const ends = await endsOf(page);
        expect(ends.length).toBeGreaterThan(10);
        const torn = ends.filter(
          (texts) => !sheets.some((sheet) => texts.every((text) => sheet.includes(text))),
        );
        expect(torn).toEqual([]);
      } finally {
        await close();
      }
    },
  );

  it('an address stands once a pair, folded words are open, and sheets are numbered', async () => {
    const { page, close } = await visit(browser, files, 'duizhao/every-part/');
    try {
      const sheets = await sheetsOf(page);
      const text = sheets.join('');
      expect(text.split('https://example.org/gates')).toHaveLength(2);
      expect(text).toContain(bare('Take the ferry from Port Wend'));
      expect(text).not.toContain('↩');
      expect(text).not.toContain(bare('Side by side'));
      expect(sheets.map((sheet, at) => sheet.endsWith(String(at + 1)))).not.toContain(false);
    } finally {
      await close();
    }
  });
});
