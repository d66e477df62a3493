/** Names of what articles are made of on the disk, remembered from one run to the next. */
import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import * as v from 'valibot';
import { articlePath, localePath, reviewPath } from '../core/paths.ts';
import { picturesNamed } from '../core/pictures.ts';
import { recall, remember } from './cache.ts';
import { pictureStamp } from './picture-file.ts';
import { readWorkspaceFile } from './workspace-file.ts';

function pathsOf(slug: string): string[] {
  return [articlePath(slug), localePath('zh', slug), localePath('en', slug), reviewPath(slug)];
}

interface Read {
  /** Of the files' bytes, and of what else the article's state depends on. */
  readonly hash: string;
  /** Paths of the pictures that the article names. */
  readonly pictures: readonly string[];
}

function readFiles(root: string, slug: string, rest: string): Read {
  const hash = createHash('sha256').update(rest);
  let pictures: readonly string[] = [];
  for (const [index, path] of pathsOf(slug).entries()) {
    const bytes = readWorkspaceFile(root, path);
    // Lengths keep the borders: no two sets of files share a stream of bytes.
    hash.update(`\n${bytes === null ? -1 : bytes.length}\n`);
    if (bytes !== null) hash.update(bytes);
    if (bytes !== null && index === 0) pictures = picturesNamed(bytes.toString('utf8'));
  }
  return { hash: hash.digest('base64url'), pictures };
}

/** With when the pictures were written: they change too, and are read by nobody who needs a name. */
function withPictures(root: string, { hash, pictures }: Read): string {
  const stamps = pictures.flatMap((path) => {
    const stamp = pictureStamp(root, path);
    return stamp === null ? [] : [path, stamp];
  });
  if (stamps.length === 0) return hash;
  return createHash('sha256')
    .update([hash, ...stamps].join('\n'))
    .digest('base64url');
}

/**
 * A file that was changed so short a time ago could be changed again without a trace, since the clock of a
 * file system is slow (git has the same rule for its index). Milliseconds; FAT counts two seconds.
 */
const FRESH = 2500;

interface Look {
  /** Changes with the files' identities, sizes and times. */
  readonly mark: string;
  /** Whether it can be trusted from now on. */
  readonly settled: boolean;
}

/** null for what only reading can judge: a link, a folder. */
function lookAt(root: string, slug: string, now: number): Look | null {
  let mark = '';
  let latest = 0;
  for (const path of pathsOf(slug)) {
    const stats = lstatSync(`${root}/${path}`, { throwIfNoEntry: false });
    if (stats === undefined) {
      mark += '-;';
      continue;
    }
    if (!stats.isFile()) return null;
    const { dev, ino, size, mtimeMs, ctimeMs } = stats;
    mark += `${dev}:${ino}:${size}:${mtimeMs}:${ctimeMs};`;
    latest = Math.max(latest, mtimeMs, ctimeMs);
  }
  return { mark, settled: latest < now - FRESH };
}

const CACHE = 'fingerprints';
const shape = v.record(
  v.string(),
  v.object({
    rest: v.string(),
    mark: v.string(),
    hash: v.string(),
    pictures: v.array(v.string()),
  }),
);

interface Known extends Read {
  readonly rest: string;
  readonly mark: string;
}

/** What is remembered is used only where `remembers` allows it. */
export class Fingerprints {
  private readonly root: string;
  private readonly remembers: boolean;
  private known: Map<string, Known> | null = null;
  private changed = false;

  constructor(root: string, remembers: boolean) {
    this.root = root;
    this.remembers = remembers;
  }

  /**
   * Hash of an article's files' bytes, of when its pictures were written, and of what else its state
   * depends on. Files that look as they did when they were read last are not read again.
   * @throws UserError for a file that cannot be read
   */
  async of(slug: string, rest: string): Promise<string> {
    return withPictures(this.root, await this.read(slug, rest));
  }

  /** The same of many, by slug. */
  async all(
    slugs: readonly string[],
    restOf: (slug: string) => string,
  ): Promise<ReadonlyMap<string, string>> {
    const prints = new Map<string, string>();
    for (const slug of slugs) prints.set(slug, await this.of(slug, restOf(slug)));
    return prints;
  }

  /** Remembers what was read. Never rejects. */
  async save(): Promise<void> {
    if (!this.changed || this.known === null) return;
    this.changed = false;
    await remember(this.root, CACHE, Object.fromEntries(this.known));
  }

  private async read(slug: string, rest: string): Promise<Read> {
    if (!this.remembers) return readFiles(this.root, slug, rest);
    const known = await this.load();
    const look = lookAt(this.root, slug, Date.now());
    const before = known.get(slug);
    if (before !== undefined && before.rest === rest && before.mark === look?.mark) return before;
    const read = readFiles(this.root, slug, rest);
    if (look !== null && this.stays(slug, look)) {
      known.set(slug, { rest, mark: look.mark, ...read });
      this.changed = true;
    }
    return read;
  }

  /** Whether nobody has written meanwhile, nor can have without a trace. */
  private stays(slug: string, { mark, settled }: Look): boolean {
    return settled && lookAt(this.root, slug, Date.now())?.mark === mark;
  }

  private async load(): Promise<Map<string, Known>> {
    if (this.known !== null) return this.known;
    const raw = recall(this.root, CACHE);
    this.known = new Map(v.is(shape, raw) ? Object.entries(raw) : []);
    return this.known;
  }
}
