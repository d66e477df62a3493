/** What is in a folder besides what is known to be there. */
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isCode } from './atomic-file.ts';
import { lookAtFolder, type Marks } from './folder-marks.ts';
import { statsIfThere } from './stamp.ts';

/** Names in a folder; none where it is not there, null where a file has its name. */
function namesIn(folder: string): string[] | null {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return [];
    if (isCode(error, 'ENOTDIR')) return null;
    throw error;
  }
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Folders on the way to files: '' and those below. */
export function foldersOf(paths: Iterable<string>): Set<string> {
  const folders = new Set(['']);
  for (const path of paths) {
    for (let at = path.lastIndexOf('/'); at !== -1; at = path.lastIndexOf('/', at - 1)) {
      const folder = path.slice(0, at);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}

export interface Looked {
  /** Files that are not among the known ones, sorted. */
  readonly strangers: readonly string[];
  /** Folders whose marks say that nothing has come and gone. */
  readonly trusted: ReadonlySet<string>;
  /** Folders that hold nothing but what is known, those that are trusted among them. */
  readonly marks: Marks;
  /** Folders in which something stands that is not known. */
  readonly odd: ReadonlySet<string>;
}

export interface LookSetting {
  /** Paths with `/`. */
  readonly known: ReadonlySet<string>;
  /** Known paths where a folder may stand. */
  readonly unsure: (path: string) => boolean;
  /** Of folders that held what is known, and nothing else. */
  readonly marks: Marks;
  /** Milliseconds. */
  readonly now: number;
}

class Look implements Looked {
  readonly strangers: string[] = [];
  readonly trusted = new Set<string>();
  readonly marks = new Map<string, string>();
  readonly odd = new Set<string>();
  private readonly folder: string;
  private readonly setting: LookSetting;
  private readonly folders: ReadonlySet<string>;
  private readonly rest: string[];

  constructor(folder: string, setting: LookSetting) {
    this.folder = folder;
    this.setting = setting;
    this.folders = foldersOf(setting.known);
    this.rest = [...this.folders];
  }

  run(): Looked {
    for (let below = this.rest.pop(); below !== undefined; below = this.rest.pop()) this.at(below);
    this.strangers.sort();
    return this;
  }

  private at(below: string): void {
    const { marks, now } = this.setting;
    const full = below === '' ? this.folder : `${this.folder}/${below}`;
    // The mark is older than what is read then.
    const look = lookAtFolder(full, now);
    if (look !== null && marks.get(below) === look.mark) {
      this.trusted.add(below);
      this.marks.set(below, look.mark);
      return;
    }
    this.read(below, full);
    if (look?.settled === true && this.isPlain(below)) this.marks.set(below, look.mark);
  }

  private read(below: string, full: string): void {
    const names = namesIn(full);
    // Further down nothing stands: the file is named by its own folder.
    if (names === null && statsIfThere(full) !== null) this.strangers.push(below);
    for (const name of names ?? []) this.entry(below, name);
  }

  /** Whether all is known in it that was read there. */
  private isPlain(below: string): boolean {
    return this.folders.has(below) && !this.odd.has(below);
  }

  private entry(below: string, name: string): void {
    const { known } = this.setting;
    const path = below === '' ? name : `${below}/${name}`;
    if (this.folders.has(path)) return;
    if (this.isOpen(path)) {
      this.rest.push(path);
      this.odd.add(below);
    } else if (!known.has(path)) {
      this.strangers.push(path);
      this.odd.add(below);
    }
  }

  private isOpen(path: string): boolean {
    const { known, unsure } = this.setting;
    return (!known.has(path) || unsure(path)) && isFolder(join(this.folder, path));
  }
}

/**
 * Looks for files below a folder that are not among the known ones; links count as files. Of what is known
 * only the folders are opened, and of these only those whose marks are others than they were.
 * @throws the system's own error
 */
export function lookInto(folder: string, setting: LookSetting): Looked {
  return new Look(folder, setting).run();
}
