/** Which articles go out: front matter, statuses and flags; what the record says of it. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mainText } from '../editions/html.ts';
import { PublishPlace, type PublishFlags } from '../support/publish-place.ts';

let place: PublishPlace;
beforeEach(() => {
  place = new PublishPlace();
});
afterEach(() => place.remove());

const PAGE = 'en/market/index.html';
const DRAFTS = { drafts: true, reason: 'press night' };

async function open(front: string, stage: string): Promise<void> {
  place.write('market', [0, 1], front);
  if (stage === 'untranslated') return;
  await place.sign('market');
  if (stage === 'stale') place.write('market', [0, 2], front);
}

interface Row {
  readonly front: string;
  readonly stage: 'reviewed' | 'untranslated' | 'stale';
  readonly flags?: PublishFlags;
  readonly config?: unknown;
  readonly code: number;
  /** Whether the article has a page of its text afterwards. */
  readonly page: boolean;
}

const ready: Row = { front: '', stage: 'reviewed', code: 0, page: true };
const ROWS: readonly Row[] = [
  ready,
  { ...ready, front: 'publish: ready\n' },
  { ...ready, front: 'publish: published\n' },
  { ...ready, front: 'publish: held\n', code: 1, page: false },
  { ...ready, front: 'publish: draft\n', code: 1, page: false },
  { ...ready, front: 'publish: draft\n', flags: DRAFTS, code: 1, page: false },
  { ...ready, front: 'publish: withdrawn\n', code: 1, page: false },
  { ...ready, front: 'publish: redy\n', code: 1, page: false },
  { ...ready, front: 'publish: redy\n', flags: DRAFTS, code: 1, page: false },
  { ...ready, front: 'publish: [ready]\n', code: 1, page: false },
  { ...ready, stage: 'untranslated', code: 1, page: false },
  { ...ready, stage: 'untranslated', flags: DRAFTS },
  { ...ready, stage: 'stale', code: 1, page: false },
  { ...ready, stage: 'stale', flags: DRAFTS },
  { ...ready, stage: 'untranslated', config: { publish: { stale: 'last' } }, code: 1, page: false },
];

describe('what goes out', () => {
  it.each(ROWS)('$front$stage $flags $config → $code', async (row) => {
    place.config = row.config ?? {};
    await open(row.front, row.stage);
    const { exitCode } = await place.publish(row.flags);
    expect(exitCode).toBe(row.code);
    expect(PAGE in place.site()).toBe(row.page);
    expect(place.record('market')).toHaveLength(row.page ? 1 : 0);
  });

  it.each([{ drafts: true }, { drafts: true, reason: ' ' }])(
    'lets nothing out without a reason: %j',
    async (flags) => {
      await open('', 'untranslated');
      await expect(place.publish(flags)).rejects.toThrow('--reason');
      expect(place.site()).toEqual({});
    },
  );

  it('says in status how much of what is out nobody has reviewed', async () => {
    await open('', 'untranslated');
    await place.publish(DRAFTS);
    const { articles } = JSON.parse((await place.status()).output);
    expect(articles[0].published).toMatchObject({ status: 'current', unreviewed: 3 });
  });

  it('records who let unreviewed text out, and why', async () => {
    await open('', 'untranslated');
    await place.publish(DRAFTS);
    expect(place.record('market')).toMatchObject([
      {
        by: 'mei',
        unreviewed: 3,
        override: { flags: ['--drafts'], reason: 'press night' },
        editions: ['zh', 'en', 'bilingual'],
      },
    ]);
  });

  it('shows what was approved last, with a note, where the config says so', async () => {
    await open('', 'reviewed');
    await place.publish();
    const before = place.site()[PAGE];
    place.config = { publish: { stale: 'last' }, changes: {} };
    // A sentence that is like the old one enough to be its successor.
    writeFileSync(
      join(place.root, 'articles', 'market.md'),
      '---\ntitle: 早市\n---\n\n早市在天亮前就开门。\n\n鱼很快就卖光了。\n',
    );
    const { output, exitCode } = await place.publish();
    expect(exitCode).toBe(0);
    expect(output).toContain('1 segment as it was approved last');
    const page = place.site()[PAGE] ?? '';
    expect(page).toContain('The market opens before dawn.');
    expect(page).toContain('approved last');
    expect(before).not.toContain('approved last');
    expect(place.site()['zh/market/index.html']).not.toContain('就开门');
    // The text that is out is the one that was out.
    expect(place.record('market')).toHaveLength(1);
  });
});

