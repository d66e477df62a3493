/** `duizhao preview`: pages of all articles, whatever is the matter with them, and anew when they change. */
import { appendFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PreviewSite, type PreviewSetting } from '../../src/commands/preview-site.ts';
import { UserError } from '../../src/core/errors.ts';
import { OPTIONS } from '../editions/builder.ts';
import { get, listen } from '../support/get.ts';
import { PublishPlace, type RunningPreview } from '../support/publish-place.ts';
import { byName, mainText, parsePage } from '../editions/html.ts';

let place: PublishPlace;
let preview: RunningPreview | undefined;
beforeEach(() => {
  place = new PublishPlace();
});
afterEach(async () => {
  await preview?.stop();
  preview = undefined;
  place.remove();
});

async function start(slug?: string): Promise<string> {
  preview = await place.preview({}, slug);
  return preview.address;
}

const HOSTILE = `</title></head><main id="text"><script>alert(1)</script><img src=x onerror=alert(2)>`;

describe('what is served', () => {
  beforeEach(async () => {
    place.write('signed', [0, 1]);
    await place.sign('signed');
    place.write('open', [2, 3]);
  });

  it.each([
    ['/', 200, 'text/html'],
    ['/zh/', 200, 'text/html'],
    ['/zh/signed/', 200, 'text/html'],
    ['/en/open/', 200, 'text/html'],
    ['/duizhao/open/', 200, 'text/html'],
    ['/style.css', 200, 'text/css'],
    ['/reader.js', 200, 'text/javascript'],
    ['/site-icon.svg', 200, 'image/svg+xml'],
    ['/-/preview.js', 200, 'text/javascript'],
    ['/zh/signed', 308, 'text/html'],
    ['/zh', 308, 'text/html'],
    ['/zh/nowhere/', 404, 'text/html'],
    ['/zh/signed/nothing.png', 404, 'text/html'],
    ['/favicon.ico', 404, 'text/html'],
    ['/signed.md', 404, 'text/html'],
    ['/articles/signed.md', 404, 'text/html'],
    ['/../articles/signed.md', 404, 'text/html'],
    ['/%2e%2e/%2e%2e/etc/passwd', 404, 'text/html'],
    ['/__proto__', 404, 'text/html'],
    ['/constructor/', 404, 'text/html'],
  ])('%s: %i, %s', async (path, status, type) => {
    const got = await get(await start(), path);
    expect([got.status, got.headers['content-type']?.split(';')[0]]).toEqual([status, type]);
    expect(got.text).not.toContain('root:');
  });

  it('shows unreviewed text, marked, and writes nothing', async () => {
    const before = readdirSync(place.root, { recursive: true });
    const address = await start();
    const { text } = await get(address, '/zh/open/');
    expect(mainText(text)).toContain('雨下了一整天。');
    expect(text).toContain('noindex');
    expect(mainText(text)).toContain('Draft');
    expect((await get(address, '/zh/signed/')).text).not.toContain('name="robots"');
    expect(mainText((await get(address, '/zh/')).text)).toContain('早市');
    expect(readdirSync(place.root, { recursive: true })).toEqual(before);
  });

  it.each(['draft', 'held', 'withdrawn', 'tomorrow'])(
    'shows an article of publish: %s',
    async (status) => {
      place.write('kept', [4], `publish: ${status}\n`);
      const address = await start();
      expect(mainText((await get(address, '/zh/kept/')).text)).toContain(
        `publish: ${status} keeps this article off the site`,
      );
      expect(mainText((await get(address, '/zh/')).text)).toContain(`[publish: ${status}]`);
    },
  );

  it('tells the address of the article that is named', async () => {
    expect(await start('open')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/duizhao\/open\/$/);
  });

  it('knows no article of another name', async () => {
    await expect(place.preview({}, 'opne')).rejects.toThrow('did you mean "open"?');
  });

  it('ends by Ctrl-C with exit code 0 while a page listens', async () => {
    const address = await start();
    await listen(address);
    expect(await preview?.stop()).toEqual({ output: '', exitCode: 0 });
    await expect(get(address, '/')).rejects.toThrow('ECONNREFUSED');
  });
});

it('shows an article anew when its text changes, when it is signed off, and when it comes or goes', async () => {
  place.write('market', [0]);
  const address = await start();
  const shown = async (path: string) => mainText((await get(address, path)).text);
  expect(await shown('/zh/market/')).not.toContain('鱼很快就卖光了。');
  const { next } = await listen(address);

  place.write('market', [0, 1]);
  expect(await next()).toEqual(['market']);
  expect(await shown('/zh/market/')).toContain('鱼很快就卖光了。');

  await place.sign('market');
  await next();
  expect(await shown('/en/market/')).toContain('The fish sold out quickly.');

  place.write('ferry', [3]);
  await next();
  expect((await get(address, '/zh/ferry/')).status).toBe(200);
  rmSync(join(place.root, 'articles', 'ferry.md'));
  await next();
  expect((await get(address, '/zh/ferry/')).status).toBe(404);
});

