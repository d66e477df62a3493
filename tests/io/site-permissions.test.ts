/**
 * Sites that somebody has made read-only in whole or in part. Nothing is forbidden to root, who may run the
 * tests, so the calls ask as the system asks anybody else.
 */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Stamps } from '../../src/core/site-folder.ts';
import { openSiteFolder } from '../../src/io/site-folder.ts';

const system = vi.hoisted(() => ({
  /** What belongs to somebody else below it: it cannot even be made writable. */
  foreign: null as string | null,
}));

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const deny = (): never => {
    throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
  };
  const isForeign = (path: string): boolean =>
    system.foreign !== null && real.existsSync(join(path, system.foreign));
  const isFolder = (path: string): boolean =>
    real.lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  const ask = (folder: string): void => {
    if (isFolder(folder) && (real.statSync(folder).mode & 0o200) === 0) deny();
  };
  const askBelow = (folder: string): void => {
    if (!isFolder(folder)) return;
    if (real.readdirSync(folder).length > 0) ask(folder);
    for (const name of real.readdirSync(folder)) askBelow(join(folder, name));
  };
  return {
    ...real,
    accessSync: (path: string, mode: number) => {
      real.accessSync(path, mode);
      ask(path);
    },
    chmodSync: (path: string, mode: number) =>
      isForeign(path) ? deny() : real.chmodSync(path, mode),
    renameSync: (from: string, to: string) => {
      ask(dirname(from));
      ask(dirname(to));
      // What moves to another folder is written in: `..` is another.
      if (dirname(from) !== dirname(to)) ask(from);
      real.renameSync(from, to);
    },
    rmSync: (path: string, options: object) => {
      ask(dirname(path));
      askBelow(path);
      real.rmSync(path, options);
    },
    mkdirSync: (path: string, options: object) => {
      ask(dirname(path));
      return real.mkdirSync(path, options);
    },
    linkSync: (from: string, to: string) => {
      ask(dirname(to));
      real.linkSync(from, to);
    },
    writeFileSync: (path: string, content: string, options: object) => {
      if (!real.existsSync(path)) ask(dirname(path));
      real.writeFileSync(path, content, options);
    },
  };
});

let root: string;
let site: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'duizhao-permissions-'));
  site = join(root, 'site');
});

afterEach(async () => {
  system.foreign = null;
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) chmodSync(join(entry.parentPath, entry.name), 0o755);
  }
  await rm(root, { recursive: true, force: true });
});

type Files = Readonly<Record<string, string>>;

describe.each([
  ['alone', false],
  ['that has the site before to begin with', true],
])('a site folder %s', (_how, spare) => {
  async function publish(files: Files): Promise<Stamps> {
    const staged = openSiteFolder(site, { root: spare ? root : null }).stage();
    const hashes = Object.entries(files).map(([path, text]) => [path, staged.put(path, text)]);
    return staged.commit({ version: '1', files: Object.fromEntries(hashes), articles: {} });
  }

  const beside = (): string[] => readdirSync(root).filter((name) => name !== '.duizhao');
  const page = (): string => readFileSync(join(site, 'zh/a/index.html'), 'utf8');

  it('stays as it is where it is read-only, and goes on once it is not', async () => {
    await publish({ 'zh/a/index.html': '1' });
    chmodSync(site, 0o555);
    await expect(publish({ 'zh/a/index.html': '2' })).rejects.toThrow(
      'site cannot be written: permission denied.',
    );
    expect(page()).toBe('1');
    expect(beside()).toEqual(['site']);
    chmodSync(site, 0o755);
    await publish({ 'zh/a/index.html': '2' });
    expect(page()).toBe('2');
  });

  it('is replaced again and again with read-only folders in it', async () => {
    for (const text of ['1', '2', '3', '4']) {
      const stamps = await publish({ 'zh/a/index.html': text, [`en/${text}`]: 'x' });
      expect(Object.keys(stamps).sort()).toEqual([`en/${text}`, 'zh/a/index.html']);
      expect(page()).toBe(text);
      expect(readdirSync(join(site, 'en'))).toEqual([text]);
      expect(beside()).toEqual(['site']);
      for (const folder of ['zh', 'zh/a']) chmodSync(join(site, folder), 0o555);
    }
  });

  it('is not blocked by what a run has left read-only', async () => {
    await publish({ 'zh/a/index.html': '1' });
    const left = join(root, '.site.0123abcd.new');
    mkdirSync(join(left, 'zh'), { recursive: true });
    writeFileSync(join(left, 'zh', 'b'), 'x');
    for (const folder of [join(left, 'zh'), left]) chmodSync(folder, 0o555);
    await publish({ 'zh/a/index.html': '2' });
    expect(page()).toBe('2');
    expect(beside()).toEqual(['site']);
  });

  it('is not blocked by what belongs to somebody else, and leaves that alone', async () => {
    await publish({ 'zh/a/index.html': '1', 'zh/theirs': 'x' });
    chmodSync(join(site, 'zh'), 0o555);
    system.foreign = 'theirs';
    for (const text of ['2', '3', '4']) {
      await publish({ 'zh/a/index.html': text });
      expect(page()).toBe(text);
    }
    const { left } = openSiteFolder(site, { root });
    expect(left).toEqual(beside().filter((name) => name !== 'site'));
    const kept = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('theirs'),
    );
    expect(kept).toHaveLength(1);
    expect(existsSync(join(site, 'zh', 'theirs'))).toBe(false);
    expect(statSync(site).mode & 0o200).not.toBe(0);
  });
});