describe('articles that do not go out', () => {
  beforeEach(async () => {
    for (const slug of ['market', 'harbour']) {
      place.write(slug, slug === 'market' ? [0, 1] : [2, 3]);
      await place.sign(slug);
    }
    await place.publish();
  });

  it.each(['publish: held\n', 'publish: draft\n', ''])(
    'keep the pages they have (%j), and the others go out',
    async (front) => {
      const before = place.site()[PAGE];
      place.write('market', [0, 4], front);
      place.write('harbour', [2, 5]);
      await place.sign('harbour');
      const { output, exitCode } = await place.publish();
      expect(exitCode).toBe(front === '' ? 1 : 0);
      expect(output).toContain('Their pages stay as they were: market\n');
      expect(place.site()[PAGE]).toBe(before);
      expect(place.site()['en/index.html']).toContain('../en/market/');
      expect(place.site()['en/harbour/index.html']).toContain('Children ran along the beach.');
      expect(place.record('harbour')).toHaveLength(2);
    },
  );

  it.each([
    [
      'withdrawn',
      [0, 1],
      { status: 'behind', behind: [], pages: 'go' },
      'behind (to be withdrawn)',
    ],
    ['held', [0, 1], { status: 'current', pages: 'stay' }, 'up to date, stays as it is'],
    ['draft', [0, 4], { status: 'behind', pages: 'stay' }, 'behind (zh, en), stays as it is'],
    ['ready', [0, 1], { status: 'current', pages: null }, 'up to date'],
  ])('that are %s are told of as long as their pages are out', async (front, text, out, words) => {
    place.write('market', text, `publish: ${front}\n`);
    const { output } = await place.status();
    expect(JSON.parse(output).articles[1]).toMatchObject({ slug: 'market', published: out });
    const line = (await place.status(false)).output.split('\n')[2];
    expect(line).toMatch(/^market /);
    expect(line?.endsWith(`  ${words}`)).toBe(true);
  });

  it('are not called withdrawn where they were never out', async () => {
    place.write('pier', [6], 'publish: withdrawn\n');
    place.write('market', [0, 1], 'publish: withdrawn\n');
    expect((await place.publish()).output).toContain('a notice in their place: market\n');
    const { output } = await place.publish({ json: true });
    expect(JSON.parse(output).withdrawn).toEqual(['market']);
    const statuses = JSON.parse((await place.status()).output).articles;
    expect(statuses.at(1).published).toMatchObject({ status: 'withdrawn', pages: null });
    expect(statuses.at(2).published).toMatchObject({ status: 'never', pages: null });
  });

  it('leave a notice when they are withdrawn, and the record knows why', async () => {
    place.write('market', [0, 1], 'publish: withdrawn\n');
    const { exitCode } = await place.publish({ reason: 'the source took it back' });
    expect(exitCode).toBe(0);
    const page = place.site()[PAGE] ?? '';
    expect(page).toContain('This article was withdrawn');
    expect(page).toContain('noindex');
    expect(page).not.toContain('dawn');
    expect('en/market/index.md' in place.site()).toBe(false);
    expect(place.site()['en/index.html']).not.toContain('/market/');
    expect(place.record('market').at(-1)).toMatchObject({
      event: 'withdrawn',
      reason: 'the source took it back',
    });
    const before = place.site();
    await place.publish();
    expect(place.site()).toEqual(before);
    expect(place.record('market')).toHaveLength(2);
  });

  it('say to readers why they were withdrawn, where somebody says it to them', async () => {
    place.config = { publish: { url: 'https://news.example', variants: ['tw'] } };
    await place.publish();
    place.write('market', [0, 1], 'publish: withdrawn\n');
    const said = 'Two of the <people> quoted were not there.';
    await place.publish({ reason: 'see the letter', correction: [said] }, ['market']);
    const main = (folder: string): string =>
      mainText(place.site()[`${folder}/market/index.html`] ?? '');
    for (const folder of ['en', 'zh', 'zh-tw', 'duizhao']) {
      expect(main(folder)).toContain(said);
      expect(main(folder)).not.toContain('letter');
    }
    expect(main('zh')).toContain('本文已撤回');
    expect(main('zh')).toContain('2026年5月2日');
    expect(place.site()['zh/market/index.html']).toContain(
      '<p lang="en">Two of the &#x3C;people> quoted were not there.</p>',
    );
    // The pages in Chinese follow when somebody says it in Chinese, and the day stays.
    place.now = new Date('2026-06-03T08:00:00Z');
    await place.publish({ correction: ['文中两位发言人当时不在场。'] }, ['market']);
    expect(main('zh')).toContain('文中两位发言人当时不在场。');
    expect(main('zh-tw')).toContain('文中兩位發言人當時不在場。');
    expect(main('zh')).not.toContain('Two of');
    expect(main('zh')).toContain('2026年5月2日');
    expect(main('duizhao')).toMatch(/文中两位发言人当时不在场。\s+Two of/);
    const site = place.site();
    await place.publish({ correction: ['文中两位发言人当时不在场。'] }, ['market']);
    expect(place.record('market')).toHaveLength(3);
    expect(place.site()).toEqual(site);
    const lists = Object.entries(site).filter(([path]) => /feed|sitemap|^[^/]*\/index/.test(path));
    expect(lists.length).toBeGreaterThan(8);
    for (const [, text] of lists) expect(text).not.toContain('market/');
  });

  it('have nobody to tell where nothing was out', async () => {
    place.write('pier', [4], 'publish: withdrawn\n');
    await expect(place.publish({ correction: ['A mistake.'] }, ['pier'])).rejects.toThrow(
      'pier was never published',
    );
    expect(place.record('pier')).toEqual([]);
  });

  it('go with their article', async () => {
    for (const ending of ['md', 'review.jsonl', 'published.jsonl']) {
      rmSync(join(place.root, 'articles', `market.${ending}`));
    }
    const { output } = await place.publish();
    expect(output).toContain('Their articles are gone, and so are their pages: market\n');
    expect(PAGE in place.site()).toBe(false);
  });

  it('stay when others are named', async () => {
    const before = place.site()[PAGE];
    place.write('market', [0, 4]);
    await place.sign('market');
    const { exitCode } = await place.publish({}, ['harbour']);
    expect(exitCode).toBe(0);
    expect(place.site()[PAGE]).toBe(before);
  });
});

