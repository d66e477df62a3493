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
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replaceFolder } from '../../src/io/replace-folder.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'duizhao-site-'));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('replacing a folder', () => {
  it('leaves the new files and none of the old', async () => {
    const site = join(root, 'site');
    await replaceFolder(
      site,
      new Map([
        ['a/index.html', '1'],
        ['b.css', '2'],
      ]),
    );
    const report = await replaceFolder(
      site,
      new Map([
        ['b.css', '2'],
        ['c/index.html', '3'],
      ]),
    );
    expect(report).toEqual({ written: ['c/index.html'], unchanged: ['b.css'] });
    expect(existsSync(join(site, 'a'))).toBe(false);
    expect(readFileSync(join(site, 'c/index.html'), 'utf8')).toBe('3');
    expect(readdirSync(root)).toEqual(['site']);
  });

  it('leaves the old site when a file cannot be written', async () => {
    const site = join(root, 'site');
    await replaceFolder(site, new Map([['a', '1']]));
    await expect(
      replaceFolder(
        site,
        new Map([
          ['x', '2'],
          ['x/y', '3'],
        ]),
      ),
    ).rejects.toThrow(/cannot be written/);
    expect(readFileSync(join(site, 'a'), 'utf8')).toBe('1');
    expect(readdirSync(root)).toEqual(['site']);
  });

  it('never removes a folder with files of others', async () => {
    const site = join(root, 'site');
    mkdirSync(site);
    writeFileSync(join(site, 'mine.txt'), 'x');
    await expect(replaceFolder(site, new Map([['a', '1']]))).rejects.toThrow(/did not write/);
    expect(readFileSync(join(site, 'mine.txt'), 'utf8')).toBe('x');
  });

  it('writes nothing outside', async () => {
    await expect(replaceFolder(join(root, 'site'), new Map([['../out', '1']]))).rejects.toThrow(
      /leaves the folder/,
    );
    expect(readdirSync(root)).toEqual([]);
  });
});
