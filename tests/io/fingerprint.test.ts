/** What is remembered of files never hides that they are others. */
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Fingerprints } from '../../src/io/fingerprint.ts';

let root: string;
let path: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'duizhao-fingerprint-'));
  for (const folder of ['articles', 'locales/zh', 'locales/en']) {
    mkdirSync(join(root, folder), { recursive: true });
  }
  path = join(root, 'articles', 'pier.md');
  writeFileSync(path, 'The pier.\n');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

async function print(rest = ''): Promise<string> {
  const fingerprints = new Fingerprints(root, true);
  const found = await fingerprints.of('pier', rest);
  await fingerprints.save();
  return found;
}

const truth = (rest = ''): Promise<string> => new Fingerprints(root, false).of('pier', rest);

const remembered = (): unknown => {
  const file = join(root, '.duizhao', 'fingerprints.json');
  return JSON.parse(readFileSync(file, 'utf8'));
};

/** Long enough ago to be remembered, as far as a program can say that of a file. */
function settle(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 2600);
  });
}

it('is the hash of the bytes, remembered or not, whatever is done to the files', async () => {
  await settle();
  expect(await print()).toBe(await truth());
  expect(remembered()).toHaveProperty('pier');
  expect(await print()).toBe(await truth());
  expect(await print('other setting')).toBe(await truth('other setting'));
  const { atime, mtime } = statSync(path);
  // As long as before, and with the old time.
  writeFileSync(path, 'The peer.\n');
  utimesSync(path, atime, mtime);
  expect(await print()).toBe(await truth());
  writeFileSync(join(root, 'locales', 'zh', 'pier.json'), '{}\n');
  expect(await print()).toBe(await truth());
  rmSync(path);
  symlinkSync('../locales/zh/pier.json', path);
  expect(await print()).toBe(await truth());
});

it('is not remembered of files that were changed a moment ago', async () => {
  expect(await print()).toBe(await truth());
  expect(() => remembered()).toThrow(/ENOENT/);
});

it.each(['', '{"pier":[]}', '{"pier":{"rest":"","mark":1}}', '[]'])(
  'is read anew where the memory is %j',
  async (text) => {
    mkdirSync(join(root, '.duizhao'));
    writeFileSync(join(root, '.duizhao', 'fingerprints.json'), text);
    expect(await print()).toBe(await truth());
  },
);