describe('an article that stays as it was', () => {
  beforeEach(async () => {
    place.config = { publish: { url: 'https://news.example/' } };
    for (const [at, slug] of ['market', 'harbour'].entries()) {
      place.write(slug, [at, at + 2], 'date: 2026-04-01\n');
      await place.sign(slug);
    }
    await place.publish();
    // Changed, and not signed off again.
    place.write('market', [0, 5], 'date: 2026-04-01\n');
  });

  const listing = (path: string): boolean => place.site()[path]?.includes('/market/') === true;
  const LISTS = ['en/archive/2026/index.html', 'en/feed.xml', 'sitemap.xml'];

  it('is in the lists of a later version too', async () => {
    place.version = '2.0.0';
    const { output } = await place.publish();
    expect(output).toContain('stay as they were');
    expect(output).not.toContain('no list shows them');
    expect(LISTS.map(listing)).toEqual([true, true, true]);
  });

  it('is in no list when that version cannot read what the older one wrote', async () => {
    const path = join(place.root, 'site/.duizhao-site.json');
    const manifest = place.site()['.duizhao-site.json'] ?? '';
    writeFileSync(path, manifest.replaceAll('"titleParts"', '"title-parts"'));
    place.version = '2.0.0';
    const { output } = await place.publish();
    expect(output).toContain('no list shows them');
    expect(LISTS.map(listing)).toEqual([false, false, false]);
    expect(PAGE in place.site()).toBe(true);
  });

  it('is not in the lists of editions that have come since', async () => {
    place.config = { publish: { url: 'https://news.example/', variants: ['tw'] } };
    const { output } = await place.publish();
    expect(output).not.toContain('lead nowhere');
    expect(LISTS.map(listing)).toEqual([true, true, true]);
    const site = place.site();
    expect(site['zh-tw/archive/2026/index.html']).toContain('/harbour/');
    expect(listing('zh-tw/archive/2026/index.html')).toBe(false);
    expect(site['zh-tw/feed.xml']).not.toContain('/market/');
    expect(site['sitemap.xml']).not.toContain('<loc>https://news.example/zh-tw/market/</loc>');
  });
});

