/** Markdown for other generators: what is read on their pages is what stands in the article. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { plainText } from '../../src/core/tags.ts';
import type { FlavourName } from '../../src/core/flavours.ts';
import { FLAVOUR_EDITIONS, loadFlavour } from '../../src/editions/flavours/index.ts';
import { renderEditions } from '../../src/editions/index.ts';
import { root } from '../support/source.ts';
import { articleState, OPTIONS } from './builder.ts';
import { GENERATORS } from './generators.ts';

const SIGNS = readFileSync(join(root, 'tests/fixtures/flavours/signs.md'), 'utf8');
const signs = articleState('signs', SIGNS, ({ segment }) => `译：${segment.text}`);

async function filesFor(name: FlavourName, states = [signs]): Promise<ReadonlyMap<string, string>> {
  const files = renderEditions(states, OPTIONS, { instead: await loadFlavour(name) });
  return new Map([...files].map(([path, content]) => [path, String(content)]));
}

const PATHS: Readonly<Record<FlavourName, readonly string[]>> = {
  astro: ['en', 'zh', 'duizhao'].map((view) => `src/content/blog/${view}/signs.md`),
  docusaurus: ['blog/signs.md', 'i18n/zh-Hans/docusaurus-plugin-content-blog/signs.md'],
  eleventy: ['en/signs.md', 'zh/signs.md', 'duizhao/signs.md'],
  hugo: ['content/posts/signs.en.md', 'content/posts/signs.zh-hans.md'],
  pandoc: ['en/signs.md', 'zh/signs.md', 'duizhao/signs.md'],
  plain: ['en/signs/index.md', 'zh/signs/index.md', 'duizhao/signs/index.md'],
  starlight: ['src/content/docs/en/signs.md', 'src/content/docs/zh-cn/signs.md'],
  vitepress: ['signs.md', 'zh/signs.md', 'duizhao/signs.md'],
};

describe.each(FLAVOUR_EDITIONS)('for $id', ({ id }) => {
  it('the files are where it looks for them, and nothing is beside them', async () => {
    expect([...(await filesFor(id)).keys()].toSorted()).toEqual(PATHS[id].toSorted());
  });

  it('the front matter says the same in each language', async () => {
    const files = await filesFor(id);
    for (const [at, path] of PATHS[id].slice(0, 2).entries()) {
      const [, yaml = ''] = /^---\n([^]*?)\n---\n/.exec(files.get(path) ?? '') ?? [];
      const front = parse(yaml) as Record<string, unknown>;
      const title = `${at === 0 ? '' : '译：'}Signs：“all” {{ of }} #them < 5 & {x}`;
      // Pandoc reads it as Markdown: its page is looked at below.
      expect(id === 'pandoc' ? title : front['title']).toBe(title);
      expect(front['weather']).toBe('sunny: {{ z }}');
      expect(String(front['date'])).toContain('2026-05-06');
    }
  });
});

const GONE = "alert('gone')";

/** The texts that a reader has to see in a language, in pieces where markup stands between them. */
function pieces(lang: 'zh' | 'en'): string[] {
  return signs.units.flatMap((unit) => {
    if (signs.article.blocks[unit.segment.block]?.kind === 'field') return [];
    const text = lang === 'en' ? unit.segment.text : (unit.pair?.zh ?? unit.segment.text);
    return (
      text
        .split(/<\/?\d+\/?>/)
        .map((piece) => plainText(piece).replace(/\s+/g, ' ').trim())
        // A script is not shown, on any page.
        .filter((piece) => piece !== '' && piece !== GONE)
    );
  });
}

const CODE = 'const a = "{{ block }} {{< fenced >}}{% y %}";';
const ON_PAGES: readonly [FlavourName, keyof typeof GENERATORS][] = [
  ['hugo', 'hugo'],
  ['pandoc', 'pandoc'],
  ['eleventy', 'eleventy'],
  ['docusaurus', 'docusaurus'],
  ['starlight', 'starlight'],
  ['astro', 'astro'],
  ['vitepress', 'vitepress'],
];

/** Those whose pages have the title of the front matter. */
const SHOWS_TITLE = new Set(['hugo', 'docusaurus', 'starlight', 'astro', 'vitepress']);

function titleIn(lang: 'zh' | 'en'): string {
  return `${lang === 'en' ? '' : '译：'}Signs：“all” {{ of }} #them < 5 & {x}`;
}

describe.each(ON_PAGES)('%s, by %s', (flavour, generator) => {
  const { isThere, render } = GENERATORS[generator];
  const files = filesFor(flavour);

  it.skipIf(!isThere).each([
    ['en', 0],
    ['zh', 1],
  ] as const)(
    `shows every text in %s as it stands in the article`,
    async (lang, at) => {
      const shown = await render(await files, PATHS[flavour][at] ?? '');
      const titles = SHOWS_TITLE.has(generator) ? [titleIn(lang)] : [];
      const expected = [
        ...pieces(lang),
        ...titles,
        CODE,
        '{{< short >}}',
        '{{< open',
        'More of it',
      ];
      expect(expected.length).toBeGreaterThan(30);
      expect(expected.filter((piece) => !shown.includes(piece))).toEqual([]);
      expect(shown).not.toContain(GONE);
      expect(shown).not.toContain('&#x');
    },
    240_000,
  );
});

it.skipIf(!GENERATORS.pandoc.isThere)('shows the title by Pandoc as it stands', async () => {
  const shown = await GENERATORS.pandoc.render(await filesFor('pandoc'), 'en/signs.md');
  expect(shown).toContain('Signs：“all” {{ of }} #them < 5 & {x}');
});

it.skipIf(!GENERATORS.mdx.isThere)(
  'compiles as MDX whatever a paragraph holds',
  async () => {
    const sign = fc.constantFrom(
      ...'{}<>/=`*_[]()!#:;&|~$^@\\"\'-+.%',
      'import ',
      'export ',
      'a',
      '字',
      ' ',
    );
    const line = fc
      .array(sign, { minLength: 1, maxLength: 12 })
      .map((signs) => `x\n\n${signs.join('').trim()}`);
    await fc.assert(
      fc.asyncProperty(line, async (text) => {
        const state = articleState('any', `${text}\n`, () => '译');
        const files = await filesFor('docusaurus', [state]);
        const pages = [...files.keys()].map((path) => GENERATORS.mdx.render(files, path));
        const shown = (await Promise.all(pages)).join(' ');
        for (const { segment } of state.units) {
          const texts = segment.text.split(/<\/?\d+\/?>/).map((part) => plainText(part).trim());
          for (const part of texts) expect(shown).toContain(part.replace(/\s+/g, ' '));
        }
      }),
      { numRuns: 100 },
    );
  },
  60_000,
);
