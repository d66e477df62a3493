/** i18next-cli with the config in .tools: an article's locale files are data, and stay as they are. */
import { execFile } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from './support/source.ts';

const execute = promisify(execFile);
const program = join(root, 'node_modules', 'i18next-cli', 'dist', 'esm', 'cli.js');

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duizhao-i18next-cli-'));
  // Some of the source is enough to have keys to find, and keys to miss.
  for (const name of ['locales', 'src/commands', '.tools/i18next.config.ts']) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Every locale file by path. */
function locales(): Readonly<Record<string, string>> {
  const names = readdirSync(join(folder, 'locales'), { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => name.endsWith('.json')).sort();
  return Object.fromEntries(
    files.map((name) => [name, readFileSync(join(folder, 'locales', name), 'utf8')]),
  );
}

it.each([
  ['extract', /Extraction complete/],
  ['sync', /Synchronization complete/],
  ['status', /Analysis complete/],
])('%s leaves every locale file as it was', async (command, done) => {
  const before = locales();
  expect(Object.keys(before).length).toBeGreaterThan(2);
  const args = [program, '--config', '.tools/i18next.config.ts', command];
  // Its exit code is about the tool's own plural forms, not about this.
  const { stderr } = await execute(process.execPath, args, { cwd: folder }).catch(
    (error: unknown) => error as { stderr: string },
  );
  expect(stderr).toMatch(done);
  expect(locales()).toEqual(before);
});
