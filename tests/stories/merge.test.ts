/** Branches of one article, merged: by the driver as a function in any order, and by git itself. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { applyOperations } from '../../src/core/apply.ts';
import { buildState, type ArticleFiles } from '../../src/core/load.ts';
import type { Operation } from '../../src/core/operations.ts';
import type { ArticleState } from '../../src/core/state.ts';
import { makeCliPlace, type CliPlace } from '../support/cli-program.ts';
import { filesOf, harbourArticle, runMerges, written } from '../support/merge-scripts.ts';

describe('twenty translators', () => {
  it.each([11, 12, 13])('lose nothing, whatever the order of the merges (seed %i)', (seed) => {
    const score = runMerges({ seed, translators: 20, edits: 100, segments: 100 });
    expect(score).toMatchObject({ falseClashes: [], unsurfaced: [], lost: [], broken: [] });
    expect(score.merges).toBe(19);
    expect(score.clashes).toBeGreaterThan(100);
    expect(score.signed).toBeGreaterThan(500);
  });

  it('do not clash while each works on segments between those of the others', () => {
    const score = runMerges({ seed: 3, translators: 20, edits: 100, segments: 100, apart: true });
    expect(score).toMatchObject({ merges: 19, clashes: 0, falseClashes: [], lost: [], broken: [] });
  });
});

const SLUG = 'harbour';
const ARTICLE = harbourArticle(12);

const run = promisify(execFile);

interface GitResult {
  readonly code: number;
  readonly output: string;
}

/** A repository with the driver installed, and an article in it. */
class Repository {
  readonly place: CliPlace;
  private seconds = 0;

  constructor(place: CliPlace) {
    this.place = place;
  }

  static async make(): Promise<Repository> {
    const repository = new Repository(await makeCliPlace({ [`articles/${SLUG}.md`]: ARTICLE }));
    await repository.git('init', '-q', '-b', 'main', '.');
    await repository.place.run(['init']);
    await repository.commit('Begin');
    return repository;
  }

  async git(...args: readonly string[]): Promise<GitResult> {
    const { folder, state } = this.place;
    const env = {
      PATH: process.env['PATH'] ?? '',
      HOME: state,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_EDITOR: 'true',
      DUIZHAO_LANG: 'en',
    };
    const who = ['-c', 'user.name=mei', '-c', 'user.email=mei@news.example'];
    return run('git', [...who, ...args], { cwd: folder, env }).then(
      ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
      (error: { code: number; stdout: string; stderr: string }) => ({
        code: error.code,
        output: error.stdout + error.stderr,
      }),
    );
  }

  async commit(message: string): Promise<void> {
    await this.git('add', '-A');
    await this.git('commit', '-q', '-m', message);
  }

  async files(): Promise<ArticleFiles> {
    const read = async (path: string): Promise<string | null> => {
      const text = await this.place.read(path);
      return text === '' ? null : text;
    };
    return {
      ...filesOf(ARTICLE),
      zh: await read(`locales/zh/${SLUG}.json`),
      en: await read(`locales/en/${SLUG}.json`),
      review: await read(`articles/${SLUG}.review.jsonl`),
    };
  }

  /** Somebody signs segments off, by number, and commits. */
  async sign(by: string, targets: Readonly<Record<number, string>>): Promise<void> {
    const files = await this.files();
    let state = buildState(files);
    for (const [index, target] of Object.entries(targets)) {
      state = applyOperations(state, [this.signOff(state, Number(index), { by, target })], 1);
    }
    const after = written(state, files);
    await this.place.write({
      [`locales/zh/${SLUG}.json`]: after.zh ?? '',
      [`locales/en/${SLUG}.json`]: after.en ?? '',
      [`articles/${SLUG}.review.jsonl`]: after.review ?? '',
    });
    await this.commit(by);
  }

  private signOff(
    state: ArticleState,
    index: number,
    { by, target }: { readonly by: string; readonly target: string },
  ): Operation {
    const unit = state.units[index];
    if (unit === undefined) throw new Error(`no segment ${index}`);
    const en = unit.segment.text;
    this.seconds += 1;
    const at = new Date(Date.UTC(2026, 4, 1, 9, 0, this.seconds)).toISOString();
    const seen = unit.record?.signoffs.at(-1)?.at ?? null;
    return { type: 'sign-off', key: unit.key, at, by, source: 'en', zh: target, en, seen };
  }

  /** The Chinese of some segments as the locale file has it, and their statuses. */
  async segments(...indexes: readonly number[]): Promise<readonly (readonly [string, string])[]> {
    const { units, problems } = buildState(await this.files());
    if (problems.length > 0) throw new Error(JSON.stringify(problems));
    return indexes.map((index) => {
      const unit = units[index];
      return [unit?.status ?? '', unit?.pair?.zh ?? ''] as const;
    });
  }
}

