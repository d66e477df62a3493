/**
 * The site before this one, kept as it was: most of the next is in it already, as hard links, so that a run
 * that changes one page makes one. It is only ever a place to begin from: nothing in it is believed.
 */
import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isCode } from './atomic-file.ts';
import { statInside } from './inside.ts';
import { removeFolder, removeIfPossible } from './remove-folder.ts';
import { foldersOf, lookInto, type Looked, type LookSetting } from './strangers-in.ts';

/** Whether the tool may put something there: a link in a checkout leads nowhere else. */
function isOpen(root: string, path: string): boolean {
  try {
    return statInside(root, path)?.isDirectory() !== false;
  } catch {
    return false;
  }
}

/** Throws the system's error when something in a spare may not be changed, which is known of those whose marks are. */
function checkWritable(folder: string, known: Iterable<string>, { trusted }: Looked): void {
  for (const below of foldersOf(known)) {
    if (trusted.has(below)) continue;
    try {
      accessSync(join(folder, below), constants.W_OK);
    } catch (error) {
      if (!isCode(error, 'ENOENT', 'ENOTDIR')) throw error;
    }
  }
}

/** A short name of a site's folder, absolute: each has its own spare, and its own marks. */
export function nameOfFolder(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 8);
}

/** What a new site begins with. */
export interface TakenSpare {
  /** Files that may be in it. */
  readonly paths: ReadonlySet<string>;
  readonly look: Looked;
}

export class SpareSite {
  private readonly root: string;
  private readonly path: string;

  /**
   * @param root of the workspace
   * @param folder the site's, absolute
   */
  constructor(root: string, folder: string) {
    this.root = root;
    this.path = `.duizhao/spare/${basename(folder)}-${nameOfFolder(folder)}`;
  }

  /**
   * Moves the spare to where the next site is made, and says what may be in it; null when there is none, or
   * it is on another file system.
   * @param setting with files of the site that stands as known ones: most of them are in the spare too
   */
  take(to: string, setting: Omit<LookSetting, 'unsure'>): TakenSpare | null {
    if (!isOpen(this.root, this.path)) return null;
    const full = join(this.root, this.path);
    try {
      const look = lookInto(full, { ...setting, unsure: () => false });
      const paths = new Set([...setting.known, ...look.strangers]);
      checkWritable(full, paths, look);
      renameSync(full, to);
      return { paths, look };
    } catch {
      removeIfPossible(full);
      return null;
    }
  }

  /** Keeps a site that is no longer needed; where it cannot be kept it is taken away, as far as that can be done. */
  park(from: string): void {
    const full = join(this.root, this.path);
    try {
      if (!isOpen(this.root, this.path)) throw new Error('not ours');
      mkdirSync(dirname(full), { recursive: true });
      removeFolder(full);
      renameSync(from, full);
    } catch {
      removeIfPossible(from);
    }
  }
}
