/** The package as a user gets it: packed, installed into an empty prefix, run in an empty folder. */
import { execFile, spawnSync } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtProgram } from './support/built.ts';
import { root } from './support/source.ts';

const execute = promisify(execFile);

/** Not copied: what git ignores, and what is no part of any package. */
const LEFT_OUT = new Set([
  '.git',
  'node_modules',
  'dist',
  'coverage',
  '.duizhao',
  '.sample',
  'site',
]);

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

let place: string;
let packed: Packed;

const environment = () => ({
  PATH: [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter),
  HOME: place,
  LANG: 'C.UTF-8',
  DUIZHAO_STATE: join(place, 'state'),
  npm_config_cache: join(place, 'cache'),
  npm_config_update_notifier: 'false',
});

async function npm(cwd: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await execute('npm', [...args], { cwd, env: environment() });
  return stdout;
}

/** A copy of the repository with today's build in it, so that packing never races with a build. */
async function stage(): Promise<string> {
  const folder = join(place, 'repository');
  await mkdir(folder);
  cpSync(root, folder, {
    recursive: true,
    filter: (path) => !LEFT_OUT.has(path.slice(root.length + 1).split('/')[0] ?? ''),
  });
  const built = await builtProgram();
  await cp(built.folder, join(folder, 'dist'), { recursive: true });
  await built.remove();
  return folder;
}

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'duizhao-package-'));
  const folder = await stage();
  const answer: unknown = JSON.parse(
    await npm(folder, 'pack', '--json', '--ignore-scripts', '--pack-destination', place),
  );
  // npm 11 answers with a list, npm 12 with an object by name.
  packed = Object.values(answer as Readonly<Record<string, Packed>>)[0] as Packed;
  const options = ['--global', '--offline', '--ignore-scripts', '--no-audit', '--no-fund'];
  const prefix = join(place, 'prefix');
  await npm(place, 'install', ...options, '--prefix', prefix, join(place, packed.filename));
  await mkdir(join(place, 'newsroom'));
});

afterAll(() => rm(place, { recursive: true, force: true }));

function run(...args: readonly string[]): { code: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(join(place, 'prefix', 'bin', 'duizhao'), args, {
    cwd: join(place, 'newsroom'),
    env: environment(),
    encoding: 'utf8',
  });
  return { code: status, stdout, stderr };
}

it('holds what a user needs and nothing else', () => {
  const names = packed.files.map(({ path }) => path.split('/')[0] ?? '');
  // npm takes every README along.
  const expected = ['CHANGELOG.md', 'LICENSE', 'README.md', 'README.zh.md', 'dist', 'package.json'];
  // Those that are not written yet cannot be packed.
  const present = expected.filter((name) => name === 'dist' || existsSync(join(root, name)));
  expect([...new Set(names)].sort()).toEqual(present);
  expect(packed.files.map(({ path }) => path)).not.toContain('dist/meta.json');
});

it('brings the licences of the code that it bundles', async () => {
  const folder = join(place, 'prefix', 'lib', 'node_modules', 'duizhao', 'dist');
  const text = await readFile(join(folder, 'THIRD-PARTY-LICENSES.md'), 'utf8');
  expect(text).toMatch(/^## ink \d\S* \(MIT\)$/m);
  expect(text.includes('no licence named')).toBe(false);
});

describe('installed', () => {
  it('says its version', async () => {
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(run('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('sets up a workspace in an empty folder, and knows it', () => {
    const init = run('init');
    expect(init).toMatchObject({ code: 0, stderr: '' });
    expect(existsSync(join(place, 'newsroom', 'duizhao.config.json'))).toBe(true);
    const status = run('status');
    expect(status).toMatchObject({ code: 0, stderr: '' });
    expect(status.stdout).toContain('duizhao add');
  });

  it('is not green over nothing', () => {
    const { code, stdout, stderr } = run('check');
    expect(code).toBe(1);
    expect(stdout + stderr).not.toContain('GREEN');
  });
});

it.each(['20.20.2', '22.12.0'])('says in one sentence that Node %s is too old', (version) => {
  const pretend = `Object.defineProperty(process.versions, 'node', { value: '${version}' })`;
  const entry = join(place, 'prefix', 'lib', 'node_modules', 'duizhao', 'dist', 'duizhao.js');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`, entry, 'status'],
    { env: environment(), encoding: 'utf8' },
  );
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^duizhao needs Node\.js 22\.13 or newer, this is [\d.]+: [^\n]+\.\n$/);
  expect(stderr).toContain(version);
});
