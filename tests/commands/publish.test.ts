import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { command } from '../../src/commands/publish.ts';
import type { ArticleState } from '../../src/core/state.ts';
import { articleState } from '../editions/builder.ts';
import { StatesPlace } from '../support/states-place.ts';

const ready = articleState('market', '---\ntitle: 早市\n---\n\n鱼卖光了。\n', (unit) =>
  unit.segment.text === '早市' ? 'The morning market' : 'The fish was sold out.',
);
const open = articleState(
  'harbour',
  '---\ntitle: 港口\n---\n\n第一艘船在黎明时分驶出港口，岸上的人一直挥手，直到再也看不见它的灯光。天亮了。\u001b[2J没有人。人走了。5\n',
  (unit) => {
    const { text } = unit.segment;
    if (text === '港口') return 'The harbour';
    if (text.startsWith('第一艘')) return { status: 'draft', target: 'The first ship left.' };
    if (text === '天亮了。') return { status: 'stale', target: 'It was light.' };
    if (text === '人走了。') return { status: 'changed', target: 'They left.' };
    return {};
  },
);
const held = articleState('later', '---\ntitle: 以后\npublish: held\n---\n', () => ({}));
const damaged: ArticleState = {
  ...ready,
  article: { ...ready.article, slug: 'damaged' },
  problems: [
    {
      check: 'json',
      severity: 'error',
      slug: 'damaged',
      place: { file: 'locales/zh/damaged.json', line: 3, column: 1 },
      values: {},
    },
  ],
};

let place: StatesPlace;
let root = '';
beforeEach(() => {
  place = new StatesPlace();
  ({ root } = place);
});
afterEach(() => place.remove());

interface Flags {
  readonly format?: 'hugo';
  readonly drafts?: boolean;
  readonly json?: boolean;
  readonly out?: string;
  readonly reason?: string;
  readonly correction?: readonly string[];
  readonly clean?: boolean;
}

async function publish(
  states: readonly ArticleState[],
  flags: Flags = {},
  slugs: readonly string[] = [],
  config: unknown = {},
) {
  const services = place.services(states, config);
  return command.run(services, { drafts: false, clean: false, json: false, ...flags }, slugs);
}

function oldSite(): void {
  mkdirSync(join(root, 'site'));
  writeFileSync(join(root, 'site', '.duizhao-site.json'), '{"files":["old.html"]}\n');
  writeFileSync(join(root, 'site', 'old.html'), 'old');
}

const site = (): string[] => readdirSync(join(root, 'site')).sort();
const page = (path: string): string => readFileSync(join(root, 'site', path), 'utf8');

