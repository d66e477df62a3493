/** What `init --ci` writes: read as YAML, and its commands run with the built program. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { copyCliPlace, makeCliPlace, type CliPlace } from '../support/cli-program.ts';
import { annotationsIn, junitFaults, sarifFaults } from '../support/report-formats.ts';
import { root } from '../support/source.ts';

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const RED = 'tests/fixtures/workspaces/draft/existing';
const GREEN = 'tests/fixtures/workspaces/clean/existing';

/** A program of this name on the PATH: `npx` runs the built one, all others are said. */
function putProgram(folder: string, name: string, script: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, name), 0o755);
}

interface Shell {
  readonly temp: string;
  readonly run: (
    script: string,
    environment?: Readonly<Record<string, string>>,
  ) => { readonly stdout: string; readonly stderr: string; readonly status: number | null };
}

/** A shell as a CI service has it, in a place of the program. */
function shellIn(place: CliPlace): Shell {
  const temp = join(dirname(place.folder), 'temp');
  const bin = join(temp, 'bin');
  const program = `"${process.execPath}" "${join(root, 'dist', 'duizhao.js')}"`;
  putProgram(bin, 'npx', `test "$1 $2" = "--no duizhao" || exit 9\nshift 2\nexec ${program} "$@"`);
  putProgram(bin, 'gh', `echo "gh $*" >> "${join(temp, 'gh.txt')}"`);
  putProgram(bin, 'npm', `echo "npm $*"`);
  const own = { GITHUB_OUTPUT: join(temp, 'output'), GITHUB_STEP_SUMMARY: join(temp, 'summary') };
  const run: Shell['run'] = (script, environment = {}) => {
    const { stdout, stderr, status } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', script], {
      cwd: place.folder,
      encoding: 'utf8',
      env: {
        PATH: `${bin}:${process.env['PATH'] ?? ''}`,
        HOME: dirname(place.folder),
        DUIZHAO_STATE: place.state,
        DUIZHAO_LANG: 'en',
        RUNNER_TEMP: temp,
        GITHUB_REPOSITORY: 'newsroom/articles',
        GITHUB_ACTION_PATH: join(root, '.github', 'actions', 'check'),
        ...own,
        ...environment,
      },
    });
    return { stdout, stderr, status };
  };
  return { temp, run };
}

function stepOf({ runs }: Action, name: string): string {
  return runs.steps.find((step) => step.name === name)?.run ?? '';
}

const OWN = join(root, '.github', 'actions', 'check', 'action.yml');

async function generated(): Promise<string> {
  const place = await makeCliPlace();
  await place.run(['init']);
  return place.read('.github/actions/duizhao/action.yml');
}

describe('the GitHub action', () => {
  it.each([
    ['init writes', RED, 1, generated],
    ['init writes', GREEN, 0, generated],
    ['this repository has', RED, 1, async () => readFileSync(OWN, 'utf8')],
  ])('that %s says the verdict of %s: %i', async (_name, folder, code, text) => {
    const action = parse(await text()) as Action;
    const place = await copyCliPlace(folder);
    const { temp, run } = shellIn(place);
    const checked = run(stepOf(action, 'Check'), { ARGUMENTS: '' });
    expect(checked).toMatchObject({ stderr: '', status: 0 });
    expect(checked.stdout).toMatch(code === 0 ? /^GREEN:/m : /^RED:/m);
    expect(annotationsIn(checked.stdout)).toHaveLength(code === 0 ? 0 : 2);
    const file = (name: string): string => readFileSync(join(temp, name), 'utf8');
    expect(file('output')).toBe(`code=${code}\n`);
    expect(file('summary')).toBe(file('duizhao.md'));
    expect(sarifFaults(file('duizhao.sarif'))).toEqual([]);
    expect(run(stepOf(action, 'Verdict'), { CODE: String(code) }).status).toBe(code);
  });

  it('hands its arguments on, and their fault is its own', async () => {
    const action = parse(await generated()) as Action;
    const { run, temp } = shellIn(await copyCliPlace(RED));
    run(stepOf(action, 'Check'), { ARGUMENTS: '--stage draft --skip url' });
    expect(readFileSync(join(temp, 'output'), 'utf8')).toBe('code=0\n');
    const { status, stderr } = shellIn(await copyCliPlace(RED)).run(stepOf(action, 'Check'), {
      ARGUMENTS: '--stage never',
    });
    expect(status).toBe(2);
    expect(stderr).toContain('for stage');
  });

  it.each([
    ['writes a comment', '', '--method POST repos/newsroom/articles/issues/7/comments'],
    [
      'writes its comment anew',
      'echo 42',
      '--method PATCH repos/newsroom/articles/issues/comments/42',
    ],
  ])('%s', async (_name, answer, call) => {
    const action = parse(await generated()) as Action;
    const { run, temp } = shellIn(await copyCliPlace(GREEN));
    const log = join(temp, 'gh.txt');
    putProgram(
      join(temp, 'bin'),
      'gh',
      `echo "gh $*" >> "${log}"\ncase "$*" in *--jq*) ${answer || ':'};; esac`,
    );
    expect(run(stepOf(action, 'Comment'), { NUMBER: '7' })).toMatchObject({ status: 0 });
    expect(readFileSync(log, 'utf8').split('\n')[1]).toContain(`${call} -F body=@${temp}`);
  });

  it('puts nothing of an event into a script', async () => {
    const action = parse(await generated()) as Action;
    for (const { run = '' } of action.runs.steps) expect(run).not.toContain('${{');
    expect(action.runs.using).toBe('composite');
  });

  it('is one and the same in this repository, but for its program', async () => {
    const own = readFileSync(OWN, 'utf8');
    const [head = '', rest = ''] = own.split(
      /    - uses: actions\/setup-node@v4\n(?:.*\n)*?(?=    - name: Check\n)/,
    );
    const program = 'node "$GITHUB_ACTION_PATH/../../../dist/duizhao.js"';
    expect((head + rest).replace(program, 'npx --no duizhao')).toBe(await generated());
  });

  it('is what the workflow uses', async () => {
    const place = await makeCliPlace();
    await place.run(['init']);
    const workflow = parse(await place.read('.github/workflows/duizhao.yml')) as {
      readonly jobs: { readonly check: { readonly steps: readonly Step[] } };
    };
    const uses = workflow.jobs.check.steps.flatMap((step) => step.uses ?? []);
    expect(uses.at(-1)).toBe('./.github/actions/duizhao');
    expect(await place.read(`${uses.at(-1)?.slice(2)}/action.yml`)).not.toBe('');
  });
});

