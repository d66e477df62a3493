/** Debian's Chromium on pages that are files in memory: no server, no network. */
import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { vi } from 'vitest';

const PROGRAM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Whether this machine has a Chromium; where the gate is meant, it has to. */
export const HAS_CHROMIUM = existsSync(PROGRAM) || process.env['DUIZHAO_NO_SKIP'] === '1';

// On a busy machine a page may stand still for more than a minute.
vi.setConfig({ testTimeout: 240_000 });

export const SITE = 'https://news.example/';
const BLANK = 'about:blank';

/** As strict as a site can be: only files of its own. */
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' https:; base-uri 'none'; form-action 'none'";

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
};

export function openBrowser(): Promise<Browser> {
  // Tests in containers run as root, where Chromium has no sandbox.
  return chromium.launch({ executablePath: PROGRAM, args: ['--no-sandbox'] });
}

export interface Visit {
  readonly page: Page;
  /** Addresses that the page asked for and that are not the site's. */
  readonly outside: readonly string[];
  /** What the browser complained about. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

export interface Reader extends Visit {
  /** Goes to another page of the site; what it asks for and complains about is all that is known then. */
  readonly read: (path: string) => Promise<void>;
}

/** A window on the site, with nothing in it yet. */
export async function openReader(
  browser: Browser,
  files: ReadonlyMap<string, string>,
  options: BrowserContextOptions = {},
): Promise<Reader> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const outside: string[] = [];
  const complaints: string[] = [];
  await context.route('**/*', (route) => {
    const url = route.request().url();
    if (!url.startsWith(SITE)) {
      outside.push(url);
      return route.abort();
    }
    const name = new URL(url).pathname.slice(1).replace(/(^|\/)$/, '$1index.html');
    const body = files.get(name);
    if (body === undefined) return route.fulfill({ status: 404, body: '' });
    const contentType = TYPES[name.replace(/^.*\./, '')] ?? 'text/plain';
    return route.fulfill({ body, contentType, headers: { 'content-security-policy': POLICY } });
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    const isNetwork = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isNetwork) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  const read = async (path: string): Promise<void> => {
    // An address that differs in its mark only would load nothing.
    if (page.url() !== BLANK) await page.goto(BLANK);
    outside.length = 0;
    complaints.length = 0;
    await page.goto(SITE + path);
  };
  return { page, outside, complaints, read, close: () => context.close() };
}

/** Opens a page of the site in a window of its own. */
export async function visit(
  browser: Browser,
  files: ReadonlyMap<string, string>,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const reader = await openReader(browser, files, options);
  await reader.read(path);
  return reader;
}
