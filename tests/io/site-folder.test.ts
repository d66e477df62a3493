import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSiteFolder } from '../../src/io/site-folder.ts';

let root: string;
let site: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'duizhao-site-'));
  site = join(root, 'site');
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

type Files = Readonly<Record<string, string>>;

async function publish(files: Files, kept: readonly string[] = []) {
  const folder = openSiteFolder(site);
  const staged = folder.stage();
  const old = typeof folder.manifest === 'object' ? (folder.manifest?.files ?? {}) : {};
  const hashes = Object.entries(files).map(([path, text]) => [path, staged.put(path, text)]);
  for (const path of kept) staged.keep(path);
  const all = [...hashes, ...kept.map((path) => [path, old[path] ?? ''])];
  return staged.commit({ version: '1', files: Object.fromEntries(all), articles: {} });
}

const read = (path: string): string => readFileSync(join(site, path), 'utf8');

describe('a site folder', () => {
  it('holds the new files, those that were kept, and none of the others', async () => {
    await publish({ 'a/index.html': '1', 'b.css': '2', 'c.txt': '3' });
    const inode = statSync(join(site, 'b.css')).ino;
    await publish({ 'c/index.html': '3' }, ['b.css']);
    expect(readdirSync(site).sort()).toEqual(['.duizhao-site.json', 'b.css', 'c']);
    expect(statSync(join(site, 'b.css')).ino).toBe(inode);
    expect(readdirSync(root)).toEqual(['site']);
  });

  it('knows which of its files are as they were', async () => {
    const stamps = await publish({ a: '1', b: '2', c: '3', 'd/e': '4' });
    expect(openSiteFolder(site).intact(stamps)).toEqual(stamps);
    expect(openSiteFolder(site).intact({})).toEqual(stamps);
    writeFileSync(join(site, 'a'), '9');
    rmSync(join(site, 'b'));
    rmSync(join(site, 'c'));
    symlinkSync('d/e', join(site, 'c'));
    expect(Object.keys(openSiteFolder(site).intact(stamps))).toEqual(['d/e']);
  });

  it('leaves the old site when a file cannot be written', async () => {
    await publish({ a: '1' });
    await expect(publish({ x: '2', 'x/y': '3' })).rejects.toThrow(/cannot be written/);
    expect(read('a')).toBe('1');
    expect(readdirSync(root)).toEqual(['site']);
  });

  it('never takes the place of a folder with files of others', () => {
    mkdirSync(site);
    writeFileSync(join(site, 'mine.txt'), 'x');
    expect(() => openSiteFolder(site)).toThrow(/did not write/);
  });

  it('takes files of others along, links as links', async () => {
    await publish({ a: '1' });
    writeFileSync(join(site, 'CNAME'), 'news.example');
    mkdirSync(join(site, 'pictures'));
    writeFileSync(join(site, 'pictures', 'map.png'), 'map');
    symlinkSync('pictures/map.png', join(site, 'map'));
    await publish({ b: '2' });
    expect(openSiteFolder(site).foreign().toSorted()).toEqual(['CNAME', 'map', 'pictures/map.png']);
    expect(read('map')).toBe('map');
    expect(existsSync(join(site, 'a'))).toBe(false);
  });

  it('refuses to write over a file of others', async () => {
    await publish({ a: '1' });
    writeFileSync(join(site, 'b'), 'mine');
    await expect(publish({ b: '2' })).rejects.toThrow(/site\/b is not duizhao's/);
    expect([read('a'), read('b')]).toEqual(['1', 'mine']);
  });

  it('is the folder that a link leads to', async () => {
    mkdirSync(join(root, 'real'));
    symlinkSync('real', site);
    await publish({ a: '1' });
    expect(readFileSync(join(root, 'real', 'a'), 'utf8')).toBe('1');
  });

  it.each([
    ['nothing', [], 'new'],
    ['the old site aside', ['old'], 'old'],
    ['both aside', ['old', 'new'], 'old'],
    ['a new one beside', ['new'], 'new'],
  ])('comes back after a run that died and left %s', async (_what, left, reads) => {
    await publish({ a: 'old' });
    if (left.includes('old')) renameSync(site, join(root, '.site.0123abcd.old'));
    else await publish({ a: 'new' });
    if (left.includes('new')) mkdirSync(join(root, '.site.0123abcd.new'));
    openSiteFolder(site);
    expect(read('a')).toBe(reads);
    expect(readdirSync(root)).toEqual(['site']);
  });

  it('writes nothing outside', () => {
    const staged = openSiteFolder(site).stage();
    expect(() => staged.put('../out', '1')).toThrow(/leaves the folder/);
    staged.abort();
    expect(readdirSync(root)).toEqual([]);
  });

  it.each(['{"files":["a"]}', '{"files":{"../x":"y"},"version":"1","articles":{}}', 'no JSON'])(
    'has a manifest that cannot be read: %s',
    (text) => {
      mkdirSync(site);
      writeFileSync(join(site, '.duizhao-site.json'), text);
      expect(openSiteFolder(site).manifest).toBe('old');
    },
  );
});
