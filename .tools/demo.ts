/**
 * `npm run demo`: the site of the sample articles that have been reviewed, in `site/` or the folder that is
 * named; with `--serve`, on a server of this machine. The sample itself stays as it is.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { openPreviewServer } from '../src/io/preview-server.ts';
import { root, run, toolEnvironment } from './run.ts';

const CONFIG = {
  publish: {
    url: 'https://example.org/',
    name: { zh: '双语早报', en: 'The Bilingual Morning' },
    granularity: 'sentence',
    variants: [],
  },
};

/** The sample's picture is at an address that nobody answers at; the demo has one of its own. */
const PICTURE = {
  article: '2026-09-25-shuche-jinshan',
  address: 'https://example.com/images/shuche-shiqiao.jpg',
  /** From the articles. */
  path: 'pictures/shuche-shiqiao.svg',
};

interface Progress {
  readonly slug: string;
  readonly segments: number;
  readonly done: number;
}

const { values, positionals } = parseArgs({
  options: { serve: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const site = resolve(positionals[0] ?? join(root, 'site'));
const program = join(root, 'dist', 'duizhao.js');

/** Runs the program without a word; gives back what it printed. Throws Error when it fails. */
function quietly(workspace: string, args: readonly string[]): string {
  const options = { cwd: workspace, env: toolEnvironment(environmentOf(workspace)) };
  const { status, stdout, stderr } = spawnSync('node', [program, ...args], {
    ...options,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
  return stdout;
}

function environmentOf(workspace: string): Readonly<Record<string, string>> {
  return { DUIZHAO_STATE: join(workspace, '.state'), DUIZHAO_USER: 'demo' };
}

/** Articles without an open segment. */
function reviewed(workspace: string): string[] {
  const { articles } = JSON.parse(quietly(workspace, ['status', '--json'])) as {
    articles: readonly Progress[];
  };
  return articles.filter(({ segments, done }) => segments === done).map(({ slug }) => slug);
}

function addPicture(workspace: string): void {
  const { article, address, path } = PICTURE;
  const file = join(workspace, 'articles', `${article}.md`);
  writeFileSync(file, readFileSync(file, 'utf8').replace(address, path));
  cpSync(join(root, '.tools', 'demo-picture.svg'), join(workspace, 'articles', path));
}

/** Builds the site; 0 when it stands. */
function demo(workspace: string): number {
  for (const folder of ['articles', 'locales']) {
    cpSync(join(root, folder), join(workspace, folder), { recursive: true });
  }
  writeFileSync(join(workspace, 'duizhao.config.json'), JSON.stringify(CONFIG));
  addPicture(workspace);
  const args = ['publish', '--out', site, ...reviewed(workspace)];
  const environment = environmentOf(workspace);
  return run('node', [program, ...args], { cwd: workspace, environment });
}

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** Serves the site until Ctrl-C: links lead to folders, which a browser does not open from a disk. */
async function serve(): Promise<string> {
  const paths = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const files = new Map(
    paths.map((path) => [`/${relative(site, path).replaceAll(sep, '/')}`, readFileSync(path)]),
  );
  const server = await openPreviewServer({
    host: '127.0.0.1',
    port: null,
    answer: async (path) => {
      const name = path.endsWith('/') ? `${path}index.html` : path;
      const body = files.get(name);
      const type = TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'text/plain; charset=utf-8';
      if (body !== undefined) return { status: 200, type, body };
      return { status: 404, type: 'text/html; charset=utf-8', body: files.get('/404.html') ?? '' };
    },
  });
  process.once('SIGINT', () => void server.close());
  return server.address;
}

const workspace = mkdtempSync(join(tmpdir(), 'duizhao-demo-'));
try {
  const built = existsSync(program) ? 0 : run('node', ['.tools/build.ts']);
  process.exitCode = built === 0 ? demo(workspace) : built;
} finally {
  rmSync(workspace, { recursive: true, force: true });
}
if (process.exitCode === 0) {
  console.log(`\n${values.serve ? await serve() : join(site, 'index.html')}`);
}
