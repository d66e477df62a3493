/** Files that change, with the system's notice of it and without. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchFolders } from '../../src/io/watch.ts';

let root: string;
let stop: () => void;
let told: (readonly string[] | null)[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'duizhao-watch-'));
  mkdirSync(join(root, 'articles'));
  writeFileSync(join(root, 'articles/ferry.md'), 'one\n');
  told = [];
  stop = () => undefined;
});

afterEach(() => {
  stop();
  rmSync(root, { recursive: true, force: true });
});

const refuse = (): never => {
  throw Object.assign(new Error('no more watches'), { code: 'ENOSPC' });
};

function start(...more: [typeof refuse] | []): void {
  const folders = ['articles', 'locales/zh'].map((path) => join(root, path));
  stop = watchFolders(folders, (slugs) => told.push(slugs), ...more);
}

function write(path: string, text: string): void {
  writeFileSync(join(root, `${path}.tmp`), text);
  renameSync(join(root, `${path}.tmp`), join(root, path));
}

const until = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 20 });

describe.each([
  ['with the system’s notice', []],
  ['without it', [refuse] as [typeof refuse]],
] as const)('files that change, %s', (_, more) => {
  it('are told by the slug of their article, those of one moment at once', async () => {
    start(...more);
    write('articles/ferry.md', 'two\n');
    write('articles/ferry.review.jsonl', '{}\n');
    write('articles/train.md', 'one\n');
    write('articles/pier.published.jsonl', '{}\n');
    await until(() => expect(new Set(told.flat())).toEqual(new Set(['ferry', 'pier', 'train'])));
  });

  it('may go', async () => {
    start(...more);
    rmSync(join(root, 'articles/ferry.md'));
    await until(() => expect(told.flat()).toContain('ferry'));
  });

  it('may be in a folder that was not there', async () => {
    start(...more);
    mkdirSync(join(root, 'locales/zh'), { recursive: true });
    await until(() => expect(told).toContainEqual(null));
    told = [];
    write('locales/zh/ferry.json', '{}\n');
    await until(() => expect(told.flat()).toContain('ferry'));
  });

  it('may be in a folder that another one has taken the place of', async () => {
    start(...more);
    mkdirSync(join(root, 'other'));
    writeFileSync(join(root, 'other/ferry.md'), 'other\n');
    rmSync(join(root, 'articles'), { recursive: true });
    renameSync(join(root, 'other'), join(root, 'articles'));
    await until(() => expect(told).toContainEqual(null));
    told = [];
    write('articles/ferry.md', 'three\n');
    await until(() => expect(told.flat()).toContain('ferry'));
  });
});

it('tells nothing once it is stopped, nor of files that are no article’s', async () => {
  start();
  writeFileSync(join(root, 'articles/.ferry.md.0a1b.tmp'), 'x');
  writeFileSync(join(root, 'articles/notes.txt'), 'x');
  stop();
  write('articles/ferry.md', 'two\n');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(told).toEqual([]);
});
