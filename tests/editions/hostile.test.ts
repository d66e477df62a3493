import { describe, expect, it } from 'vitest';
import { HOSTILE } from './articles.ts';
import { articleState, OPTIONS, renderTexts } from './builder.ts';
import { byName, elements, mainText, parsePage, textOf } from './html.ts';

const ATTACK = `<img src=x onerror=alert(6)><script>alert(7)</script>{{ x }}\u001b]0;owned\u0007`;
const state = articleState('hostile', HOSTILE, (unit) => `译文${unit.index}${ATTACK}`);
const files = renderTexts([state], { ...OPTIONS, url: 'https://news.example/' });
const pages = [...files].filter(([path]) => path.endsWith('.html'));

describe('hostile text, of the article and of its targets', () => {
  it.each(pages)('runs nothing on %s', (_path, html) => {
    const page = parsePage(html);
    const names = new Set(elements(page, () => true).map((element) => element.tagName));
    // The page's own script has an address and no words of its own, its data no type that runs.
    const scripts = byName(page, 'script');
    const isData = ({ properties }: (typeof scripts)[number]): boolean =>
      properties['type'] === 'application/ld+json';
    expect(scripts.filter(isData).filter((data) => textOf(data).includes('<'))).toEqual([]);
    const running = scripts.filter((script) => !isData(script));
    expect(running.map((script) => [script.properties['src'], textOf(script)])).toEqual(
      running.map(() => [expect.stringMatching(/^[./]*reader\.js$/), '']),
    );
    for (const name of ['style', 'iframe', 'svg', 'object', 'form', 'base']) {
      expect(names).not.toContain(name);
    }
    const attributes = elements(page, () => true).flatMap(({ properties }) =>
      Object.keys(properties),
    );
    expect(attributes.filter((name) => /^on|^style$|duizhao/i.test(name))).toEqual([]);
  });

  it.each(pages)('has no address on %s that is more than a place', (_path, html) => {
    const page = parsePage(html);
    const addresses = elements(page, () => true).flatMap(({ properties }) =>
      [properties['href'], properties['src']].filter((value) => value !== undefined).map(String),
    );
    for (const address of addresses)
      expect(address).not.toMatch(/^\s*(?:javascript|data|vbscript):/i);
  });

  it.each(pages)('leaves one main and one article at most on %s', (_path, html) => {
    const page = parsePage(html);
    expect(byName(page, 'main')).toHaveLength(1);
    expect(byName(page, 'article').length).toBeLessThan(2);
    expect(elements(page, ({ properties }) => properties.id === 's-title').length).toBeLessThan(2);
  });

  it('is shown as the text it is', () => {
    const zh = mainText(files.get('zh/hostile/index.html') ?? '');
    expect(zh).toContain('<img src=x onerror=alert(6)><script>alert(7)</script>{{ x }}');
    const en = mainText(files.get('en/hostile/index.html') ?? '');
    expect(en).toContain(`<script>alert('title')</script> {{ title }}`);
    expect(en).toContain('{{ name }} and {% raw %}');
  });

  it.each([...files])('sends a terminal nothing from %s', (_path, text) => {
    expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
  });

  it('stays text in the Markdown of the targets', () => {
    const markdown = (files.get('zh/hostile/index.md') ?? '').replace(/^---\n[^]*?\n---\n/, '');
    expect(markdown).toContain('\\<img src=x onerror=alert(6)');
    expect(markdown).not.toMatch(/[^\\]<img src=x onerror=alert\(6\)/);
    expect(markdown).not.toMatch(/[^\\]<script>alert\(7\)/);
  });
});
