/** What is asked of git: who works here, and how it merges the workspace's files. */
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { readIfThere, writeIfChanged } from './atomic-file.ts';
import { fileError } from './text-file.ts';

/** git's output; null when it fails, or is not there: all the same to the callers. */
function run(cwd: string, args: readonly string[]): string | null {
  try {
    const stdio: ['ignore', 'pipe', 'ignore'] = ['ignore', 'pipe', 'ignore'];
    return execFileSync('git', args, { cwd, timeout: 5000, encoding: 'utf8', stdio });
  } catch {
    return null;
  }
}

function git(cwd: string, ...args: readonly string[]): string | null {
  const output = run(cwd, args)?.trim() ?? '';
  return output === '' ? null : output;
}

/** git's user.name for a folder, or null. */
export function gitUser(cwd: string): string | null {
  return git(cwd, 'config', 'user.name');
}

const ATTRIBUTES_FILE = '.gitattributes';
const ATTRIBUTES = [
  'locales/*/*.json merge=duizhao',
  'articles/*.review.jsonl merge=duizhao',
  'articles/*.published.jsonl merge=duizhao',
] as const;

async function readAttributes(folder: string): Promise<string | null> {
  const bytes = await readIfThere(join(folder, ATTRIBUTES_FILE));
  return bytes?.toString('utf8') ?? null;
}

function withLines(text: string, lines: readonly string[]): string {
  const gap = text === '' || text.endsWith('\n') ? '' : '\n';
  return `${text}${gap}${lines.join('\n')}\n`;
}

/**
 * Names the merge driver in a folder's `.gitattributes`; what else stands there stays.
 * @throws UserError when the file cannot be read or written
 */
export async function nameMergeDriver(folder: string): Promise<'written' | 'added' | 'kept'> {
  try {
    const before = await readAttributes(folder);
    const text = before ?? '';
    const lines = text.split('\n').map((line) => line.trim());
    const missing = ATTRIBUTES.filter((line) => !lines.includes(line));
    if (missing.length === 0) return 'kept';
    await writeIfChanged(join(folder, ATTRIBUTES_FILE), withLines(text, missing));
    return before === null ? 'written' : 'added';
  } catch (error) {
    throw fileError(error, ATTRIBUTES_FILE, 'written');
  }
}

/** A word for the shell that git runs the driver with; git itself reads `%` in it. */
function shellWord(word: string): string {
  const quoted = word.replaceAll('\\', '/').replaceAll("'", `'\\''`).replaceAll('%', '%%');
  return `'${quoted}'`;
}

/**
 * The driver as git is to call it: this very program, by its full path, so that it is found from any
 * program that merges (an editor has another PATH) and however it was installed. A copy that npx keeps
 * may be gone tomorrow: then npx is asked again.
 * @param program the words that this process was started with: node and the script
 */
export function driverCommand(program: readonly string[]): string {
  const isPassing = program.some((word) => /[\\/]_npx[\\/]/.test(word));
  const words = isPassing ? ['npx', '--yes', 'duizhao'] : program.map(shellWord);
  return [...words, 'merge-driver', '%O', '%A', '%B', '%P'].join(' ');
}

/**
 * Tells a clone how to run the merge driver: attributes travel with a repository, the commands that
 * they name do not.
 * @returns false outside of a work tree, and where git is not to be had
 */
export function defineMergeDriver(folder: string, program: readonly string[]): boolean {
  if (git(folder, 'rev-parse', '--is-inside-work-tree') !== 'true') return false;
  const settings = [
    ['merge.duizhao.name', 'duizhao: Chinese and English pairs, by key'],
    ['merge.duizhao.driver', driverCommand(program)],
  ];
  return settings.every(([name = '', value = '']) => run(folder, ['config', name, value]) !== null);
}

/** The config file of the clone that a folder is in, or null. A linked work tree has that of its clone. */
async function configFile(folder: string): Promise<string | null> {
  const path = join(folder, '.git');
  const link = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => error.code);
  if (link === 'EISDIR') return join(path, 'config');
  const target = /^gitdir: (.+)/.exec(link ?? '')?.[1];
  if (target === undefined) return dirname(folder) === folder ? null : configFile(dirname(folder));
  const own = resolve(folder, target.trim());
  const common = await readFile(join(own, 'commondir'), 'utf8').catch(() => '.');
  return join(resolve(own, common.trim()), 'config');
}

/**
 * The line of `.gitattributes` that names a merge driver which this clone does not know; null when all
 * is well, or the folder is in no clone. git is only asked when the clone's own config says nothing.
 */
export async function undefinedDriverLine(folder: string): Promise<number | null> {
  const attributes = await readAttributes(folder).catch(() => null);
  const index = (attributes ?? '')
    .split('\n')
    .findIndex((line) => /^[^#]*\smerge=duizhao\b/.test(line));
  if (index === -1) return null;
  const config = await configFile(folder);
  if (config === null) return null;
  const text = await readFile(config, 'utf8').catch(() => '');
  if (/^\s*\[merge "duizhao"\][^[]*\bdriver\s*=/m.test(text)) return null;
  return git(folder, 'config', 'merge.duizhao.driver') === null ? index + 1 : null;
}

/** Three versions of a file, by path. */
export interface MergePaths {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

/**
 * Merges line by line into `ours`, with conflict markers where git knows no better.
 * @returns false when git could not
 */
export function mergeAsText(folder: string, { base, ours, theirs }: MergePaths): boolean {
  const labels = ['-L', 'one side', '-L', 'before', '-L', 'other side'];
  const args = ['merge-file', '--quiet', ...labels, ours, base, theirs];
  try {
    execFileSync('git', args, { cwd: folder, timeout: 5000, stdio: 'ignore' });
    return true;
  } catch (error) {
    // The exit code is the number of conflicts, at most 127; 255 is a failure.
    const code = error instanceof Error && 'status' in error ? error.status : null;
    return typeof code === 'number' && code > 0 && code < 128;
  }
}
