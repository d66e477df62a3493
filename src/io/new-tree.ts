/** A folder that becomes the new site: it may begin with files of an older one, which are replaced, never written into. */
import {
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { isCode } from './atomic-file.ts';
import { contentHash } from './site-manifest.ts';
import { stampIfThere, stampOf } from './stamp.ts';

/** Whether a folder is there now; false where the one above it is not. */
function makeOne(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    // Another thread may have been quicker.
    if (isCode(error, 'EEXIST') && statSync(folder).isDirectory()) return true;
    if (isCode(error, 'ENOENT')) return false;
    throw error;
  }
}

/**
 * Makes a folder and those above it. Node's own way tries for ever where the system says that there is no
 * such place, as below /proc.
 */
function makeFolders(folder: string): void {
  if (makeOne(folder)) return;
  if (dirname(folder) !== folder) makeFolders(dirname(folder));
  if (!makeOne(folder)) mkdirSync(folder);
}

/** Every method throws the system's own error. */
export class NewTree {
  /** Whether what was taken over is no second copy. */
  isLinked = true;
  private readonly folder: string;
  /** What it began with and nobody has asked for yet. */
  private readonly rest: Set<string>;
  /** Files and folders of this run. */
  private readonly made = new Set<string>();
  /** Folders that something was taken out of. */
  private readonly left = new Set<string>();

  /** @param before paths of files that may be in the folder; no other is */
  constructor(folder: string, before: ReadonlySet<string>) {
    this.folder = folder;
    this.rest = new Set(before);
  }

  /**
   * Writes a file that is not there yet in this run; gives the hash of its bytes.
   * @param hash where that is known
   */
  write(path: string, content: string | Uint8Array, hash?: string): string {
    // A text is encoded once, for both.
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    writeFileSync(this.placeFor(path), bytes, { flag: 'wx' });
    return hash ?? contentHash(bytes);
  }

  /** Lets a file stay that the folder began with; false where it did not, or another has its place. */
  stay(path: string): boolean {
    return this.rest.delete(path);
  }

  /**
   * Takes a file over as it is; what stands there already stays.
   * @param stamp its mark, where that is known
   */
  link(from: string, path: string, stamp = stampOf(from)): void {
    if (this.rest.has(path) && stampIfThere(join(this.folder, path)) === stamp) {
      this.rest.delete(path);
      return;
    }
    const to = this.placeFor(path);
    try {
      linkSync(from, to);
    } catch (error) {
      if (isCode(error, 'ENOENT', 'EEXIST', 'ENOSPC')) throw error;
      copyFileSync(from, to);
      this.isLinked = false;
    }
  }

  /** What it began with and nobody has asked for yet; the folder is there from now on. */
  before(): string[] {
    makeFolders(this.folder);
    return [...this.rest];
  }

  /** A file that another tree of the same folder has written. */
  adopt(path: string): void {
    for (let at = path; at !== '.'; at = dirname(at)) this.rest.delete(at);
    this.made.add(join(this.folder, path));
  }

  /** Makes a symbolic link. */
  point(path: string, target: string): void {
    symlinkSync(target, this.placeFor(path));
  }

  /** Takes away what was written in this run. */
  remove(path: string): void {
    const full = join(this.folder, path);
    rmSync(full, { force: true });
    this.made.delete(full);
    this.left.add(dirname(path));
  }

  /** Takes away what the folder began with and nobody asked for, and folders that it leaves empty. */
  clear(): void {
    const parents = new Set(this.left);
    for (const path of this.rest) {
      this.removeOlder(join(this.folder, path));
      parents.add(dirname(path));
    }
    this.rest.clear();
    for (const parent of parents) this.prune(parent);
  }

  /** Where a file was known a folder may stand: nothing of this run is in it yet. */
  private removeOlder(full: string): void {
    try {
      rmSync(full, { recursive: true, force: true });
    } catch (error) {
      // A file has taken the place of its folder.
      if (!isCode(error, 'ENOTDIR')) throw error;
    }
  }

  private prune(path: string): void {
    for (let at = path; at !== '.'; at = dirname(at)) {
      try {
        rmdirSync(join(this.folder, at));
      } catch {
        return;
      }
    }
  }

  /** Where a file goes: its folder is made, and nothing older stands there. */
  private placeFor(path: string): string {
    const full = join(this.folder, path);
    if (!full.startsWith(this.folder + sep)) throw new Error(`"${path}" leaves the folder.`);
    if (this.rest.size > 0) this.makeRoom(path);
    const parent = dirname(full);
    if (!this.made.has(parent)) makeFolders(parent);
    this.made.add(parent).add(full);
    return full;
  }

  private makeRoom(path: string): void {
    // An older file may have the name of a folder on the way, and an older folder that of the file.
    for (let at = path; at !== '.'; at = dirname(at)) {
      if (this.rest.delete(at)) this.removeOlder(join(this.folder, at));
    }
    const full = join(this.folder, path);
    if (this.made.has(full) || lstatSync(full, { throwIfNoEntry: false }) === undefined) return;
    for (const older of this.rest) if (older.startsWith(`${path}/`)) this.rest.delete(older);
    rmSync(full, { recursive: true, force: true });
  }
}
