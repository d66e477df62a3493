/** Other people's generators, as their users run them: Markdown in, pages out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  HOME,
  inFolder,
  isCommand,
  isPackage,
  load,
  run,
  visible,
  type Generator,
} from './generator-home.ts';
import { SITE_BUILDS } from './site-builds.ts';

function body(markdown: string): string {
  return markdown.replace(/^---\n[^]*?\n---\n/, '');
}

const HUGO_CONFIG = `baseURL = 'https://news.example/'
defaultContentLanguage = 'zh-hans'
defaultContentLanguageInSubdir = true
disableKinds = ['home', 'taxonomy', 'term', 'section', 'RSS', 'sitemap']
[languages.zh-hans]
[languages.en]
[markup.goldmark.extensions]
typographer = false
`;

const hugo: Generator = {
  name: 'Hugo',
  isThere: isCommand('hugo'),
  render: (files, path) => {
    const site = [
      ['config.toml', HUGO_CONFIG],
      ['layouts/_default/single.html', '{{ .Title }} {{ .Content }} {{ len .Translations }}'],
    ] as const;
    return inFolder(new Map([...files, ...site]), async (folder) => {
      await run('hugo', ['--quiet'], folder);
      const [, slug = '', lang = ''] = /posts\/(.+)\.([^.]+)\.md$/.exec(path) ?? [];
      return visible(
        readFileSync(join(folder, 'public', lang, 'posts', slug, 'index.html'), 'utf8'),
      );
    });
  },
};

const pandoc: Generator = {
  name: 'Pandoc',
  isThere: isCommand('pandoc'),
  render: (files, path) =>
    inFolder(files, async (folder) => {
      const args = ['-f', 'markdown-smart', '-t', 'html5', '--standalone', path];
      return visible(await run('pandoc', args, folder));
    }),
};

const eleventy: Generator = {
  name: 'Eleventy',
  isThere: isPackage('@11ty/eleventy'),
  render: (files, path) =>
    inFolder(files, async (folder) => {
      const program = join(HOME, 'node_modules', '@11ty', 'eleventy', 'cmd.cjs');
      await run(process.execPath, [program, '--quiet'], folder);
      const page = join(folder, '_site', path.replace(/\.md$/, '/index.html'));
      return visible(readFileSync(page, 'utf8'));
    }),
};

interface Rendered {
  readonly type: unknown;
  readonly props: { readonly children?: unknown };
}

/** The text in a tree of JSX; a component is called. */
function textInJsx(node: unknown): string {
  if (typeof node === 'string') return node;
  if (Array.isArray(node)) return node.map(textInJsx).join('');
  if (typeof node !== 'object' || node === null) return '';
  return textInJsx((node as Rendered).props.children);
}

const mdx: Generator = {
  name: 'MDX',
  isThere: isPackage('@mdx-js/mdx') && isPackage('remark-gfm'),
  render: async (files, path) => {
    const { evaluate } = (await load('@mdx-js/mdx')) as unknown as {
      evaluate: (text: string, options: object) => Promise<{ default: (props: object) => unknown }>;
    };
    const { default: gfm } = (await load('remark-gfm')) as unknown as { default: unknown };
    const jsx = (type: unknown, props: object): unknown =>
      typeof type === 'function' ? type(props) : { type, props };
    const page = await evaluate(body(files.get(path) ?? ''), {
      Fragment: 'fragment',
      jsx,
      jsxs: jsx,
      remarkPlugins: [gfm],
    });
    return textInJsx(page.default({})).replace(/\s+/g, ' ');
  },
};

export const GENERATORS = { hugo, pandoc, eleventy, mdx, ...SITE_BUILDS };
