/** `npm run demo`: the sample as a site, each link and picture of it there. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byName, elements, parsePage } from './editions/html.ts';
import { root } from './support/source.ts';

let folder: string;
let printed: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'duizhao-demo-test-'));
  const demo = [join(root, '.tools', 'demo.ts'), join(folder, 'site')];
  printed = execFileSync(process.execPath, demo, { encoding: 'utf8', timeout: 120_000 });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pagesOf = (site: string): string[] =>
  readdirSync(site, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.html') && path !== '404.html',
  );

describe('the demo', () => {
  it('says where the site is', () => {
    const index = printed.trim().split('\n').at(-1) ?? '';
    expect(index).toBe(join(folder, 'site', 'index.html'));
    expect(existsSync(index)).toBe(true);
  });

  it('holds the articles that have been reviewed, and no other', () => {
    for (const edition of ['zh', 'en', 'duizhao']) {
      const names = readdirSync(join(folder, 'site', edition)).filter((name) =>
        name.startsWith('2026-'),
      );
      expect(names).toEqual(['2026-09-18-ningbo-kuaidi-kenniya', '2026-09-25-shuche-jinshan']);
    }
  });

  it('has every picture and page that its pages lead to', () => {
    const site = join(folder, 'site');
    const lost = pagesOf(site).flatMap((path) => {
      const page = parsePage(readFileSync(join(site, path), 'utf8'));
      const links = elements(page, ({ tagName }) => tagName === 'a' || tagName === 'img')
        .map(({ properties: { href, src } }) => String(href ?? src).replace(/#.*$/, ''))
        .filter((link) => link !== '' && !link.startsWith('https://example.com/huailing/'));
      return links.filter((link) => !existsSync(join(site, dirname(path), link)));
    });
    expect(lost).toEqual([]);
    const article = join(site, 'duizhao', '2026-09-25-shuche-jinshan', 'index.html');
    expect(byName(parsePage(readFileSync(article, 'utf8')), 'img')).toHaveLength(1);
  });
});