/** Files of the site that a file names and that are not there: links of pages, alternates of heads, maps and feeds. */
function namesNothing(site: Readonly<Record<string, string>>): string[] {
  const there = (path: string): boolean => path in site || `${path}index.html` in site;
  const isOld = (path: string): boolean => /(?:^|\/)market\//.test(path);
  const files = Object.entries(site).filter(([path]) => /\.(html|xml|json)$/.test(path));
  return files
    .filter(([path]) => !isOld(path) && path !== '404.html')
    .flatMap(([path, text]) => {
      const named = text.matchAll(/(?:href|src)="([^"#]*)|<loc>([^<]+)|"(https:\/\/news[^"]+)"/g);
      return [...named].flatMap(([, link, loc, data]) => {
        const url = new URL(link ?? loc ?? data ?? '', `https://news.example/${path}`);
        const isOurs = url.hostname === 'news.example' && !there(url.pathname.slice(1));
        return isOurs ? [`${path} → ${url.pathname}`] : [];
      });
    });
}

describe('what an article that stays as it was is the only one to have', () => {
  const url = 'https://news.example/';
  beforeEach(async () => {
    place.config = { publish: { url, perPage: 1 } };
    place.write('harbour', [1, 3], 'date: 2026-04-02\ntags: [港口]\n');
    place.write('market', [0, 2], 'date: 2025-04-01\ntags: [渔业]\n');
    for (const slug of ['harbour', 'market']) await place.sign(slug);
    await place.publish();
  });

  it.each([
    ['a region', 'held', { variants: ['tw'] }],
    ['a region', 'refused', { variants: ['tw'] }],
    ['two regions', 'held', { variants: ['tw', 'hk'] }],
    ['a region and new folders', 'held', { variants: ['hk'], paths: { zh: 'cn' } }],
    ['new folders', 'refused', { paths: { zh: 'cn', en: 'english', bilingual: 'both' } }],
  ])('is not looked for in %s that has come since: %s', async (_what, why, publish) => {
    const held = why === 'held' ? 'publish: held\n' : '';
    place.write('market', [0, held === '' ? 4 : 2], `date: 2025-04-01\ntags: [渔业]\n${held}`);
    const before = place.site();
    place.config = { publish: { url, perPage: 1, ...publish } };
    const { output, exitCode } = await place.publish();
    expect(exitCode).toBe(why === 'held' ? 0 : 1);
    expect(output).toContain('Published 1 article');
    const site = place.site();
    expect(site[PAGE]).toBe(before[PAGE]);
    expect(namesNothing(site)).toEqual([]);
    expect(namesNothing({ ...site, 'en/x/index.html': '<a href="../gone/">' })).toHaveLength(1);
  });

  it('is named in all languages again when it goes out', async () => {
    place.write('market', [0, 2], 'date: 2025-04-01\ntags: [渔业]\npublish: held\n');
    place.config = { publish: { url, perPage: 1, variants: ['tw'] } };
    await place.publish();
    place.write('market', [0, 2], 'date: 2025-04-01\ntags: [渔业]\n');
    await place.publish();
    const now = place.site();
    const fresh = new PublishPlace();
    try {
      rmSync(fresh.root, { recursive: true });
      cpSync(place.root, fresh.root, { recursive: true });
      rmSync(join(fresh.root, 'site'), { recursive: true });
      fresh.config = place.config;
      await fresh.publish({ clean: true });
      expect(now).toEqual(fresh.site());
    } finally {
      fresh.remove();
    }
  });
});

describe('a record that cannot be read', () => {
  it('keeps its article back, and no other', async () => {
    for (const [at, slug] of ['market', 'harbour'].entries()) {
      place.write(slug, [at, at + 2]);
      await place.sign(slug);
    }
    await place.publish();
    const path = join(place.root, 'articles/market.published.jsonl');
    const record = readFileSync(path, 'utf8');
    writeFileSync(path, `${record}<<<<<<< ours\n`);
    for (let run = 0; run < 2; run += 1) {
      const { output, exitCode } = await place.publish();
      expect(exitCode).toBe(1);
      expect(output).toContain('articles/market.published.jsonl:2:1 published-conflict: ');
      expect(output).toContain('stay as they were: market');
    }
    writeFileSync(path, record);
    expect((await place.publish()).exitCode).toBe(0);
  });
});

describe('a file of all articles', () => {
  const holds = (slug: string): boolean => {
    const pairs = JSON.parse(place.site()['segments.json'] ?? '{}');
    return JSON.stringify(pairs).includes(`"${slug}"`);
  };

  beforeEach(async () => {
    place.config = { publish: { also: ['pairs'] } };
    for (const [at, slug] of ['market', 'harbour', 'pier'].entries()) {
      place.write(slug, [at, at + 2]);
      await place.sign(slug);
    }
    await place.publish();
    place.write('harbour', [4, 5]);
    await place.sign('harbour');
  });

  it('has those that are not named too, as they are out', async () => {
    const { output } = await place.publish({}, ['harbour']);
    expect(['market', 'harbour', 'pier'].map(holds)).toEqual([true, true, true]);
    expect(output).not.toContain('files that hold all articles');
    const named = place.site();
    await place.publish();
    expect(place.site()).toEqual(named);
  });

  it('has none whose text has changed since it went out, and says so', async () => {
    place.write('pier', [6, 7]);
    await place.sign('pier');
    const { output } = await place.publish({}, ['harbour']);
    expect(output).toContain(
      'Not in the files that hold all articles, since their text or a picture has changed since it went out: pier\n',
    );
    expect(['market', 'harbour', 'pier'].map(holds)).toEqual([true, true, false]);
    expect('en/pier/index.html' in place.site()).toBe(true);
    await place.publish();
    expect(holds('pier')).toBe(true);
  });
});

describe('pictures that cannot be shown', () => {
  const flat = 'x'.repeat(20);
  it.each([
    ['no picture', Buffer.from(flat), 'is no picture of a kind'],
    [
      'an SVG that acts',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'),
      'cannot be shown',
    ],
  ])('stop their article alone: %s', async (_what, bytes, said) => {
    mkdirSync(join(place.root, 'articles/pictures'));
    const name = said === 'cannot be shown' ? 'pier.svg' : 'pier.png';
    writeFileSync(join(place.root, 'articles/pictures', name), bytes);
    place.write('market', [0, 1]);
    await place.sign('market');
    place.write('harbour', [2], '', `\n![早市](pictures/${name})\n`);
    await place.sign('harbour');
    for (const hands of [0, 2]) {
      place.hands = hands;
      const { output, exitCode } = await place.publish();
      expect(exitCode).toBe(1);
      expect(output).toContain(`harbour cannot be shown: articles/pictures/${name} ${said}`);
      expect(output).toMatch(/^harbour cannot be shown: .* \(articles\/harbour\.md:7:7\)$/m);
      expect(PAGE in place.site()).toBe(true);
      expect(Object.keys(place.site()).filter((path) => path.includes('harbour'))).toEqual([]);
    }
    expect(place.record('harbour')).toEqual([]);
    rmSync(join(place.root, 'site'), { recursive: true });
    const alone = await place.publish({}, ['harbour']);
    expect(alone.output).toContain('Mend what is listed');
  });
});

describe('links inside the site', () => {
  beforeEach(async () => {
    place.write('market', [0, 1]);
    await place.sign('market');
  });

  async function withLink(url: string): Promise<string> {
    place.write('harbour', [2], '', `\n[早市](${url})\n`);
    await place.sign('harbour', { '<1>早市</1>': '<1>The market</1>' });
    return (await place.publish()).output;
  }

  it.each(['gone.md', 'market.md#s-nowhere', 'map.png', '海图.png', '../nowhere/'])(
    'that lead nowhere stop their article: %s',
    async (url) => {
      const output = await withLink(url);
      expect(output).toContain('nowhere on the site');
      const article = readFileSync(join(place.root, 'articles/harbour.md'), 'utf8').split('\n');
      const line = article.findIndex((each) => each.includes(url));
      const column = (article[line] ?? '').indexOf(url) + 1;
      const at = `articles/harbour.md:${line + 1}:${column}`;
      expect(output).toMatch(new RegExp(`  zh/harbour/index.html: \\S+ \\(${at}\\)\n`));
      const site = place.site();
      expect(Object.keys(site)).not.toContain('zh/harbour/index.html');
      expect(site['zh/index.html']).not.toContain('harbour');
      expect(PAGE in site).toBe(true);
      expect(place.record('harbour')).toEqual([]);
    },
  );

  it.each(['market.md', 'https://example.com/gone/', '/elsewhere/', 'mailto:desk@example.com'])(
    'that lead somewhere, or out, stop nobody: %s',
    async (url) => {
      await withLink(url);
      expect('zh/harbour/index.html' in place.site()).toBe(true);
    },
  );

  it('stop nobody else, however often the others go out', async () => {
    const once = await withLink('gone.md');
    const site = place.site();
    for (let run = 0; run < 3; run += 1) {
      const { output } = await place.publish();
      expect(output).toContain('zh/harbour/index.html: gone.md');
      expect(output).not.toContain('Nothing was written');
      expect(place.site()).toEqual(site);
    }
    expect(once).not.toContain('Nothing was written');
    expect(readdirSync(join(place.root, 'site/zh'))).not.toContain('harbour');
  });

  it('into a derived edition are looked up too', async () => {
    place.config = { publish: { url: 'https://news.example', variants: ['tw'] } };
    const output = await withLink('https://news.example/zh-tw/gone/');
    expect(output).toContain('zh-tw/harbour/index.html: https://news.example/zh-tw/gone/');
    await withLink('/zh-tw/market/');
    expect('zh-tw/harbour/index.html' in place.site()).toBe(true);
  });

  it('say which address leads to a heading of another article, or how to find one', async () => {
    place.write('pier', [4], '', '\n## 开航 时刻\n');
    await place.sign('pier', { '开航 时刻': 'Sailing times' });
    const meant = await withLink('pier.md#sailing-times');
    const [, id] =
      /id="(s-\w+)"[^>]*>开航 时刻/.exec(place.site()['zh/pier/index.html'] ?? '') ?? [];
    expect(meant).toContain(`: write pier.md#${id} for the heading`);
    expect(meant).not.toContain('duizhao preview');
    const lost = await withLink('pier.md#票价');
    expect(lost).toContain('zh/harbour/index.html: ../pier/#票价 (');
    expect(lost).toContain('duizhao preview');
  });

  it('may lead to files that somebody put into the site', async () => {
    await place.publish();
    mkdirSync(join(place.root, 'site/zh/harbour'), { recursive: true });
    writeFileSync(join(place.root, 'site/zh/harbour/map.png'), 'picture');
    for (const view of ['en', 'duizhao']) {
      mkdirSync(join(place.root, `site/${view}/harbour`), { recursive: true });
      writeFileSync(join(place.root, `site/${view}/harbour/map.png`), 'picture');
    }
    await withLink('map.png');
    const site = place.site();
    expect('zh/harbour/index.html' in site).toBe(true);
    expect(site['zh/harbour/map.png']).toBe('picture');
  });

  it('are told of and go out where the config says so', async () => {
    place.config = { publish: { links: 'warn' } };
    const output = await withLink('gone.md');
    expect(output).toContain('nowhere on the site');
    expect('zh/harbour/index.html' in place.site()).toBe(true);
  });

  describe('in Markdown for a generator', () => {
    async function posts(): Promise<readonly string[]> {
      const { output, exitCode } = await place.publish({ format: 'hugo' });
      expect(exitCode).toBe(output.includes('nowhere on the site') ? 1 : 0);
      return readdirSync(join(place.root, 'site-hugo/content/posts')).toSorted();
    }

    const MARKET = ['market.en.md', 'market.zh-hans.md'];

    it.each(['gone.md', '#s-nowhere', '../nowhere/', 'gone.md#s-title'])(
      'stop their article as on the site: %s',
      async (url) => {
        await withLink(url);
        expect(await posts()).toEqual(MARKET);
        expect(await posts()).toEqual(MARKET);
        expect((await place.publish({ format: 'hugo' })).output).toContain(`(articles/harbour.md:`);
        expect(place.record('harbour')).toEqual([]);
      },
    );

    it.each(['market.md', '../market/', 'market.md#s-title', '../tags/', 'map.png', '/elsewhere/'])(
      'stop nobody where they lead somewhere, or nobody knows here: %s',
      async (url) => {
        await withLink(url);
        expect(await posts()).toEqual(['harbour.en.md', 'harbour.zh-hans.md', ...MARKET]);
      },
    );

    it('stop those that link to a stopped one, in turn', async () => {
      place.write('pier', [4], '', '\n[早市](harbour.md)\n');
      await place.sign('pier', { '<1>早市</1>': '<1>The market</1>' });
      await withLink('gone.md');
      expect(await posts()).toEqual(MARKET);
    });
  });

  it('to an article that does not go out stop those that link to it, in turn', async () => {
    place.write('pier', [4], '', '\n[早市](harbour.md)\n');
    await place.sign('pier', { '<1>早市</1>': '<1>The market</1>' });
    const output = await withLink('gone.md');
    expect(output).toContain('zh/pier/index.html: harbour.md');
    expect(Object.keys(place.site()).filter((path) => /harbour|pier/.test(path))).toEqual([]);
    expect(PAGE in place.site()).toBe(true);
  });
});

describe('corrections', () => {
  beforeEach(async () => {
    place.write('market', [0, 1]);
    await place.sign('market');
    await place.publish();
    place.now = new Date('2026-06-01T08:00:00Z');
    await place.sign('market', { '鱼很快就卖光了。': 'The fish sold out at once.' });
  });

  const behind = async (): Promise<unknown> => {
    const { output } = await place.status();
    return JSON.parse(output).articles[0].published;
  };

  it('list the text as updated when nobody says more', async () => {
    expect(await behind()).toMatchObject({ status: 'behind', behind: ['en'] });
    await place.publish();
    expect(place.site()[PAGE]).toContain('The text was updated.');
    expect(place.site()['zh/market/index.html']).not.toContain('文字有更新');
    expect(await behind()).toMatchObject({ status: 'current', behind: [] });
  });

  it('say what was wrong, and wait for the other edition to follow', async () => {
    await place.publish({ correction: ['It took no time at all.'] }, ['market']);
    const page = place.site()[PAGE] ?? '';
    expect(page).toContain('It took no time at all.');
    expect(page).toMatch(/<del lang="en">The fish sold out quickly\.<\/del>/);
    expect(page).toMatch(/<ins lang="en">The fish sold out at once\.<\/ins>/);
    expect(await behind()).toMatchObject({ status: 'behind', behind: ['zh'] });
    await place.publish({ correction: ['中文版没有这个错误。'] }, ['market']);
    expect(await behind()).toMatchObject({ status: 'current' });
    expect(place.site()['zh/market/index.html']).toContain('中文版没有这个错误。');
  });

  it.each<[string, PublishFlags, readonly string[], string]>([
    ['no article', { correction: ['Wrong.'] }, [], 'name it'],
    ['two notes in a language', { correction: ['Wrong.', 'So wrong.'] }, ['market'], 'the same'],
    ['no words', { correction: ['…'] }, ['market'], 'no note to readers'],
  ])('are refused with %s', async (_what, flags, slugs, says) => {
    await expect(place.publish(flags, slugs)).rejects.toThrow(says);
    expect(place.record('market')).toHaveLength(1);
  });

  it('are refused where nothing has changed, or a word has been said of it', async () => {
    place.write('harbour', [2]);
    await place.sign('harbour');
    await place.publish({ correction: ['It took no time at all.'] }, ['market']);
    await place.publish();
    for (const slug of ['market', 'harbour']) {
      await expect(place.publish({ correction: ['Wrong.'] }, [slug])).rejects.toThrow(
        'nothing to correct',
      );
    }
  });

  it.each<[string, PublishFlags]>([
    ['with the site', {}],
    ['to another folder', { out: 'elsewhere' }],
    ['as Markdown for a generator', { format: 'hugo' }],
  ])('come after an update that went out %s', async (_where, flags) => {
    const isOut = Object.keys(flags).length === 0;
    await place.publish(flags);
    expect(await behind()).toMatchObject({
      status: 'current',
      folder: isOut ? 'current' : 'older',
    });
    const said = (await place.status(false)).output;
    expect(said.includes("up to date, older in the site's folder\n")).toBe(!isOut);
    await place.publish({ correction: ['It took no time at all.'] }, ['market']);
    const page = place.site()[PAGE] ?? '';
    expect(page).toContain('It took no time at all.');
    expect(page).not.toContain('The text was updated.');
    expect(page).toMatch(/<ins lang="en">The fish sold out at once\.<\/ins>/);
    expect(await behind()).toMatchObject({ behind: ['zh'], folder: 'current' });
    expect(place.record('market')).toHaveLength(3);
  });

  it('are of articles that the folder of the site need not have', async () => {
    const { root } = place;
    rmSync(join(root, 'site'), { recursive: true });
    expect(await behind()).toMatchObject({ folder: null });
    place.write('harbour', [2]);
    await place.sign('harbour');
    await place.publish({}, ['harbour']);
    expect(await behind()).toMatchObject({ folder: 'current' });
    expect(JSON.parse((await place.status()).output).articles[1].published).toMatchObject({
      status: 'behind',
      folder: 'missing',
    });
    // Of another version, and of nobody's making.
    for (const text of ['{"files":["a"]}', '{']) {
      writeFileSync(join(root, 'site/.duizhao-site.json'), text);
      expect(await behind()).toMatchObject({ folder: null });
    }
  });
});
