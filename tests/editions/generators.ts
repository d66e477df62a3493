/** Other people's generators, as their users run them: Markdown in, pages out. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../support/source.ts';
import { parsePage, textOf } from './html.ts';

export interface Generator {
  /** How the tests call it. */
  readonly name: string;
  readonly isThere: boolean;
  /** The visible text of the page that it makes of the file at this path. */
  readonly render: (files: ReadonlyMap<string, string>, path: string) => Promise<string>;
}

const HOME = join(root, 'tests', 'generators');
/** Finds a package of the generators; none of them is among the project's own. */
const ofGenerators = createRequire(join(HOME, 'package.json'));

function isCommand(name: string): boolean {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .some((folder) => existsSync(join(folder, name)));
}

function isPackage(name: string): boolean {
  return existsSync(join(HOME, 'node_modules', name, 'package.json'));
}

function load(name: string): Promise<Record<string, never>> {
  return import(pathToFileURL(ofGenerators.resolve(name)).href);
}

/** The visible text, white space folded. */
function visible(html: string): string {
  return textOf(parsePage(html)).replace(/\s+/g, ' ');
}

function body(markdown: string): string {
  return markdown.replace(/^---\n[^]*?\n---\n/, '');
}

function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} said: ${stdout}${stderr}`);
  return stdout;
}

async function inFolder<Result>(
  files: ReadonlyMap<string, string>,
  work: (folder: string) => Result | Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-generator-'));
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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
    return inFolder(new Map([...files, ...site]), (folder) => {
      run('hugo', ['--quiet'], folder);
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
    inFolder(files, (folder) =>
      visible(run('pandoc', ['-f', 'markdown-smart', '-t', 'html5', '--standalone', path], folder)),
    ),
};

const eleventy: Generator = {
  name: 'Eleventy',
  isThere: isPackage('@11ty/eleventy'),
  render: (files, path) =>
    inFolder(files, (folder) => {
      const program = join(HOME, 'node_modules', '@11ty', 'eleventy', 'cmd.cjs');
      run(process.execPath, [program, '--quiet'], folder);
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

const vitepress: Generator = {
  name: 'VitePress',
  isThere: isPackage('vitepress'),
  render: (files, path) =>
    inFolder(files, async (folder) => {
      const { createMarkdownRenderer } = (await import(
        pathToFileURL(join(HOME, 'node_modules/vitepress/dist/node/index.js')).href
      )) as { createMarkdownRenderer: (folder: string) => Promise<MarkdownRenderer> };
      const markdown = await createMarkdownRenderer(folder);
      const template = await markdown.render(files.get(path) ?? '', { path });
      const vue = ofGenerators('vue') as { createSSRApp: (component: object) => unknown };
      const { renderToString } = ofGenerators('vue/server-renderer') as {
        renderToString: (app: unknown) => Promise<string>;
      };
      return visible(await renderToString(vue.createSSRApp({ template })));
    }),
};

interface MarkdownRenderer {
  readonly render: (text: string, env: object) => string | Promise<string>;
}

export const GENERATORS = { hugo, pandoc, eleventy, mdx, vitepress };
