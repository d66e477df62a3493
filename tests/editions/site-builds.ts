/** Whole sites, built of our Markdown by the generators' own programs. */
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { HOME, inFolder, isPackage, run, visible, type Generator } from './generator-home.ts';

interface SiteBuild {
  readonly name: string;
  /** Packages that the site needs; a generator looks into the site's own list for some. */
  readonly packages: readonly string[];
  /** The program below its package, and what it is told. */
  readonly command: readonly [string, ...string[]];
  /** What a user writes besides the articles. */
  readonly site: Readonly<Record<string, string>>;
  /** Where the page of a file is. */
  readonly page: (path: string) => string;
}

const ASTRO: SiteBuild = {
  name: 'Astro',
  packages: ['astro'],
  command: ['astro/bin/astro.mjs', 'build'],
  site: {
    'astro.config.mjs': 'export default { markdown: { smartypants: false } };',
    'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
const loader = glob({ pattern: '**/*.md', base: './src/content/blog' });
export const collections = { blog: defineCollection({ loader }) };
`,
    'src/pages/[...path].astro': `---
import { getCollection, render } from 'astro:content';
export async function getStaticPaths() {
  const entries = await getCollection('blog');
  return entries.map((entry) => ({ params: { path: entry.id }, props: { entry } }));
}
const { entry } = Astro.props;
const { Content } = await render(entry);
---
<html><head><title>{entry.data.title}</title></head><body><h1>{entry.data.title}</h1><Content /></body></html>
`,
  },
  page: (path) => path.replace(/^src\/content\/blog\/(.*)\.md$/, 'dist/$1/index.html'),
};

const STARLIGHT: SiteBuild = {
  name: 'Starlight',
  packages: ['astro', '@astrojs/starlight'],
  command: ['astro/bin/astro.mjs', 'build'],
  site: {
    'astro.config.mjs': `import starlight from '@astrojs/starlight';
const locales = { en: { label: 'English', lang: 'en' }, 'zh-cn': { label: '简体中文', lang: 'zh-CN' } };
export default {
  markdown: { smartypants: false },
  integrations: [starlight({ title: 'News', pagefind: false, defaultLocale: 'en', locales })],
};
`,
    'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
  },
  page: (path) => path.replace(/^src\/content\/docs\/(.*)\.md$/, 'dist/$1/index.html'),
};

const DOCUSAURUS: SiteBuild = {
  name: 'Docusaurus',
  packages: [
    '@docusaurus/core',
    '@docusaurus/plugin-content-blog',
    '@docusaurus/theme-classic',
    'react',
    'react-dom',
  ],
  command: ['@docusaurus/core/bin/docusaurus.mjs', 'build', '--no-minify'],
  site: {
    'docusaurus.config.mjs': `export default {
  title: 'News',
  url: 'https://news.example',
  baseUrl: '/',
  i18n: { defaultLocale: 'en', locales: ['en', 'zh-Hans'] },
  markdown: { emoji: false },
  themes: ['@docusaurus/theme-classic'],
  plugins: [['@docusaurus/plugin-content-blog', {
    routeBasePath: '/',
    onInlineAuthors: 'ignore',
    onInlineTags: 'ignore',
    onUntruncatedBlogPosts: 'ignore',
  }]],
};
`,
  },
  page: (path) => {
    const [, folder = '', slug = ''] = /^(?:i18n\/([^/]+)\/.*|blog)\/([^/]+)\.md$/.exec(path) ?? [];
    return join('build', folder, slug, 'index.html');
  },
};

const VITEPRESS: SiteBuild = {
  name: 'VitePress',
  packages: ['vitepress'],
  command: ['vitepress/bin/vitepress.js', 'build'],
  site: {
    '.vitepress/config.mjs': `const root = { label: 'English', lang: 'en' };
export default { title: 'News', locales: { root, zh: { label: '简体中文', lang: 'zh-Hans' } } };
`,
  },
  page: (path) => join('.vitepress', 'dist', path.replace(/\.md$/, '.html')),
};

/** The visible text of every page, by the path of its file. */
function pagesOf(
  { packages, command, site, page }: SiteBuild,
  files: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const dependencies = Object.fromEntries(packages.map((name) => [name, '*']));
  const description = JSON.stringify({ private: true, dependencies });
  const all = new Map([...files, ...Object.entries(site), ['package.json', description]]);
  return inFolder(all, async (folder) => {
    const modules = join(HOME, 'node_modules');
    symlinkSync(modules, join(folder, 'node_modules'));
    const [program, ...args] = command;
    await run(process.execPath, [join(modules, program), ...args], folder);
    const read = (path: string): string => visible(readFileSync(join(folder, page(path)), 'utf8'));
    return new Map([...files.keys()].map((path) => [path, read(path)]));
  });
}

/** A site is built once for all its pages. */
function generatorOf(build: SiteBuild): Generator {
  const built = new WeakMap<ReadonlyMap<string, string>, ReturnType<typeof pagesOf>>();
  return {
    name: build.name,
    isThere: build.packages.every(isPackage),
    render: async (files, path) => {
      const pages = built.get(files) ?? pagesOf(build, files);
      built.set(files, pages);
      return (await pages).get(path) ?? '';
    },
  };
}

export const SITE_BUILDS = {
  astro: generatorOf(ASTRO),
  starlight: generatorOf(STARLIGHT),
  docusaurus: generatorOf(DOCUSAURUS),
  vitepress: generatorOf(VITEPRESS),
};