it('follows the config, and says what is to be mended before it can', async () => {
  place.write('market', [0]);
  const address = await start();
  const { next } = await listen(address);
  const shown = async (path: string) => (await get(address, path)).text;

  place.config = { publish: { name: { zh: '晚报', en: 'Evening' }, variants: ['tw'] } };
  expect(await next()).toBeNull();
  expect(await shown('/zh/')).toContain('晚报');
  expect(await shown('/zh-tw/')).toContain('晚報');

  place.config = { publish: { perPage: 0 } };
  expect(await next()).toBeNull();
  const { status, text } = await get(address, '/zh/');
  expect(status).toBe(500);
  expect(mainText(text)).toContain('publish.perPage');
  expect((await get(address, '/style.css')).status).toBe(200);

  place.config = {};
  expect(await next()).toBeNull();
  expect((await get(address, '/zh/')).status).toBe(200);
  expect(await shown('/zh/')).not.toContain('晚报');
});

it('follows the site’s CSS, its theme and the term base', async () => {
  const write = (path: string, text: string): void => writeFileSync(join(place.root, path), text);
  const foot = (text: string): string => `export const foot = () => <footer>${text}</footer>;\n`;
  place.write('market', [0]);
  write('our.css', 'h1 { color: red }\n');
  write('theme.tsx', foot('one'));
  place.config = { publish: { css: 'our.css', theme: 'theme.tsx', variants: ['tw'] } };
  const address = await start();
  const { next } = await listen(address);
  const shown = async (path: string) => (await get(address, path)).text;
  expect(await shown('/style.css')).toContain('color: red');

  write('our.css', 'h1 { color: blue }\n');
  expect(await next()).toBeNull();
  expect(await shown('/style.css')).toContain('color: blue');

  write('theme.tsx', foot('{'));
  expect(await next()).toBeNull();
  expect((await get(address, '/zh/market/')).status).toBe(500);
  expect(await shown('/zh/market/')).toContain('theme.tsx:1');

  write('theme.tsx', foot('two'));
  expect(await next()).toBeNull();
  expect(await shown('/zh/market/')).toContain('<footer>two</footer>');

  expect(await shown('/zh-tw/market/')).toContain('早市在天亮前開門');
  write('locales/terms.csv', 'zh,en,zhTW\n早市,market,早市場\n');
  expect(await next()).toBeNull();
  expect(await shown('/zh-tw/market/')).toContain('早市場在天亮前開門');
});

it('shows in the place of an article that cannot be read what to mend', async () => {
  place.write('good', [0]);
  place.write('bad', [1]);
  appendFileSync(join(place.root, 'articles', 'bad.md'), Buffer.from([0xff, 0xfe, 0xfd]));
  const address = await start();
  const { status, text } = await get(address, '/zh/bad/');
  expect(status).toBe(500);
  expect(mainText(text)).toContain('articles/bad.md');
  expect(byName(parsePage(text), 'script')).toHaveLength(1);
  const [icon] = byName(parsePage(text), 'link').filter(({ properties }) =>
    String(properties['rel']).includes('icon'),
  );
  expect((await get(address, String(icon?.properties['href']))).status).toBe(200);
  const list = mainText((await get(address, '/zh/')).text);
  expect(list).toContain('articles/bad.md');
  expect(list).toContain('早市');
});

it.each([
  ['/favicon.ico', []],
  ['/style.css', []],
  ['/site-icon.svg', []],
  ['/zh/ferry/', ['ferry']],
  ['/zh/', ['ferry', 'market']],
])('reads for %s no other articles than %j', async (path, wanted) => {
  const opened: string[] = [];
  const workspace = {
    slugs: async () => ['ferry', 'market'],
    open: async (slug: string) => {
      opened.push(slug);
      throw new UserError(`${slug} cannot be read`);
    },
  };
  const rest = {
    options: OPTIONS,
    extras: {},
    stale: 'refuse',
    signOffs: 1,
    t: String,
    lang: 'en',
  };
  const site = new PreviewSite({ workspace, ...rest } as unknown as PreviewSetting);
  await site.answer(path);
  expect(opened).toEqual(wanted);
});

it.each(['/zh/hostile/', '/en/hostile/', '/duizhao/hostile/', '/zh/'])(
  'runs nothing of an article on %s',
  async (path) => {
    const front = JSON.stringify(HOSTILE);
    const text = `---\ntitle: ${front}\ndek: ${front}\npublish: ${front}\n---\n\n${HOSTILE}\n`;
    writeFileSync(join(place.root, 'articles', 'hostile.md'), text);
    const page = parsePage((await get(await start(), path)).text);
    const running = byName(page, 'script').flatMap(({ properties: { type, src } }) =>
      type === 'application/ld+json' ? [] : [String(src)],
    );
    expect(running.filter((src) => !/^[./]*reader\.js$/.test(src))).toEqual(['/-/preview.js']);
    expect(byName(page, 'main')).toHaveLength(1);
    const images = byName(page, 'img').filter(({ properties }) => 'onError' in properties);
    expect(images).toEqual([]);
  },
);
