/** `check` with its flags, on workspaces that the test makes: outputs, baselines, what has changed, pairs. */
import { execFileSync } from 'node:child_process';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyCliPlace, makeCliPlace, TRACE, type CliPlace } from '../support/cli-program.ts';
import { junitFaults, sarifFaults } from '../support/report-formats.ts';

const RED = 'tests/fixtures/workspaces/residual-chinese/existing';
const TWO = 'tests/fixtures/workspaces/several-articles/existing';
const check = (...args: readonly string[]) => ['--lang', 'en', 'check', ...args];
const ONLY = ['--only', 'lang.residual.zh-in-en'];

describe('outputs', () => {
  it.each<[string, readonly string[], Readonly<Record<string, RegExp>>, RegExp]>([
    [
      'by ending',
      ['--output', 'a.sarif', '--output', 'b.md'],
      { 'a.sarif': /^\{/, 'b.md': /^<!--/ },
      /^ferry\n/,
    ],
    ['by name', ['--output', 'junit=a.txt'], { 'a.txt': /^<\?xml/ }, /^ferry\n/],
    [
      'of the only format',
      ['--format', 'sarif', '--output', 'a.json'],
      { 'a.json': /"\$schema"/ },
      /^RED: .*\n$/,
    ],
    [
      'of a format that no ending tells',
      ['--format', 'github', '--output', 'a.out'],
      { 'a.out': /^::error/ },
      /^RED: .*\n$/,
    ],
    [
      'beside a printed one',
      ['--format', 'github', '--format', 'junit', '--output', 'a.xml'],
      { 'a.xml': /^<\?xml/ },
      /^::error/,
    ],
    ['with --json', ['--json', '--output', 'a.md'], { 'a.md': /^<!--/ }, /^\{\n/],
    [
      'with --json into a file',
      ['--json', '--output', 'a.json'],
      { 'a.json': /"verdict"/ },
      /^RED: .*\n$/,
    ],
  ])('%s', async (_name, args, files, printed) => {
    const place = await copyCliPlace(RED);
    const { stdout, stderr, code } = await place.run(check(...ONLY, ...args));
    expect({ stderr, code }).toEqual({ stderr: '', code: 1 });
    expect(stdout).toMatch(printed);
    for (const [path, pattern] of Object.entries(files))
      expect(await place.read(path)).toMatch(pattern);
  });

  it('say of every format that asks for it what is on no terminal', async () => {
    const place = await copyCliPlace(RED);
    await place.run(check('--output', 'a.sarif', '--output', 'a.xml'));
    expect(sarifFaults(await place.read('a.sarif'))).toEqual([]);
    expect(junitFaults(await place.read('a.xml'))).toEqual([]);
  });
});

describe('is refused in one sentence', () => {
  it.each<[string, readonly string[], RegExp]>([
    [
      'two printed reports',
      ['--format', 'json', '--format', 'sarif'],
      /--output sarif=report\.sarif/,
    ],
    ['a file twice', ['--output', 'a.md', '--output', 'junit=a.md'], /a\.md is named twice/],
    ['a file of no format', ['--output', 'report'], /say which format/],
    ['no file', ['--output', 'sarif='], /name a file/],
    ['a file in no folder', ['--output', 'no/where.md'], /no\/where\.md cannot be written/],
    ['a format that there is not', ['--format', 'html'], /human, json, github/],
    ['a check that there is not', ['--only', 'lang.wrogn'], /did you mean "lang\.wrong"\?/],
    ['a baseline that there is not', ['--baseline', 'no.json'], /no\.json cannot be read/],
    ['a baseline that is none', ['--baseline', 'duizhao.config.json'], /is no baseline/],
    ['a stage that there is not', ['--stage', 'final'], /draft, publish/],
    ['changes outside of git', ['--changed'], /no git repository/],
    ['pairs and articles', ['--pairs', 'a.tsv', 'ferry'], /leave slugs/],
    ['pairs that are not there', ['--pairs', 'a.tsv'], /a\.tsv cannot be read/],
    ['fixes of pairs', ['--pairs', 'a.tsv', '--fix'], /leave slugs, --changed and --fix out/],
  ])('%s', async (_name, args, sentence) => {
    const place = await copyCliPlace(RED);
    const before = await place.hashes();
    const { stdout, stderr, code } = await place.runWarm(check(...args));
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
    expect(stderr).toMatch(/^duizhao: [^\n]+\n$/);
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(TRACE);
    expect(await place.hashes()).toEqual(before);
  });
});

describe('a baseline', () => {
  it('is green when it is written, as long as nothing new comes', async () => {
    const place = await copyCliPlace(RED);
    expect(await place.run(check(...ONLY))).toMatchObject({ code: 1 });
    expect(await place.run(check(...ONLY, '--write-baseline', 'b.json'))).toMatchObject({
      code: 0,
    });
    const path = 'articles/ferry.md';
    // Lines move, and nothing is new.
    await place.write({ [path]: (await place.read(path)).replace('\n---\n\n', '\n---\n\n\n\n\n') });
    const again = await place.run(check(...ONLY, '--baseline', 'b.json'));
    expect(again).toMatchObject({ code: 0, stderr: '' });
    expect(again.stdout).toContain('Known from the baseline, not counted: 1');
    const all = await place.run(
      check('--skip', 'missing', '--baseline', 'b.json', '--format', 'json'),
    );
    expect(JSON.parse(all.stdout)).toMatchObject({ baseline: { known: 1, gone: [] } });
  });
});

function git(place: CliPlace, ...args: readonly string[]): void {
  const author = ['-c', 'user.name=mei', '-c', 'user.email=mei@news.example'];
  execFileSync('git', [...author, ...args], { cwd: place.folder, stdio: 'ignore' });
}

async function clone(): Promise<CliPlace> {
  const place = await copyCliPlace(TWO);
  git(place, 'init', '-q', '-b', 'main', '.');
  git(place, 'add', '-A');
  git(place, 'commit', '-qm', 'first');
  return place;
}

async function changedIn(place: CliPlace, ...args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await place.runWarm(check(...ONLY, ...args));
  expect(stderr).toBe('');
  return /changed since (.*)\n/.exec(stdout)?.[1] ?? '';
}

describe('--changed', () => {
  it('is green while nothing has changed, whatever is wrong elsewhere', async () => {
    const place = await clone();
    const { stdout, code } = await place.run(check(...ONLY, '--changed'));
    expect(stdout).toContain('GREEN: errors 0, warnings 0, notes 0; articles 0.');
    expect(code).toBe(0);
  });

  it.each([
    ['an article', 'articles/ferry.md'],
    ['a locale file', 'locales/en/ferry.json'],
    ['a review file', 'articles/ferry.review.jsonl'],
  ])('looks at the article when %s has changed, committed or not', async (_name, path) => {
    const place = await clone();
    await place.write({ [path]: `${await place.read(path)}\n` });
    expect(await changedIn(place, '--changed')).toBe('main: 1 of 2');
    git(place, 'checkout', '-qb', 'work');
    git(place, 'commit', '-qam', 'second');
    expect(await changedIn(place, '--changed')).toBe('main: 1 of 2');
    expect(await changedIn(place, '--changed', 'HEAD')).toBe('HEAD: 0 of 2');
    expect(await changedIn(place, '--changed', 'HEAD~1')).toBe('HEAD~1: 1 of 2');
  });

  it.each(['duizhao.config.json', 'locales/terms.csv'])(
    'looks at all when %s has changed',
    async (path) => {
      const place = await clone();
      const text = path.endsWith('.csv') ? 'zh,en\n渡船,ferry\n' : '{ "lang": "en" }\n';
      await place.write({ [path]: text });
      expect(await changedIn(place, '--changed')).toBe('main: 2 of 2');
    },
  );

  it('looks at a new article, and not at files of others', async () => {
    const place = await clone();
    await place.write({ 'articles/new-pier.md': '# 新码头\n', 'notes/ferry.md': 'x' });
    expect(await changedIn(place, '--changed')).toBe('main: 1 of 3');
  });

  it.each(['--upload-pack=x', '-h', 'no-such-branch', 'main; touch x', '$(touch x)'])(
    'refuses %j',
    async (ref) => {
      const place = await clone();
      const { stdout, stderr, code } = await place.runWarm(check(`--changed=${ref}`));
      expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
      expect(stderr).toMatch(/^duizhao: --changed: git knows no commit "[^\n]+\n$/);
      expect(await place.read('x')).toBe('');
    },
  );

  it('says nothing green of a clone that is too shallow to tell', async () => {
    const place = await clone();
    await place.write({ 'articles/ferry.md': `${await place.read('articles/ferry.md')}\n` });
    git(place, 'commit', '-qam', 'second');
    const shallow = await makeCliPlace();
    git(shallow, 'init', '-q', '-b', 'work', '.');
    git(shallow, 'fetch', '-q', '--depth', '1', `file://${place.folder}`, 'main');
    git(shallow, 'checkout', '-q', 'FETCH_HEAD');
    const { stderr, code } = await shallow.run(check('--changed'));
    expect(code).toBe(2);
    expect(stderr).toContain('fetch-depth: 0');
  });
});

describe('--pairs', () => {
  const ROWS =
    'id\tzh\ten\nf-1\t船长说，今天风浪不大。\tThe 船长 said the sea was calm.\nf-2\t今天风平浪静。\tThe sea is calm today.\n';

  it('needs no workspace', async () => {
    const place = await makeCliPlace({ 'a.tsv': ROWS });
    const { stdout, stderr, code } = await place.run(check('--pairs', 'a.tsv', ...ONLY));
    expect({ stderr, code }).toEqual({ stderr: '', code: 1 });
    expect(stdout).toContain('a.tsv:2:1 error lang.residual.zh-in-en f-1');
    expect(Object.keys(await place.hashes())).toEqual(['a.tsv']);
  });

  it('goes by the config of the workspace around', async () => {
    const config = { checks: { severity: { 'lang.residual.zh-in-en': 'note' } } };
    const place = await makeCliPlace({
      'a.tsv': ROWS,
      'duizhao.config.json': JSON.stringify(config),
    });
    expect(await place.run(check('--pairs', 'a.tsv', ...ONLY))).toMatchObject({ code: 0 });
  });

  it('finds the same in any order of the rows', async () => {
    const [head = '', ...rows] = ROWS.trimEnd().split('\n');
    const place = await makeCliPlace({
      'a.tsv': ROWS,
      'b/a.tsv': [head, ...rows.toReversed()].join('\n'),
    });
    const fingerprints = async (path: string): Promise<string[]> => {
      const { stdout } = await place.run(check('--pairs', path, '--json'));
      const { findings } = JSON.parse(stdout) as { findings: { fingerprint: string }[] };
      return findings.map(({ fingerprint }) => fingerprint).toSorted();
    };
    expect(await fingerprints('b/a.tsv')).toEqual(await fingerprints('a.tsv'));
  });
});

it('says for GitHub where the workspace is in its repository', async () => {
  const place = await copyCliPlace(RED);
  // The folder above is the top of the repository: the workspace is a folder in it.
  execFileSync('git', ['init', '-q', dirname(place.folder)]);
  const { stdout } = await place.run(check(...ONLY, '--format', 'github'));
  expect(stdout).toContain('::error file=workspace/articles/ferry.md,line=6,col=1,');
});
