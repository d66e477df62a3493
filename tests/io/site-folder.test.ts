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
import { setTimeout as sleep } from 'node:timers/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Stamps } from '../../src/core/site-folder.ts';
import { openSiteFolder } from '../../src/io/site-folder.ts';
import { contentHash } from '../../src/io/site-manifest.ts';

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

/** Where the site before is kept for the next run; null: nowhere. */
let workspace: string | null = null;

async function publish(files: Files, kept: readonly string[] = []) {
  const folder = openSiteFolder(site, { root: workspace });
  const staged = folder.stage();
  const old = typeof folder.manifest === 'object' ? (folder.manifest?.files ?? {}) : {};
  const hashes = Object.entries(files).map(([path, text]) => [path, staged.put(path, text)]);
  const intact = folder.intact({});
  for (const path of kept) staged.keep(path, intact[path] ?? '');
  const all = [...hashes, ...kept.map((path) => [path, old[path] ?? ''])];
  return staged.commit({ version: '1', files: Object.fromEntries(all), articles: {} });
}

/** What stands beside the site. */
const beside = (): string[] => readdirSync(root).filter((name) => name !== '.duizhao');

const read = (path: string): string => readFileSync(join(site, path), 'utf8');

describe.each([
  ['alone', false],
  ['that has the site before to begin with', true],
])('a site folder %s', (_how, spare) => {
  beforeEach(() => {
    workspace = spare ? root : null;
  });

  it('holds the new files, those that were kept, and none of the others', async () => {
    await publish({ 'a/index.html': '1', 'b.css': '2', 'c.txt': '3' });
    const inode = statSync(join(site, 'b.css')).ino;
    await publish({ 'c/index.html': '3' }, ['b.css']);
    expect(readdirSync(site).sort()).toEqual(['.duizhao-site.json', 'b.css', 'c']);
    expect(statSync(join(site, 'b.css')).ino).toBe(inode);
    expect(beside()).toEqual(['site']);
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
    expect(beside()).toEqual(['site']);
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

  it.each([
    ['in the place of a file', 'b', { b: '2' }],
    ['in the place of a folder', 'b', { 'b/index.html': '2' }],
    ['in the place of a folder further up', 'b', { 'b/c/index.html': '2' }],
    ['in a folder in the place of a file', 'b/mine', { b: '2' }],
  ])('refuses to write over a file of others %s', async (_where, theirs, ours: Files) => {
    await publish({ a: '1', 'b/c/index.html': '1' });
    rmSync(join(site, 'b'), { recursive: true });
    mkdirSync(dirname(join(site, theirs)), { recursive: true });
    writeFileSync(join(site, theirs), 'mine');
    const refusal = `site/${theirs} is not duizhao's, and would be written over: move it`;
    await expect(publish(ours)).rejects.toThrow(refusal);
    expect([read('a'), read(theirs)]).toEqual(['1', 'mine']);
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
    expect(beside()).toEqual(['site']);
  });

  it('says at once where there can be no folder', async () => {
    const folder = openSiteFolder('/proc/duizhao-site', { root: workspace });
    const put = () => folder.stage().put('a/b/c', '1');
    expect(put).toThrow('/proc/duizhao-site cannot be written: ');
  });

  it('writes nothing outside', () => {
    const staged = openSiteFolder(site).stage();
    expect(() => staged.put('../out', '1')).toThrow(/leaves the folder/);
    staged.abort();
    expect(beside()).toEqual([]);
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

const segment = fc.constantFrom('a', 'b');
const path = fc.array(segment, { minLength: 1, maxLength: 2 }).map((parts) => parts.join('/'));
const text = fc.constantFrom('1', '2');

/** Files that can stand in one folder: none has the name of a folder of another. */
const files = fc.dictionary(path, text, { maxKeys: 4 }).map((all): Files => {
  const isFolder = (name: string): boolean =>
    Object.keys(all).some((other) => other.startsWith(`${name}/`));
  return Object.fromEntries(Object.entries(all).filter(([name]) => !isFolder(name)));
});

const harm = fc.record({
  where: fc.constantFrom('site', 'spare'),
  path,
  deed: fc.constantFrom('write', 'remove', 'add', 'folder'),
});

function spareFolder(): string {
  const all = join(root, '.duizhao', 'spare');
  const [name] = existsSync(all) ? readdirSync(all) : [];
  return name === undefined ? join(root, 'nowhere') : join(all, name);
}

const isFolder = (full: string): boolean =>
  statSync(full, { throwIfNoEntry: false })?.isDirectory() === true;

const DEEDS: Readonly<Record<string, (full: string) => void>> = {
  add: (full) => {
    if (isFolder(dirname(full)) && !existsSync(full)) writeFileSync(full, 'foreign');
  },
  folder: (full) => {
    if (!existsSync(full) || isFolder(full)) return;
    rmSync(full);
    mkdirSync(full);
    writeFileSync(join(full, 'a'), 'foreign');
  },
  write: (full) => {
    if (existsSync(full) && !isFolder(full)) writeFileSync(full, 'harm');
  },
  remove: (full) => {
    if (isFolder(dirname(full)) && !isFolder(full)) rmSync(full, { force: true });
  },
};

function contents(): Files {
  const found = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== '.duizhao-site.json')
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    found.map((full) => [full.slice(site.length + 1), readFileSync(full, 'utf8')]),
  );
}

/** Marks of folders are trusted at once: whoever harms something waits until the clock has gone on. */
const now = (): number => Date.now() + 10_000;
const TICK = 15;

/** As the press does it: what still stands as it should is kept, the rest is written. */
async function publishSite(wanted: Files, stamps: Stamps): Promise<Stamps> {
  const folder = openSiteFolder(site, { root, now });
  const old = folder.manifest === null || folder.manifest === 'old' ? {} : folder.manifest.files;
  const intact = folder.intact(stamps);
  const stands = (name: string): boolean =>
    Object.hasOwn(intact, name) && old[name] === contentHash(wanted[name] ?? '');
  const staged = folder.stage();
  const names = Object.keys(wanted);
  for (const name of names.filter((each) => !stands(each))) staged.put(name, wanted[name] ?? '');
  for (const name of names.filter(stands)) staged.keep(name, intact[name] ?? '');
  const hashes = names.map((name) => [name, contentHash(wanted[name] ?? '')]);
  return staged.commit({ version: '1', files: Object.fromEntries(hashes), articles: {} });
}

describe('the site before', () => {
  it('gives the next one its files and nothing else, whatever has been done to it', async () => {
    await fc.assert(
      fc
        .asyncProperty(
          fc.array(fc.tuple(files, fc.array(harm, { maxLength: 3 })), { maxLength: 6 }),
          async (runs) => {
            let stamps: Stamps = {};
            for (const [wanted, harms] of runs) {
              const foreign = existsSync(site) ? openSiteFolder(site, { root, now }).foreign() : [];
              // A file of others in the way of ours is refused, which has a test of its own.
              const free = Object.fromEntries(
                Object.entries(wanted).filter(([name]) =>
                  foreign.every(
                    (other) => !`${name}/`.startsWith(`${other}/`) && !other.startsWith(`${name}/`),
                  ),
                ),
              );
              stamps = await publishSite(free, stamps);
              const kept = foreign.map((name) => [name, contents()[name]]);
              expect(contents()).toEqual({ ...free, ...Object.fromEntries(kept) });
              expect(foreign.every((name) => contents()[name] !== undefined)).toBe(true);
              if (harms.length > 0) await sleep(TICK);
              for (const { where, path: at, deed } of harms) {
                DEEDS[deed]?.(join(where === 'site' ? site : spareFolder(), at));
              }
            }
          },
        )
        .afterEach(() => {
          rmSync(root, { recursive: true, force: true });
          mkdirSync(root);
        }),
      { numRuns: 100 },
    );
    // Some hundred sites are synced to the disk: a busy one takes its time.
  }, 300_000);

  it('stays the same file where nothing changed, and is not written into', async () => {
    let stamps: Stamps = {};
    for (const b of ['1', '2', '3', '4']) stamps = await publishSite({ a: 'x', b }, stamps);
    expect(statSync(join(spareFolder(), 'a')).ino).toBe(statSync(join(site, 'a')).ino);
    expect(readFileSync(join(spareFolder(), 'b'), 'utf8')).toBe('3');
  });

  it('is not kept where a link leads out of the workspace', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'duizhao-outside-'));
    symlinkSync(outside, join(root, '.duizhao'));
    await publishSite({ a: '1' }, await publishSite({ a: '2' }, {}));
    expect(readdirSync(outside)).toEqual([]);
    expect(read('a')).toBe('1');
    rmSync(outside, { recursive: true });
  });
});