describe('GitLab', () => {
  it.each([
    [RED, 1],
    [GREEN, 0],
  ])('gets the verdict of %s: %i', async (folder, code) => {
    const place = await copyCliPlace(folder);
    await place.run(['init', '--ci', 'gitlab']);
    expect(await place.read('.github/workflows/duizhao.yml')).toBe('');
    const { include } = parse(await place.read('.gitlab-ci.yml')) as {
      readonly include: readonly { readonly local: string }[];
    };
    const { duizhao } = parse(await place.read(include[0]?.local ?? '')) as {
      readonly duizhao: {
        readonly script: readonly string[];
        readonly artifacts: { readonly reports: { readonly junit: string } };
      };
    };
    const { status, stdout } = shellIn(place).run(duizhao.script.join('\n'));
    expect(status).toBe(code);
    expect(stdout).toMatch(/^(?:GREEN|RED):/m);
    expect(junitFaults(await place.read(duizhao.artifacts.reports.junit))).toEqual([]);
  });

  it('is told what to add where it has a file of its own', async () => {
    const place = await makeCliPlace({ '.gitlab-ci.yml': 'stages: [build]\n' });
    const { stdout } = await place.run(['--lang', 'en', 'init', '--ci', 'gitlab']);
    expect(await place.read('.gitlab-ci.yml')).toBe('stages: [build]\n');
    expect(stdout).toContain('- local: .gitlab/duizhao.yml');
  });
});

interface Hook {
  readonly entry: string;
  readonly files: string;
  readonly pass_filenames: boolean;
}

describe('hooks', () => {
  async function clone(folder: string): Promise<{ place: CliPlace; shell: Shell }> {
    const place = await copyCliPlace(folder);
    await place.run(['init', '--ci', 'pre-commit,none']);
    const shell = shellIn(place);
    shell.run(
      'git init -q . && git config user.name mei && git config user.email mei@news.example',
    );
    return { place, shell };
  }

  it('check what a commit changes', async () => {
    const { place, shell } = await clone('tests/fixtures/workspaces/broken-tags/existing');
    expect(statSync(join(place.folder, '.githooks', 'pre-commit')).mode & 0o111).not.toBe(0);
    const setUp = 'git config core.hooksPath .githooks && git add -A';
    // The first commit has nothing to be compared with.
    expect(shell.run(`${setUp} && git commit -qm first`)).toMatchObject({ status: 0 });
    const commit = (message: string) => shell.run(`git add -A && git commit -qm ${message}`);
    await place.write({ 'notes.txt': 'x' });
    expect(commit('unrelated')).toMatchObject({ status: 0 });
    const [slug = ''] =
      (await place.run(['status', '--json'])).stdout.match(/(?<="slug": ")[^"]+/) ?? [];
    const path = `articles/${slug}.md`;
    await place.write({ [path]: `${await place.read(path)}\n` });
    expect(commit('related').status).toBe(1);
  });

  it('are the same for pre-commit', async () => {
    const { place } = await clone(GREEN);
    const own = parse(
      readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8'),
    ) as readonly Hook[];
    const local = parse(await place.read('.pre-commit-config.yaml')) as {
      readonly repos: readonly { readonly hooks: readonly Hook[] }[];
    };
    const [hook = own[0]] = local.repos.flatMap(({ hooks }) => hooks);
    const { entry = '', files = '^$', pass_filenames: named = true } = hook ?? {};
    expect(entry).toBe(`npx --no ${own[0]?.entry}`);
    expect(await place.read('.githooks/pre-commit')).toContain(`exec ${entry}\n`);
    expect([files, named]).toEqual([own[0]?.files, false]);
    const paths = ['articles/a.md', 'locales/zh/a.json', 'duizhao.config.json', 'src/articles.ts'];
    expect(paths.filter((path) => new RegExp(files).test(path))).toEqual(paths.slice(0, 3));
  });
});

it.each(['none', 'github'])('--ci %s twice writes the same', async (kind) => {
  const place = await makeCliPlace();
  await place.run(['init', '--ci', kind]);
  const before = await place.hashes();
  expect(Object.keys(before).some((path) => path.startsWith('.github'))).toBe(kind === 'github');
  await place.run(['init', '--ci', kind]);
  expect(await place.hashes()).toEqual(before);
});