/** Two branches beside main: neighbours signed on both, and segment 2 on both, differently. */
async function parted(): Promise<Repository> {
  const repository = await Repository.make();
  await repository.sign('an', { 1: '一', 5: '五' });
  for (const [branch, targets] of [
    ['bo', { 2: '二', 3: '三' }],
    ['lu', { 4: '四', 2: '贰' }],
    ['wei', { 6: '六', 7: '七' }],
  ] as const) {
    await repository.git('checkout', '-q', '-b', branch, 'main');
    await repository.sign(branch, targets);
  }
  await repository.git('checkout', '-q', 'main');
  return repository;
}

describe('git', () => {
  it('merges different segments without a word, next to each other too', async () => {
    const repository = await parted();
    expect(await repository.git('merge', '-q', '--no-edit', 'bo')).toMatchObject({ code: 0 });
    const second = await repository.git('merge', '-q', '--no-edit', 'wei');
    expect(second.code).toBe(0);
    expect(second.output).not.toMatch(/conflict|≠/i);
    expect(await repository.segments(1, 2, 3, 5, 6, 7)).toEqual(
      ['一', '二', '三', '五', '六', '七'].map((zh) => ['reviewed', zh]),
    );
    const keys = Object.keys(
      JSON.parse(await repository.place.read(`locales/en/${SLUG}.json`)) as object,
    );
    const { units } = buildState(await repository.files());
    expect(keys).toEqual(units.filter(({ pair }) => pair !== undefined).map(({ key }) => key));
  });

  it.each([
    ['merge', ['merge', '--no-edit', 'lu']],
    ['rebase', ['rebase', 'lu']],
    ['cherry-pick', ['cherry-pick', 'lu']],
  ])('stops a %s at a clash, and the review settles it', async (_what, command) => {
    const repository = await parted();
    await repository.git('checkout', '-q', 'bo');
    const { code, output } = await repository.git(...command);
    expect(code).not.toBe(0);
    expect(output).toMatch(/“二” \(bo, 2026-05-01 09:00\) ≠ “贰” \(lu, 2026-05-01 09:00\)/);
    expect(await repository.segments(1, 3, 4, 5)).toEqual(
      ['一', '三', '四', '五'].map((zh) => ['reviewed', zh]),
    );
    expect(await repository.segments(2)).toMatchObject([['conflict', expect.anything()]]);
    const check = await repository.place.run(['--lang', 'en', 'check']);
    expect(check.stdout).toMatch(/error conflict \w+: .*“二”.*“贰”/);
    expect(check.code).toBe(1);
    const published = await repository.place.run([
      'publish',
      '--drafts',
      '--reason',
      'press night',
    ]);
    expect(published.code).not.toBe(0);
    await repository.sign('an', { 2: '贰' });
    expect(await repository.segments(2)).toEqual([['reviewed', '贰']]);
    const { records } = buildState(await repository.files());
    const texts = [...records.values()].flatMap(({ signoffs }) => signoffs.map(({ zh }) => zh));
    expect(texts).toEqual(expect.arrayContaining(['一', '二', '三', '四', '五', '贰']));
    expect([...records.values()].some(({ candidates }) => candidates !== undefined)).toBe(false);
  });

  it('leaves both sides in a file that nobody can read by key', async () => {
    const repository = await parted();
    const path = `locales/zh/${SLUG}.json`;
    await repository.git('checkout', '-q', 'bo');
    await repository.place.write({ [path]: '{ "broken": 1,\n' });
    await repository.commit('Break it');
    const { code, output } = await repository.git('merge', '--no-edit', 'lu');
    expect(code).not.toBe(0);
    expect(output).toContain(`${path} could not be merged by key`);
    const text = await repository.place.read(path);
    expect(text).toContain('"broken"');
    expect(text).toContain('贰');
  });

  it('without the driver is a warning of check, and init mends it', async () => {
    const repository = await Repository.make();
    expect((await repository.place.run(['check'])).stdout).not.toContain('merge-driver');
    await repository.git('config', '--remove-section', 'merge.duizhao');
    const warned = await repository.place.run(['--lang', 'en', 'check']);
    expect(warned.stdout).toContain('.gitattributes:1:1 warning merge-driver: ');
    await repository.place.run(['init']);
    expect((await repository.place.run(['check'])).stdout).not.toContain('merge-driver');
    const tree = `${repository.place.state}/tree`;
    await repository.git('worktree', 'add', '-q', tree);
    const inTree = await repository.git('-C', tree, 'config', 'merge.duizhao.driver');
    expect(inTree.code).toBe(0);
  });
});
