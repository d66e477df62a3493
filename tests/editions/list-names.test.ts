/** The folders of lists, and articles whose names are like theirs. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isListFolder, LIST_FOLDERS } from '../../src/core/slug.ts';
import { checkedSlug } from '../../src/formats/intake/slug.ts';
import { PublishPlace } from '../support/publish-place.ts';
import { articleState, OPTIONS, renderTexts } from './builder.ts';

const TAGS = ['economy', 'index', '早市', 'C++', '2026', 'page', 'tags'];

function article(slug: string, date: string) {
  const text = `---\ntitle: Tea\ndate: ${date}\ntags: ${JSON.stringify(TAGS)}\n---\n`;
  return articleState(slug, text, () => '茶');
}

function siteOf(slugs: readonly string[]) {
  const states = slugs.map((slug, at) => article(slug, `${2024 + at}-05-06`));
  return renderTexts(states, { ...OPTIONS, url: 'https://news.example/', perPage: 1 });
}

it('stand in these folders of an edition, and in no others', () => {
  const slugs = ['tea', 'salt', 'rice'];
  const paths = [...siteOf(slugs).keys()].filter((path) => path.startsWith('zh/'));
  const folders = paths.flatMap((path) => path.split('/').slice(1, -1).slice(0, 1));
  const lists = new Set(folders.filter((folder) => !slugs.includes(folder)));
  expect([...lists].sort()).toEqual(Object.values(LIST_FOLDERS).sort());
});

it.each(['2026', 'economy', 'index', 'feed', '404', 'page-2', 'zh', 'subjects'])(
  'an article may be called %s',
  (slug) => {
    expect(isListFolder(checkedSlug(slug))).toBe(false);
    const [own, without] = [siteOf(['tea', slug]), siteOf(['tea', 'salt'])];
    const lists = (paths: ReadonlyMap<string, string>): string[] =>
      [...paths.keys()].filter((path) => !/^[^/]+\/(?:salt|tea)\//.test(path)).sort();
    const pages = ['zh', 'en', 'duizhao'].flatMap((view) => [`${view}/${slug}/index.html`]);
    expect(
      lists(own).filter(
        (path) => !path.includes(`/${slug}/index.`) || lists(without).includes(path),
      ),
    ).toEqual(lists(without));
    for (const path of pages) expect(own.get(path)).toContain('<body class="article');
  },
);

describe.each(Object.values(LIST_FOLDERS))('an article called %s', (slug) => {
  let place: PublishPlace;
  beforeEach(async () => {
    place = new PublishPlace();
    place.write(slug, [0, 1], 'tags: [tea]\n');
    place.write('market', [2], 'tags: [tea]\n');
    await place.sign(slug);
    await place.sign('market');
  });
  afterEach(() => place.remove());

  it('is kept off the site, with what to do', async () => {
    const { output, exitCode } = await place.publish();
    expect(exitCode).toBe(1);
    expect(output).toContain(
      `articles/${slug}.md:1:1 list-address: the site's lists stand at “${slug}/”, so no article can have this name: rename it,`,
    );
    const site = place.site();
    expect(site['zh/tags/index.html']).toContain('<body class="tags');
    expect(Object.keys(site).filter((path) => path.includes(`/${slug}/index.md`))).toEqual([]);
    expect('zh/market/index.html' in site).toBe(true);
  });

  it('is not added', () => {
    expect(() => checkedSlug(slug)).toThrow('choose another slug');
  });

  it('has the address where the config lets it out', async () => {
    place.config = { checks: { severity: { 'list-address': 'off' } } };
    expect((await place.publish()).exitCode).toBe(0);
    expect(place.site()[`zh/${slug}/index.html`]).toContain('<body class="article');
  });
});