describe('publish', () => {
  it('puts the new site in the place of the old one', async () => {
    oldSite();
    const { output, exitCode } = await publish([ready]);
    expect(exitCode).toBe(0);
    expect(output).toBe(
      "No feeds, sitemap.xml or robots.txt: they hold absolute links. Set the config's “publish.url” for them.\n" +
        'Published 1 article to site: 17 files new or changed, 0 as before.\n',
    );
    expect(site()).toEqual([
      '.duizhao-site.json',
      '404.html',
      'duizhao',
      'en',
      'index.html',
      'reader.js',
      'site-icon.svg',
      'style.css',
      'zh',
    ]);
    expect(page('en/market/index.html')).toContain('The fish was sold out.');
  });

  it('writes feeds and a map for search engines when it knows the address of the site', async () => {
    const config = { publish: { url: 'https://news.example' } };
    const { output } = await publish([ready], {}, [], config);
    expect(output).toBe('Published 1 article to site: 23 files new or changed, 0 as before.\n');
    expect(page('sitemap.xml')).toContain('<loc>https://news.example/en/market/</loc>');
    expect(page('zh/feed.xml')).toContain('<id>https://news.example/zh/market/</id>');
    expect(page('robots.txt')).toContain('https://news.example/sitemap.xml');
  });

  it('writes Markdown for another generator beside the site, not in its place', async () => {
    await publish([ready]);
    const { output, exitCode } = await publish([ready], { format: 'hugo' });
    expect(exitCode).toBe(0);
    expect(output).toBe('Published 1 article to site-hugo: 2 files new or changed, 0 as before.\n');
    const posts = readdirSync(join(root, 'site-hugo', 'content', 'posts'));
    expect(posts.toSorted()).toEqual(['market.en.md', 'market.zh-hans.md']);
    expect(site()).toContain('index.html');
    expect((await publish([ready], { format: 'hugo' })).output).toContain('0 files new or changed');
    expect((await publish([ready])).output).toContain('0 files new or changed, 17 as before');
  });

  it('changes nothing when it runs again', async () => {
    await publish([ready]);
    const { output } = await publish([ready]);
    expect(output).toContain('0 files new or changed, 17 as before');
  });

  it('refuses an article with unreviewed segments, lists them, and leaves the old site', async () => {
    oldSite();
    const { output, exitCode } = await publish([ready, open]);
    expect(exitCode).toBe(1);
    expect(site()).toEqual(['.duizhao-site.json', 'old.html']);
    const keys = open.units.filter((unit) => unit.key !== '').map((unit) => unit.key);
    expect(output).toBe(
      [
        'harbour: not ready, 4 reasons',
        `  ${keys[1]}  draft`,
        '    zh  第一艘船在黎明时分驶出港口，岸上的人一直挥手，直到再也看不见它…',
        '    en  The first ship left.',
        `  ${keys[2]}  stale`,
        '    zh  天亮了。',
        '    en  It was light.',
        `  ${keys[3]}  untranslated`,
        '    zh  ␛[2J没有人。',
        '    en  (none)',
        `  ${keys[4]}  changed since sign-off`,
        '    zh  人走了。',
        '    en  They left.',
        'Nothing was written; the site stays as it was. Review what is listed, or publish it marked as unreviewed with --drafts --reason.',
        '',
      ].join('\n'),
    );
  });

  it('lets drafts out, marked, and says which', async () => {
    const { output, exitCode } = await publish([ready, open], {
      drafts: true,
      reason: 'press night',
    });
    expect(exitCode).toBe(0);
    expect(output).toContain('harbour: 4 unreviewed segments, marked on the page\n');
    expect(page('en/harbour/index.html')).toContain('noindex');
    expect(page('en/market/index.html')).not.toContain('noindex');
  });

  it('publishes the named articles alone, and says which it leaves out', async () => {
    const { output, exitCode } = await publish([ready, open], {}, ['market']);
    expect(exitCode).toBe(0);
    expect(output).toContain('Not named, and not on the site: harbour\n');
    expect(readdirSync(join(root, 'site', 'en')).sort()).toEqual([
      'archive',
      'index.html',
      'market',
    ]);
  });

  it('skips an article that is held back, even with drafts', async () => {
    const { output, exitCode } = await publish([ready, held], {
      drafts: true,
      reason: 'press night',
    });
    expect(exitCode).toBe(0);
    expect(output).toContain('later: held back (publish: held)\n');
    expect(page('en/index.html')).not.toContain('later');
  });

  it('never puts an empty site in the place of one that stands', async () => {
    oldSite();
    const { output, exitCode } = await publish([held]);
    expect(exitCode).toBe(1);
    expect(output).toContain('No article to publish');
    expect(site()).toEqual(['.duizhao-site.json', 'old.html']);
  });

  it.each([false, true])('refuses files with errors, drafts or not (%s)', async (drafts) => {
    const { output, exitCode } = await publish([damaged], { drafts, reason: 'press night' });
    expect(exitCode).toBe(1);
    expect(output).toContain('locales/zh/damaged.json:3:1 json:');
    expect(output).toContain('--drafts does not let errors out');
  });

  it('names an article that is near when the slug is wrong', async () => {
    await expect(publish([ready], {}, ['markte'])).rejects.toThrow('market');
  });

  it.each(['../elsewhere', '/elsewhere', '.'])(
    'keeps the config from writing to %s',
    async (folder) => {
      await expect(publish([ready], {}, [], { publish: { folder } })).rejects.toThrow('--out');
    },
  );

  it('writes to the folder that --out names', async () => {
    const out = join(root, 'elsewhere', 'deep');
    const { exitCode } = await publish([ready], { out });
    expect(exitCode).toBe(0);
    expect(readdirSync(out)).toContain('style.css');
  });

  it('leaves a folder alone that holds files of somebody else', async () => {
    mkdirSync(join(root, 'mine'));
    writeFileSync(join(root, 'mine', 'letter.txt'), 'dear');
    await expect(publish([ready], { out: 'mine' })).rejects.toThrow('--out');
    expect(readdirSync(join(root, 'mine'))).toEqual(['letter.txt']);
  });

  it('names what an earlier run has left and nobody can take away, and goes on', async () => {
    const services = place.services([ready], {});
    const left = ['.site.0123abcd.new'];
    const openPress: typeof services.openPress = async (workspace) => {
      const press = await services.openPress(workspace);
      return { ...press, openSite: (folder) => Object.assign(press.openSite(folder), { left }) };
    };
    const flags = { drafts: false, clean: false, json: false };
    const { output, exitCode } = await command.run({ ...services, openPress }, flags, []);
    expect(exitCode).toBe(0);
    expect(output).toContain('cannot be taken away, so remove it: .site.0123abcd.new\n');
    expect((await publish([ready])).output).not.toContain('taken away');
  });

  it('prints one object with --json', async () => {
    const { output, exitCode } = await publish([ready, open, held], { json: true });
    expect(exitCode).toBe(1);
    const report = JSON.parse(output);
    expect(report).toMatchObject({
      verdict: 'partly',
      published: [{ slug: 'market', unreviewed: 0 }],
      kept: [],
      held: ['later'],
      unnamed: [],
    });
    expect(report.refused).toHaveLength(1);
    expect(report.refused[0].segments[0]).toEqual({
      key: open.units.find((unit) => unit.status === 'draft')?.key,
      status: 'draft',
      zh: '第一艘船在黎明时分驶出港口，岸上的人一直挥手，直到再也看不见它的灯光。',
      en: 'The first ship left.',
    });
  });
});
