/** The built program run from outside, in a workspace of its own: arguments in, text and exit code out. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach } from 'vitest';
import { runWarm } from './warm-runs.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const program = join(root, 'dist', 'duizhao.js');

export interface CliResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

export interface CliOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string | Uint8Array;
}

export type CliFiles = Readonly<Record<string, string | Uint8Array>>;

/** A folder to run the program in, with a place for its journal outside of it. */
export interface CliPlace {
  readonly folder: string;
  readonly state: string;
  /** Runs the program as a user does, in a process of its own. */
  readonly run: (args: readonly string[], options?: CliOptions) => Promise<CliResult>;
  /**
   * Runs it in a process that stays, in a tenth of the time: for tables of many runs, where others in the same
   * file are of processes of their own.
   */
  readonly runWarm: (args: readonly string[], options?: CliOptions) => Promise<CliResult>;
  /** A file of the folder as text; empty when there is none. */
  readonly read: (path: string) => Promise<string>;
  readonly write: (files: CliFiles) => Promise<void>;
  /** Hash by path of every file in the folder, but for the cache, which may come and go. */
  readonly hashes: () => Promise<Readonly<Record<string, string>>>;
  readonly remove: () => Promise<void>;
}

async function writeFiles(folder: string, files: CliFiles): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

async function hashAll(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('/.duizhao/'))
    .sort();
  const hashes = await Promise.all(
    paths.map(async (path) => [
      path.slice(folder.length + 1),
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    ]),
  );
  return Object.fromEntries(hashes) as Record<string, string>;
}

function environmentOf(base: string, extra: CliOptions['environment']): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: base,
    DUIZHAO_STATE: join(base, 'state'),
    DUIZHAO_USER: 'mei',
    ...extra,
  };
}

function runIn(base: string, args: readonly string[], options: CliOptions): Promise<CliResult> {
  if (!existsSync(program)) throw new Error('dist/duizhao.js is missing: run `npm run build`.');
  const child = spawn(process.execPath, [program, ...args], {
    cwd: join(base, 'workspace'),
    env: environmentOf(base, options.environment),
  });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => (texts[name] += text));
  }
  // A program that ends without reading its input is no fault of the test.
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  const { promise, resolve, reject } = Promise.withResolvers<CliResult>();
  child.on('error', reject);
  child.on('close', (code) => resolve({ ...texts, code }));
  return promise;
}

const places: CliPlace[] = [];

afterEach(async () => {
  for (const place of places.splice(0)) await place.remove();
});

/** A folder that holds these files, gone after the test. It is no workspace unless they make it one. */
export async function makeCliPlace(files: CliFiles = {}): Promise<CliPlace> {
  const base = await mkdtemp(join(tmpdir(), 'duizhao-cli-'));
  const folder = join(base, 'workspace');
  await mkdir(folder);
  await writeFiles(folder, files);
  const place: CliPlace = {
    folder,
    state: join(base, 'state'),
    run: (args, options = {}) => runIn(base, args, options),
    runWarm: (args, { environment, input = '' } = {}) =>
      runWarm({ args, cwd: folder, environment: environmentOf(base, environment), input }),
    read: (path) => readFile(join(folder, path), 'utf8').catch(() => ''),
    write: (more) => writeFiles(folder, more),
    hashes: () => hashAll(folder),
    remove: () => rm(base, { recursive: true, force: true }),
  };
  places.push(place);
  return place;
}

/** A copy of a folder of the repository. */
export async function copyCliPlace(source: string): Promise<CliPlace> {
  const place = await makeCliPlace();
  await cp(join(root, source), place.folder, { recursive: true });
  return place;
}

/** What no user may see: a stack trace, or the name of an error class. */
export const TRACE = /^\s+at .+:\d+|\b[A-Z]\w*Error\b|node:internal|\[object /m;
