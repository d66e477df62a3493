/** The workspace on disk: what is durable when, and what a crash leaves. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/config.ts';
import { applyOperations } from '../../src/core/apply.ts';
import { UserError } from '../../src/core/errors.ts';
import { serializeLocale } from '../../src/core/locale-file.ts';
import type { Operation } from '../../src/core/operations.ts';
import { serializeReview } from '../../src/core/review-file.ts';
import type { ArticleState } from '../../src/core/state.ts';
import { DiskWorkspace } from '../../src/io/workspace.ts';

const ARTICLE = '---\ntitle: 渡轮起航\n---\n\nThe ferry left at dawn.\n\nIt carried 140 people.\n';

let root: string;
let state: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'duizhao-workspace-'));
  state = join(root, '.state');
  mkdirSync(join(root, 'articles'));
  writeFileSync(join(root, 'articles', 'ferry.md'), ARTICLE);
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

/** @param pid of the process that the workspace believes to be; a dead one's journal is recovered */
function open(pid: number, alive: readonly number[] = [pid]): DiskWorkspace {
  return new DiskWorkspace({
    root,
    config: DEFAULT_CONFIG,
    environment: { DUIZHAO_STATE: state },
    processes: { pid, isAlive: (other) => alive.includes(other) },
    version: '0',
  });
}

function at(second: number): string {
  return new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
}

function sign(article: ArticleState, index: number, zh: string, second = 1): Operation {
  const unit = article.units[index];
  if (unit === undefined) throw new Error(`no unit ${index}`);
  const stamp = { key: unit.key, at: at(second), by: '林' };
  return { type: 'sign-off', ...stamp, source: 'en', en: unit.segment.text, zh };
}

