/**
 * Whole commands on whole workspaces: each folder of tests/fixtures/workspaces holds one as `existing/`,
 * and what the commands print about it as `expected/<command>.<interface language>.txt` and
 * `expected/<command>.json`.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyCliPlace, TRACE } from '../support/cli-program.ts';

const FOLDER = 'tests/fixtures/workspaces';
const CASES = readdirSync(FOLDER).sort();

interface Expectation {
  readonly file: string;
  readonly args: readonly string[];
}

/** `check.zh.txt` → `--lang zh check`, `check.json` → `check --json`. */
function expectationsOf(name: string): Expectation[] {
  return readdirSync(join(FOLDER, name, 'expected'))
    .sort()
    .map((file) => {
      const [command = '', language = ''] = file.split('.');
      const args = file.endsWith('.json') ? [command, '--json'] : ['--lang', language, command];
      return { file, args };
    });
}

/** The exit code that what was printed promises. */
function promisedCode(args: readonly string[], output: string): number {
  if (!args.includes('check')) return 0;
  if (!args.includes('--json')) return /^(?:GREEN:|通过：)/m.test(output) ? 0 : 1;
  const { verdict } = JSON.parse(output) as { verdict: string };
  return verdict === 'clean' ? 0 : 1;
}

describe.each(CASES)('%s', (name) => {
  it.each(expectationsOf(name).map(({ file, args }) => [file, args] as const))(
    '%s',
    async (file, args) => {
      const place = await copyCliPlace(join(FOLDER, name, 'existing'));
      const before = await place.hashes();
      const result = await place.run(args);
      await expect(result.stdout).toMatchFileSnapshot(
        join('..', '..', FOLDER, name, 'expected', file),
      );
      expect(result.stderr).toBe('');
      expect(result.stdout).not.toMatch(TRACE);
      expect(result.stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
      expect(result.code).toBe(promisedCode(args, result.stdout));
      expect(await place.hashes()).toEqual(before);
      // The second run answers from the cache, and may not say anything else.
      expect(await place.run(args)).toEqual(result);
    },
  );

  it('is looked at by check in both languages and as JSON', () => {
    const files = expectationsOf(name).map(({ file }) => file);
    expect(files).toEqual(expect.arrayContaining(['check.en.txt', 'check.json', 'check.zh.txt']));
  });
});
