/** The packages of other people's generators, which stand apart from the project's own. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { root } from '../support/source.ts';
import { parsePage, textOf } from './html.ts';

export interface Generator {
  /** How the tests call it. */
  readonly name: string;
  readonly isThere: boolean;
  /** The visible text of the page that it makes of the file at this path. */
  readonly render: (files: ReadonlyMap<string, string>, path: string) => Promise<string>;
}

export const HOME = join(root, 'tests', 'generators');

export function isCommand(name: string): boolean {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .some((folder) => existsSync(join(folder, name)));
}

export function isPackage(name: string): boolean {
  return existsSync(join(HOME, 'node_modules', name, 'package.json'));
}

export function load(name: string): Promise<Record<string, never>> {
  const file = createRequire(join(HOME, 'package.json')).resolve(name);
  return import(pathToFileURL(file).href);
}

/** The visible text, white space folded. */
export function visible(html: string): string {
  return textOf(parsePage(html)).replace(/\s+/g, ' ');
}

/** Runs a program as a user would, outside of any test; gives back what it printed. Throws Error when it fails. */
export async function run(command: string, args: readonly string[], cwd: string): Promise<string> {
  const { PATH, HOME: home } = process.env;
  const env = { PATH, HOME: home, CI: '1', ASTRO_TELEMETRY_DISABLED: '1' };
  // Its cache would lie among the packages, and grow by each folder.
  const own = { DOCUSAURUS_NO_PERSISTENT_CACHE: 'true' };
  const options = { cwd, env: { ...env, ...own }, encoding: 'utf8', maxBuffer: 2 ** 26 } as const;
  return (await promisify(execFile)(command, args, options)).stdout;
}

/**
 * Where sites are built: beside the packages, for Astro takes a package's path that shares no folder with the site
 * for one within the site (`normalizeFilename` of its compiler's plugin).
 */
const SITES = join(HOME, '.sites');

export async function inFolder<Result>(
  files: ReadonlyMap<string, string>,
  work: (folder: string) => Result | Promise<Result>,
): Promise<Result> {
  mkdirSync(SITES, { recursive: true });
  const folder = mkdtempSync(join(SITES, 'site-'));
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