function typed(article: ArticleState, index: number, text: string, second = 1): Operation {
  const unit = article.units[index];
  if (unit === undefined) throw new Error(`no unit ${index}`);
  const stamp = { at: at(second), by: '林' };
  const draft = { origin: 'person', source: unit.segment.text, text, ...stamp } as const;
  return { type: 'draft', key: unit.key, ...stamp, draft };
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

describe('a commit', () => {
  it('writes both locale files and the review file, and nothing else', async () => {
    const workspace = open(1);
    const article = await workspace.open('ferry');
    await workspace.commit('ferry', [sign(article, 1, '渡轮清晨离港。')]);
    await workspace.close();
    expect(read('locales/zh/ferry.json')).toMatch(/"s\w{8}": "渡轮清晨离港。"/);
    expect(read('locales/en/ferry.json')).toMatch(/"s\w{8}": "The ferry left at dawn."/);
    expect(read('articles/ferry.md')).toBe(ARTICLE);
    expect(readdirSync(join(root, 'articles'))).toEqual(['ferry.md', 'ferry.review.jsonl']);
    expect(readdirSync(join(state, readdirSync(state)[0] ?? ''))).toEqual([]);
  });

  it('leaves files alone whose bytes would not change', async () => {
    const workspace = open(1);
    const article = await workspace.open('ferry');
    await workspace.commit('ferry', [sign(article, 1, '甲。')]);
    const { ino } = statSync(join(root, 'locales/zh/ferry.json'));
    await workspace.commit('ferry', [typed(article, 2, '乙', 2)]);
    // A written file would be another one: writing is a rename.
    expect(statSync(join(root, 'locales/zh/ferry.json')).ino).toBe(ino);
  });

  it('never writes over a locale file that cannot be read', async () => {
    mkdirSync(join(root, 'locales/zh'), { recursive: true });
    writeFileSync(join(root, 'locales/zh/ferry.json'), '{\n  "a": \n');
    const workspace = open(1);
    const article = await workspace.open('ferry');
    const commit = workspace.commit('ferry', [sign(article, 1, '甲。')]);
    await expect(commit).rejects.toThrow(/locales\/zh\/ferry\.json:\d+: the file cannot be read/);
    expect(read('locales/zh/ferry.json')).toBe('{\n  "a": \n');
    expect(existsSync(join(root, 'locales/en/ferry.json'))).toBe(false);
    // Mended, the pair that was signed meanwhile comes out of the journal.
    writeFileSync(join(root, 'locales/zh/ferry.json'), '{}\n');
    const next = open(2, [2]);
    expect([...(await next.recover())]).toEqual([['ferry', 1]]);
    expect(read('locales/zh/ferry.json')).toMatch('甲。');
  });

  it('says in one sentence what cannot be written, and keeps the pair', async () => {
    const workspace = open(1);
    const article = await workspace.open('ferry');
    writeFileSync(join(root, 'locales'), 'a file where a folder has to be');
    await expect(workspace.commit('ferry', [sign(article, 1, '甲。')])).rejects.toThrow(UserError);
    rmSync(join(root, 'locales'));
    const next = open(2, [2]);
    const seen = await next.open('ferry');
    expect(seen.units[1]).toMatchObject({ status: 'reviewed', pair: { zh: '甲。' } });
  });

  it('of two windows keeps both', async () => {
    const first = open(1, [1, 2]);
    const second = open(2, [1, 2]);
    const article = await first.open('ferry');
    await Promise.all([
      first.commit('ferry', [sign(article, 1, '甲。')]),
      second.commit('ferry', [sign(article, 2, '乙。', 2)]),
    ]);
    const after = await first.open('ferry');
    expect(after.units.map((unit) => unit.status)).toEqual([
      'untranslated',
      'reviewed',
      'reviewed',
    ]);
  });

  it('refuses slugs that are none', async () => {
    await expect(open(1).open('../ferry')).rejects.toThrow(/is no slug/);
    await expect(open(1).open('nowhere')).rejects.toThrow(/There is no article "nowhere"/);
  });
});

describe('after a crash', () => {
  it('a journalled pair that had not reached the files is there for every reader', async () => {
    const workspace = open(1);
    const article = await workspace.open('ferry');
    await workspace.jot('ferry', sign(article, 1, '甲。'));
    const reader = open(2, [2]);
    expect((await reader.open('ferry')).units[1]?.status).toBe('reviewed');
    expect(existsSync(join(root, 'locales'))).toBe(false);
    expect([...(await reader.recover())]).toEqual([['ferry', 1]]);
    expect(read('locales/zh/ferry.json')).toMatch('甲。');
    await reader.close();
    expect(readdirSync(join(state, readdirSync(state)[0] ?? ''))).toEqual([]);
  });

  it('what was typed last is the draft', async () => {
    const workspace = open(1);
    const article = await workspace.open('ferry');
    for (const [second, text] of ['半', '半句', '半句话'].entries()) {
      await workspace.jot('ferry', typed(article, 2, text, second));
    }
    const next = open(2, [2]);
    expect((await next.open('ferry')).units[2]).toMatchObject({
      status: 'draft',
      draft: { text: '半句话' },
    });
  });

  it.each([
    ['somebody else signed', 'stands beside the pair', '赵', '别的。'],
    ['the same person signed', 'is none', '林', '别的。'],
    ['somebody else signed the same', 'is none', '赵', '半句'],
  ])('what was typed before %s %s', async (_, fate, by, zh) => {
    const workspace = open(1);
    const article = await workspace.open('ferry');
    await workspace.jot('ferry', typed(article, 2, '半', 1));
    await workspace.jot('ferry', typed(article, 2, '半句', 2));
    // As if it came with `git pull`: nothing of the journal was known where it was signed.
    const elsewhere = applyOperations(article, [{ ...sign(article, 2, zh, 3), by }], 1);
    mkdirSync(join(root, 'locales/zh'), { recursive: true });
    mkdirSync(join(root, 'locales/en'), { recursive: true });
    for (const lang of ['zh', 'en'] as const) {
      const text = serializeLocale(elsewhere.locales[lang]);
      writeFileSync(join(root, `locales/${lang}/ferry.json`), text);
    }
    const review = serializeReview(elsewhere.records.values(), []);
    writeFileSync(join(root, 'articles/ferry.review.jsonl'), review);
    const next = open(2, [2]);
    expect((await next.recover()).get('ferry') ?? 0).toBe(fate === 'is none' ? 0 : 1);
    const unit = (await open(3, [3]).open('ferry')).units[2];
    expect(unit).toMatchObject({ status: 'reviewed', pair: { zh } });
    expect(unit?.draft?.text).toBe(fate === 'is none' ? undefined : '半句');
  });

  it('what was typed and somebody else signed as it stood leaves no beginnings of it', async () => {
    const writer = open(1, [1, 2]);
    const article = await writer.open('ferry');
    for (const [second, text] of ['半', '半句', '整句。'].entries()) {
      await writer.jot('ferry', typed(article, 2, text, second));
    }
    const other = open(2, [1, 2]);
    await other.commit('ferry', [{ ...sign(article, 2, '整句。', 5), by: '赵' }]);
    const unit = (await other.open('ferry')).units[2];
    expect(unit).toMatchObject({ status: 'reviewed', pair: { zh: '整句。' } });
    expect(unit?.draft).toBeUndefined();
  });

  it('a torn last line is no entry, and the lines before it are', async () => {
    const workspace = open(1);
    const article = await workspace.open('ferry');
    await workspace.jot('ferry', typed(article, 2, '整句'));
    const folder = join(state, readdirSync(state)[0] ?? '');
    const path = join(folder, readdirSync(folder)[0] ?? '');
    writeFileSync(path, `${readFileSync(path, 'utf8')}{"slug":"ferry","operation":{"ty`);
    expect((await open(2, [2]).open('ferry')).units[2]?.draft?.text).toBe('整句');
  });

  it('a journal of a process that lives is left to it', async () => {
    const writer = open(1, [1, 2]);
    const article = await writer.open('ferry');
    await writer.jot('ferry', typed(article, 2, '半'));
    const other = open(2, [1, 2]);
    expect((await other.recover()).size).toBe(0);
    await writer.commit('ferry', [sign(article, 2, '整句。', 5)]);
    const after = await other.open('ferry');
    expect(after.units[2]).toMatchObject({ status: 'reviewed', pair: { zh: '整句。' } });
  });

  it('a lock that a dead process left is taken over', async () => {
    const workspace = open(1);
    const article = await workspace.open('ferry');
    await workspace.jot('ferry', typed(article, 2, '半'));
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(join(state, readdirSync(state)[0] ?? '', 'lock'), String(pid));
    await workspace.commit('ferry', [sign(article, 1, '甲。')]);
    expect(read('locales/zh/ferry.json')).toMatch('甲。');
  });
});

describe('creating an article', () => {
  it('never overwrites one', async () => {
    const workspace = open(1);
    await expect(workspace.create('ferry', 'new')).rejects.toThrow(
      /exists already and is not overwritten/,
    );
    expect(read('articles/ferry.md')).toBe(ARTICLE);
    await workspace.create('train', 'new\n');
    expect(read('articles/train.md')).toBe('new\n');
    expect(readdirSync(join(root, 'articles'))).toEqual(['ferry.md', 'train.md']);
  });
});

describe('files of no article', () => {
  it('are found, in articles and in locales', async () => {
    mkdirSync(join(root, 'locales/zh'), { recursive: true });
    for (const path of [
      'articles/Bad_Name.md',
      'articles/报道.md',
      'articles/story.markdown',
      'articles/gone.review.jsonl',
      'articles/picture.png',
      'locales/zh/ferry.json',
      'locales/zh/gone.json',
      'locales/zh/duizhao.json',
    ]) {
      writeFileSync(join(root, path), '');
    }
    expect(await open(1).strangers()).toEqual({
      articles: ['articles/Bad_Name.md', 'articles/story.markdown', 'articles/报道.md'],
      others: ['articles/gone.review.jsonl', 'locales/zh/gone.json'],
    });
  });
});

describe('the term base', () => {
  it('that has a file where its folder should be is told of as such', async () => {
    writeFileSync(join(root, 'locales'), '');
    const reading = open(1).terms();
    await expect(reading).rejects.toThrow(UserError);
    await expect(reading).rejects.toThrow('locales/terms.csv cannot be read: a part of its path');
  });
});

describe('the fingerprint', () => {
  it('changes with every file that the state depends on', async () => {
    const workspace = open(1);
    const print = async () => (await workspace.fingerprints(['ferry'])).get('ferry');
    const seen = new Set([await print()]);
    const article = await workspace.open('ferry');
    await workspace.commit('ferry', [sign(article, 1, '甲。')]);
    seen.add(await print());
    writeFileSync(join(root, 'articles/ferry.md'), `${ARTICLE} `);
    seen.add(await print());
    writeFileSync(join(root, 'locales/en/ferry.json'), '{}\n');
    seen.add(await print());
    await open(2).jot('ferry', typed(article, 2, '半'));
    seen.add(await print());
    expect(seen.size).toBe(5);
  });
});
