/** The journal and the files when the system refuses, and what a crash between two files leaves. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/config.ts';
import { JournalledError, UserError } from '../../src/core/errors.ts';
import type { Operation } from '../../src/core/operations.ts';
import type { ArticleState } from '../../src/core/state.ts';
import { DiskWorkspace } from '../../src/io/workspace.ts';

const disk = vi.hoisted(() => ({
  /** The code with which the journal is refused. */
  refusal: null as string | null,
  /** The end of the path that no file can be put in the place of. */
  blocked: null as string | null,
  synced: [] as string[],
}));

function refuse(): void {
  if (disk.refusal === null) return;
  throw Object.assign(new Error(disk.refusal), { code: disk.refusal });
}

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const names = new Map<number, string>();
  return {
    ...real,
    openSync: (...args: Parameters<typeof real.openSync>) => {
      const descriptor = real.openSync(...args);
      names.set(descriptor, String(args[0]));
      return descriptor;
    },
    writeSync: (descriptor: number, bytes: Buffer, offset: number) => {
      // A full disk takes a part before it refuses.
      if (disk.refusal !== null && offset === 0) return real.writeSync(descriptor, bytes, 0, 5);
      refuse();
      return real.writeSync(descriptor, bytes, offset);
    },
    fsyncSync: (descriptor: number) => {
      disk.synced.push(names.get(descriptor) ?? '');
      real.fsyncSync(descriptor);
    },
  };
});

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

let root: string;
let state: string;

