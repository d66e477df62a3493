/** A correction of the source on disk: all of it or none, whatever instant a crash picks. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/config.ts';
import { correctionOperation } from '../../src/core/correction.ts';
import { RefusedError } from '../../src/core/errors.ts';
import type { Operation } from '../../src/core/operations.ts';
import type { ArticleState } from '../../src/core/state.ts';
import { DiskWorkspace } from '../../src/io/workspace.ts';

const disk = vi.hoisted(() => ({
  /** The end of the path that no file can be put in the place of. */
  blocked: null as string | null,
}));

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  return {
    ...real,
    rename: async (from: string, to: string) => {
      if (disk.blocked !== null && to.endsWith(disk.blocked)) {
        throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
      }
      await real.rename(from, to);
    },
  };
});

const ARTICLE =
  '---\ntitle: 渡轮起航\n---\n\nThe ferry left\nat dawn. It carried 140 people.\n\nNobody saw the fog.\n';
const FILES = [
  'articles/ferry.md',
  'locales/zh/ferry.json',
  'locales/en/ferry.json',
  'articles/ferry.review.jsonl',
];

let root: string;

beforeEach(() => {
  disk.blocked = null;
  root = mkdtempSync(join(tmpdir(), 'duizhao-correction-'));
  mkdirSync(join(root, 'articles'));
  writeFileSync(join(root, 'articles/ferry.md'), ARTICLE);
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function open(pid: number): DiskWorkspace {
  return new DiskWorkspace({
    root,
    config: DEFAULT_CONFIG,
    environment: { DUIZHAO_STATE: join(root, '.state') },
    processes: { pid, isAlive: (other) => other === pid },
    version: '0',
  });
}

function read(path: string): string {
  const file = join(root, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function at(second: number): string {
  return new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
}

function sign(article: ArticleState, index: number, zh: string, second: number): Operation {
  const unit = article.units[index];
  if (unit === undefined) throw new Error(`no unit ${index}`);
  const { key, segment } = unit;
  return {
    type: 'sign-off',
    key,
    at: at(second),
    by: '林',
    source: 'en',
    en: segment.text,
    zh,
  };
}

function correct(article: ArticleState, after: string, second = 5): Operation {
  const unit = article.units[1];
  if (unit === undefined) throw new Error('no unit');
  const request = { unit, after, target: '渡轮中午离港。', at: at(second), by: '林' };
  const asked = correctionOperation(article, request);
  if ('problem' in asked) throw new Error(asked.problem);
  return asked.operation;
}

async function signed(): Promise<{ workspace: DiskWorkspace; article: ArticleState }> {
  const workspace = open(1);
  const article = await workspace.open('ferry');
  const operations = [1, 2, 3].map((index) => sign(article, index, `译${index}。`, 1));
  return { workspace, article: await workspace.commit('ferry', operations) };
}

describe('a correction', () => {
  it('is in the article, in both locale files and on record', async () => {
    const { workspace, article } = await signed();
    const after = await workspace.commit('ferry', [correct(article, 'The ferry left at noon.')]);
    await workspace.close();
    expect(read('articles/ferry.md')).toBe(ARTICLE.replace('at dawn', 'at noon'));
    expect(read('locales/en/ferry.json')).toContain('The ferry left at noon.');
    expect(read('locales/zh/ferry.json')).toContain('渡轮中午离港。');
    expect(after.units.map(({ status }) => status).slice(1)).toEqual(Array(3).fill('reviewed'));
    const fresh = await open(2).open('ferry');
    expect(fresh.units).toEqual(after.units);
  });

  it('may be the first thing that is ever done', async () => {
    const workspace = open(1);
    const article = await workspace.open('ferry');
    const after = await workspace.commit('ferry', [correct(article, 'The ferry left at noon.')]);
    expect(after.units[1]).toMatchObject({ key: article.units[1]?.key, status: 'reviewed' });
    expect((await open(2).open('ferry')).units).toEqual(after.units);
  });

  // The second text shares nothing with the old one: only the journal knows whose it is.
  describe.each(['The ferry left at noon.', 'Fog delayed all boats until Monday.'])(
    'to %j',
    (after) => {
      it.each(FILES)('is made whole by the replay when %s could not be written', async (path) => {
        const { workspace, article } = await signed();
        const keys = article.units.map(({ key }) => key);
        disk.blocked = path;
        const commit = workspace.commit('ferry', [correct(article, after)]);
        await expect(commit).rejects.toThrow('the disk is full');
        disk.blocked = null;
        // Whoever reads meanwhile sees the whole of it.
        const seen = await open(2).open('ferry');
        await open(3).recover();
        const now = await open(4).open('ferry');
        for (const state of [seen, now]) {
          expect(state.units.map(({ key }) => key)).toEqual(keys);
          expect(state.units[1]).toMatchObject({
            status: 'reviewed',
            segment: { text: after },
            pair: { en: after, zh: '渡轮中午离港。' },
          });
          expect(state.units[1]?.record?.corrections).toHaveLength(1);
          expect(state.units[1]?.record?.signoffs).toHaveLength(2);
        }
        const [, second = ''] = ARTICLE.split('dawn. ');
        expect(read('articles/ferry.md').endsWith(second)).toBe(true);
      });

      it.each(FILES)('is made whole by trying again when %s could not be written', async (path) => {
        const { workspace, article } = await signed();
        const operation = correct(article, after);
        disk.blocked = path;
        await expect(workspace.commit('ferry', [operation])).rejects.toThrow('the disk is full');
        disk.blocked = null;
        await workspace.commit('ferry', [operation]);
        await workspace.close();
        const now = await open(4).open('ferry');
        expect(now.units[1]).toMatchObject({ status: 'reviewed', segment: { text: after } });
        expect(now.units[1]?.record?.corrections).toHaveLength(1);
      });
    },
  );

  it('is refused where somebody has edited the sentence meanwhile, and is forgotten', async () => {
    const { workspace, article } = await signed();
    const operation = correct(article, 'The ferry left at noon.');
    writeFileSync(join(root, 'articles/ferry.md'), ARTICLE.replace('at dawn', 'at dusk'));
    const before = FILES.map(read);
    await expect(workspace.commit('ferry', [operation])).rejects.toThrow(
      new RefusedError(
        'The source of "ferry" is not corrected: the article holds another text by now; look at it again.',
      ),
    );
    expect(FILES.map(read)).toEqual(before);
    // Not even when the old text comes back.
    writeFileSync(join(root, 'articles/ferry.md'), ARTICLE);
    await open(2).recover();
    expect(read('articles/ferry.md')).toBe(ARTICLE);
  });

  it('of another sentence meets an edit of this one, and keeps it', async () => {
    const { workspace, article } = await signed();
    const operation = correct(article, 'The ferry left at noon.');
    writeFileSync(join(root, 'articles/ferry.md'), ARTICLE.replace('140', '150'));
    await workspace.commit('ferry', [operation]);
    expect(read('articles/ferry.md')).toBe(
      ARTICLE.replace('at dawn', 'at noon').replace('140', '150'),
    );
  });

  it('replayed after the article was edited on does nothing', async () => {
    const { workspace, article } = await signed();
    disk.blocked = FILES[0] ?? '';
    const commit = workspace.commit('ferry', [correct(article, 'The ferry left at noon.')]);
    await expect(commit).rejects.toThrow('the disk is full');
    disk.blocked = null;
    const edited = ARTICLE.replace('at dawn', 'at dusk');
    writeFileSync(join(root, 'articles/ferry.md'), edited);
    await open(2).recover();
    expect(read('articles/ferry.md')).toBe(edited);
    expect((await open(3).open('ferry')).units[1]).toMatchObject({ status: 'stale' });
  });
});
