/**
 * Whole commands on whole workspaces: each folder of tests/fixtures/workspaces holds one as `existing/`,
 * and what the commands print about it as `expected/<command>.<interface language>.txt` and
 * `expected/<command>.json`. Where `runs.json` stands beside them it names the arguments by file, so that
 * a case is about a few checks or flags; such a case may change files, and says which text they have then.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyCliPlace, TRACE, type CliPlace } from '../support/cli-program.ts';
import { annotationsIn, junitFaults, sarifFaults } from '../support/report-formats.ts';

const FOLDER = 'tests/fixtures/workspaces';
const CASES = readdirSync(FOLDER).sort();

interface Expectation {
  readonly file: string;
  readonly args: readonly string[];
}

/** `check.zh.txt` → `--lang zh check`, `check.json` → `check --json`. */
function argsOf(file: string): readonly string[] {
  const [command = '', language = ''] = file.split('.');
  return file.endsWith('.json') ? [command, '--json'] : ['--lang', language, command];
}

function runsOf(name: string): Readonly<Record<string, readonly string[]>> {
  const path = join(FOLDER, name, 'runs.json');
  if (!existsSync(path)) return {};
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, readonly string[]>;
}

function expectationsOf(name: string): Expectation[] {
  const runs = Object.entries(runsOf(name)).map(([file, args]) => ({ file, args }));
  if (runs.length > 0) return runs;
  return readdirSync(join(FOLDER, name, 'expected'))
    .sort()
    .map((file) => ({ file, args: argsOf(file) }));
}

const GREEN = /^(?:## ✅|GREEN:|通过：)/m;

/** The exit code that what was printed promises; null where it says no verdict. */
function promisedCode(args: readonly string[], output: string): number | null {
  if (!args.includes('check')) return 0;
  if (args.includes('sarif')) return null;
  if (output.startsWith('<?xml')) return output.includes('<failure') ? 1 : 0;
  if (!output.startsWith('{')) return GREEN.test(output) ? 0 : 1;
  const { verdict } = JSON.parse(output) as { verdict: string };
  return verdict === 'clean' ? 0 : 1;
}

/** A release changes the version, and nothing else of a report. */
function withoutVersion(text: string): string {
  return text.replace(/"version": "\d+\.\d+\.\d+[^"]*",\n(\s*"rules")/, '"version": "0",\n$1');
}

interface Printed {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

function expectTidy({ stdout, stderr }: Printed): void {
  expect(stderr).toBe('');
  expect(stdout).not.toMatch(TRACE);
  expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
}

describe.each(CASES)('%s', (name) => {
  const copy = (): Promise<CliPlace> => copyCliPlace(join(FOLDER, name, 'existing'));

  it.each(expectationsOf(name).map(({ file, args }, at) => [file, args, at === 0] as const))(
    '%s',
    async (file, args, isFirst) => {
      const place = await copy();
      const before = await place.hashes();
      const result = await (isFirst ? place.run(args) : place.runWarm(args));
      const path = join('..', '..', FOLDER, name, 'expected', file);
      await expect(withoutVersion(result.stdout)).toMatchFileSnapshot(path);
      expectTidy(result);
      expect(result.code).toBe(promisedCode(args, result.stdout) ?? result.code);
      if (args.some((arg) => /^--(?:fix|write-baseline|output)$/.test(arg))) return;
      expect(await place.hashes()).toEqual(before);
      // The second run answers from the cache, and may not say anything else.
      expect(await place.runWarm(args)).toEqual(result);
    },
  );

  it('has the same verdict in every format', async () => {
    const place = await copy();
    const args = expectationsOf(name).find((each) => each.args.includes('check'))?.args ?? [
      'check',
    ];
    const bare = args.filter((arg) => arg !== '--json' && arg !== '--fix');
    const files = ['r.json', 'r.sarif', 'r.xml', 'r.md', 'github=r.log'];
    const outputs = files.flatMap((file) => ['--output', file]);
    const { code } = await place.runWarm([...bare, ...outputs]);
    const texts = await Promise.all(
      ['r.json', 'r.xml', 'r.md', 'r.log'].map((file) => place.read(file)),
    );
    expect(texts.map((text) => promisedCode(['check'], text))).toEqual(texts.map(() => code));
    const sarif = await place.read('r.sarif');
    expect([...sarifFaults(sarif), ...junitFaults(texts[1] ?? '')]).toEqual([]);
    const { findings } = JSON.parse(texts[0] ?? '') as { findings: { dismissed?: unknown }[] };
    const open = findings.filter(({ dismissed }) => dismissed === undefined);
    const { runs } = JSON.parse(sarif) as { runs: { results: unknown[] }[] };
    expect(runs[0]?.results).toHaveLength(findings.length);
    const annotations = annotationsIn(texts[3] ?? '');
    expect(annotations.map(({ command }) => command)).toHaveLength(open.length);
    for (const { command, properties } of annotations) {
      expect(command).toMatch(/^(?:error|warning|notice)$/);
      expect(Object.keys(properties)).toEqual(['file', 'line', 'col', 'title']);
    }
  });

  it('is looked at by check', () => {
    const files = expectationsOf(name).map(({ file }) => file);
    const named = Object.keys(runsOf(name)).filter((file) => file.startsWith('check'));
    const usual = ['check.en.txt', 'check.json', 'check.zh.txt'];
    expect(files).toEqual(expect.arrayContaining(named.length > 0 ? named : usual));
  });
});

it('has workspaces enough', () => {
  expect(CASES.length).toBeGreaterThanOrEqual(30);
});