beforeEach(() => {
  disk.refusal = null;
  disk.blocked = null;
  disk.synced = [];
  root = mkdtempSync(join(tmpdir(), 'duizhao-durability-'));
  state = join(root, '.state');
  mkdirSync(join(root, 'articles'));
  writeFileSync(
    join(root, 'articles/ferry.md'),
    '---\ntitle: 渡轮起航\n---\n\nThe ferry left at dawn.\n\nIt carried 140 people.\n',
  );
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function open(pid: number): DiskWorkspace {
  return new DiskWorkspace({
    root,
    config: DEFAULT_CONFIG,
    environment: { DUIZHAO_STATE: state },
    processes: { pid, isAlive: (other) => other === pid },
    version: '0',
  });
}

function sign(article: ArticleState, index: number, zh: string, second = 1): Operation {
  const unit = article.units[index];
  if (unit === undefined) throw new Error(`no unit ${index}`);
  const at = new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
  const { key, segment } = unit;
  return { type: 'sign-off', key, at, by: '林', source: 'en', en: segment.text, zh, seen: null };
}

function journalText(): string {
  const folder = join(state, readdirSync(state)[0] ?? '');
  const name = readdirSync(folder).find((entry) => entry.startsWith('journal-')) ?? '';
  return readFileSync(join(folder, name), 'utf8');
}

describe('the journal', () => {
  it('is on the disk, and so is its name, before a file of the workspace is touched', async () => {
    const workspace = open(1);
    const article = await workspace.open('ferry');
    await workspace.commit('ferry', [sign(article, 1, '渡轮清晨离港。')]);
    const folder = join(state, readdirSync(state)[0] ?? '');
    expect(disk.synced).toContain(folder);
    expect(disk.synced).toContain(state);
    expect(disk.synced.at(-1)).toMatch(/journal-1-\w+\.jsonl$/);
  });

  it.each([
    ['ENOSPC', 'the disk is full'],
    ['EDQUOT', 'the disk quota is used up'],
    ['EROFS', 'the file system is read-only'],
    ['EIO', 'EIO'],
  ])(
    'that meets %s says so, keeps no half line, and takes the work later',
    async (code, reason) => {
      const workspace = open(1);
      const article = await workspace.open('ferry');
      await workspace.jot('ferry', sign(article, 2, '乙。'));
      const before = journalText();
      const operation = sign(article, 1, '甲。', 2);
      disk.refusal = code;
      disk.blocked = 'zh/ferry.json';
      await expect(workspace.jot('ferry', operation)).rejects.toThrow(reason);
      const refused = workspace.commit('ferry', [operation]);
      await expect(refused).rejects.toThrow(reason);
      await expect(refused).rejects.not.toBeInstanceOf(JournalledError);
      expect(journalText()).toBe(before);
      expect(existsSync(join(root, 'locales/zh/ferry.json'))).toBe(false);
      disk.blocked = null;
      disk.refusal = null;
      await workspace.commit('ferry', [operation]);
      expect(readFileSync(join(root, 'locales/zh/ferry.json'), 'utf8')).toContain('甲。');
    },
  );

  it.each(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO'])(
    'that meets %s keeps no confirmed pair from its files',
    async (code) => {
      const workspace = open(1);
      const article = await workspace.open('ferry');
      disk.refusal = code;
      const after = await workspace.commit('ferry', [sign(article, 1, '甲。')]);
      expect(after.units[1]?.status).toBe('reviewed');
      expect((await open(2).open('ferry')).units[1]?.status).toBe('reviewed');
    },
  );

  it('that has no place at all keeps no confirmed pair from its files, and says what it cannot keep', async () => {
    writeFileSync(state, 'This is no folder.');
    const workspace = open(1);
    const article = await workspace.open('ferry');
    await workspace.commit('ferry', [sign(article, 1, '甲。')]);
    await workspace.commit('ferry', [sign(article, 2, '乙。', 2)]);
    const units = (await open(2).open('ferry')).units.map(({ status }) => status);
    expect(units.slice(1)).toEqual(['reviewed', 'reviewed']);
    await expect(workspace.jot('ferry', sign(article, 1, '丙。', 3))).rejects.toThrow(UserError);
    expect(readdirSync(tmpdir()).filter((name) => /^duizhao-[0-9a-f]+\.lock$/.test(name))).toEqual(
      [],
    );
  });

  it('that has no place takes no correction, which it alone could make whole, and says so', async () => {
    writeFileSync(state, 'This is no folder.');
    const workspace = open(1);
    const article = await workspace.open('ferry');
    const [, unit] = article.units;
    const before = unit?.segment.text ?? '';
    const stamp = { key: unit?.key ?? '', at: '2026-01-01T00:00:00.000Z', by: '林' };
    const correction = {
      type: 'correct-source',
      ...stamp,
      before,
      after: 'It left at noon.',
    } as const;
    await expect(workspace.commit('ferry', [correction])).rejects.toThrow(UserError);
  });

  it('does not grow while the same work is tried again and again', async () => {
    const workspace = open(1);
    const article = await workspace.open('ferry');
    disk.blocked = 'zh/ferry.json';
    const operation = sign(article, 1, '甲。');
    for (let attempt = 0; attempt < 5; attempt++) {
      await expect(workspace.commit('ferry', [operation])).rejects.toThrow('cannot be written');
    }
    expect(journalText().trimEnd().split('\n')).toHaveLength(1);
  });

  it('that somebody removed is made again with all that was in it', async () => {
    const workspace = open(1);
    const article = await workspace.open('ferry');
    await workspace.jot('ferry', sign(article, 1, '甲。'));
    rmSync(state, { recursive: true });
    await workspace.jot('ferry', sign(article, 2, '乙。', 2));
    const units = (await open(2).open('ferry')).units.map((unit) => unit.pair?.zh);
    expect(units).toEqual([undefined, '甲。', '乙。']);
  });

  it('keeps what was typed after the work that is tried again', async () => {
    const workspace = open(1);
    const article = await workspace.open('ferry');
    await workspace.jot('ferry', sign(article, 1, '后来。', 9));
    await workspace.commit('ferry', [sign(article, 1, '先前。', 1)]);
    expect(journalText()).toContain('后来。');
  });
});

describe('a crash between two files', () => {
  const FILES = ['locales/zh/ferry.json', 'locales/en/ferry.json', 'articles/ferry.review.jsonl'];

  // The first file that cannot be written ends a commit where a crash before it would.
  it.each(FILES)('before %s loses no pair', async (path) => {
    const workspace = open(1);
    const article = await workspace.open('ferry');
    disk.blocked = path;
    const operation = sign(article, 1, '渡轮清晨离港。');
    // Who is told so may leave: it is written at the next start.
    await expect(workspace.commit('ferry', [operation])).rejects.toThrow(JournalledError);
    disk.blocked = null;
    const next = open(2);
    expect([...(await next.recover())]).toEqual([['ferry', 1]]);
    const unit = (await open(3).open('ferry')).units[1];
    expect([unit?.status, unit?.pair?.zh]).toEqual(['reviewed', '渡轮清晨离港。']);
    expect(unit?.record?.signoffs).toHaveLength(1);
    expect(unit?.record?.drafts).toEqual([]);
  });

  it.each(FILES)('before %s loses no pair whose segment has gone', async (path) => {
    const workspace = open(1);
    const article = await workspace.open('ferry');
    await workspace.commit('ferry', [sign(article, 1, '渡轮清晨离港。')]);
    const shorter = '---\ntitle: 渡轮起航\n---\n\nIt carried 140 people.\n';
    writeFileSync(join(root, 'articles/ferry.md'), shorter);
    const now = await workspace.open('ferry');
    disk.blocked = path;
    const commit = workspace.commit('ferry', [sign(now, 1, '载客一百四十人。', 5)]);
    await expect(commit).rejects.toThrow('the disk is full');
    disk.blocked = null;
    expect(FILES.map((file) => read(file)).join('')).toContain('渡轮清晨离港。');
    await open(2).recover();
    const after = await open(3).open('ferry');
    expect([...after.orphans.values()]).toMatchObject([{ zh: '渡轮清晨离港。', stored: true }]);
    expect(after.units[1]).toMatchObject({ status: 'reviewed', pair: { zh: '载客一百四十人。' } });
    expect(read('locales/zh/ferry.json')).not.toContain('渡轮清晨离港。');
  });
});

function read(path: string): string {
  const file = join(root, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
