/** Pictures of a workspace: read inside of it only. */
import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Fingerprints } from '../../src/io/fingerprint.ts';
import { readPicture } from '../../src/io/picture-file.ts';
import { PNG } from '../editions/picture-bytes.ts';

let folder = '';
let root = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pictures-'));
  root = join(folder, 'workspace');
  mkdirSync(join(root, 'articles/pictures'), { recursive: true });
  writeFileSync(join(root, 'articles/pictures/a.png'), PNG);
  writeFileSync(join(folder, 'outside.png'), PNG);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (path: string): string => join(root, 'articles', path);

describe('a picture', () => {
  it('is read, and so is one behind a link that stays inside', () => {
    symlinkSync('pictures/a.png', at('b.png'));
    for (const path of ['articles/pictures/a.png', 'articles/b.png']) {
      expect(Buffer.from(readPicture(root, path) ?? [])).toEqual(Buffer.from(PNG));
    }
  });

  it.each(['articles/none.png', 'articles/none/a.png', 'articles/pictures'])(
    'is none at %s',
    (path) => {
      expect(readPicture(root, path)).toBeNull();
    },
  );

  it('is not read through a link that leads out, of the file or of its folder', () => {
    symlinkSync(join(folder, 'outside.png'), at('c.png'));
    symlinkSync(folder, at('d'));
    for (const path of ['articles/c.png', 'articles/d/outside.png']) {
      expect(() => readPicture(root, path)).toThrow('leads out of the workspace');
    }
  });

  it('has a limit, which is named', () => {
    truncateSync(at('pictures/a.png'), 16_000_001);
    expect(() => readPicture(root, 'articles/pictures/a.png')).toThrow(
      'articles/pictures/a.png has 16 MB, and a picture may have 16 MB: make it smaller.',
    );
  });
});

describe('an article’s fingerprint', () => {
  const print = (): Promise<string> => new Fingerprints(root, false).of('pier', '');

  it('changes with a picture that it names, and with no other', async () => {
    writeFileSync(at('pier.md'), 'The pier. ![pier](pictures/a.png)\n');
    writeFileSync(at('pictures/b.png'), PNG);
    const before = await print();
    utimesSync(at('pictures/b.png'), 1000, 1000);
    expect(await print()).toBe(before);
    utimesSync(at('pictures/a.png'), 1000, 1000);
    const after = await print();
    expect(after).not.toBe(before);
    rmSync(at('pictures/a.png'));
    expect([before, after]).not.toContain(await print());
  });
});
