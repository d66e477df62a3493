/** A new site, made in a folder beside the one that it takes the place of. */
import {
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { UserError } from '../core/errors.ts';
import type { SiteManifest, StagedSite, Stamps } from '../core/site-folder.ts';
import { isCode, readIfThere, syncFolderNow } from './atomic-file.ts';
import { exchangeFolders } from './exchange-folders.ts';
import { contentHash, MANIFEST, serializeManifest } from './site-manifest.ts';
import { syncFiles } from './sync-files.ts';
import { fileError } from './text-file.ts';

export interface StagingPlaces {
  readonly name: string;
  /** The folder that readers see. */
  readonly folder: string;
  /** Where the new one is made, beside it. */
  readonly fresh: string;
  /** Where the old one goes. */
  readonly old: string;
  /** Files of others in the folder, to be taken along. */
  readonly foreign: () => readonly string[];
}

/** Changes with every write, and not when the file gets another name. */
export function stampOf(path: string): string {
  const { ino, size, mtimeMs } = lstatSync(path);
  return `${ino}:${size}:${mtimeMs}`;
}

/** One step where the system has it; else two, between which the old site stands aside. */
function swap({ folder, fresh, old }: StagingPlaces): void {
  if (isFolder(folder) && exchangeFolders(folder, fresh)) return;
  let moved = false;
  try {
    renameSync(folder, old);
    moved = true;
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
  try {
    renameSync(fresh, folder);
  } catch (error) {
    if (moved) renameSync(old, folder);
    throw error;
  }
}

/** No second copy where the file system allows it: what is kept is not written again. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (isCode(error, 'ENOENT', 'EEXIST', 'ENOSPC')) throw error;
    copyFileSync(from, to);
  }
}

export class DiskStagedSite implements StagedSite {
  private readonly places: StagingPlaces;
  private readonly made = new Set<string>();
  private readonly written = new Set<string>();

  constructor(places: StagingPlaces) {
    this.places = places;
  }

  put(path: string, content: string | Uint8Array): string {
    this.guarded(() => {
      writeFileSync(this.pathFor(path), content, { flag: 'wx' });
      this.written.add(path);
    });
    return contentHash(content);
  }

  drop(path: string): void {
    this.guarded(() => rmSync(this.pathFor(path), { force: true }));
    this.written.delete(path);
  }

  keep(path: string): void {
    this.guarded(() => linkOrCopy(join(this.places.folder, path), this.pathFor(path)));
  }

  read(path: string): string | null {
    if (!this.written.has(path)) return null;
    return readIfThere(join(this.places.fresh, path))?.toString('utf8') ?? null;
  }

  hashOf(manifest: SiteManifest): string {
    return contentHash(serializeManifest(manifest));
  }

  async commit(manifest: SiteManifest): Promise<Stamps> {
    const { fresh, folder, old } = this.places;
    for (const path of this.places.foreign()) this.takeAlong(path, manifest);
    this.put(MANIFEST, serializeManifest(manifest));
    return this.guarded(() => {
      syncFiles(
        fresh,
        [...this.written].map((path) => join(fresh, path)),
      );
      swap(this.places);
      syncFolderNow(dirname(folder));
      // The new site stands: what is left of the old one may not call it back.
      for (const path of [old, fresh]) rmSync(path, { recursive: true, force: true });
      const paths = Object.keys(manifest.files);
      return Object.fromEntries(paths.map((path) => [path, stampOf(join(folder, path))]));
    });
  }

  abort(): void {
    try {
      rmSync(this.places.fresh, { recursive: true, force: true });
    } catch {
      // The next run takes it away.
    }
  }

  private takeAlong(path: string, { files }: SiteManifest): void {
    const { folder, name } = this.places;
    if (Object.hasOwn(files, path)) {
      throw new UserError(
        `${name}/${path} is not duizhao's, and would be written over: move it, or choose another folder with --out.`,
      );
    }
    this.guarded(() => {
      const from = join(folder, path);
      const to = this.pathFor(path);
      if (lstatSync(from).isSymbolicLink()) symlinkSync(readlinkSync(from), to);
      else linkOrCopy(from, to);
    });
  }

  /** Where a file goes, its folder made. */
  private pathFor(path: string): string {
    const { fresh } = this.places;
    const full = join(fresh, path);
    if (!full.startsWith(fresh + sep)) throw new Error(`"${path}" leaves the folder.`);
    const parent = dirname(full);
    if (!this.made.has(parent)) mkdirSync(parent, { recursive: true });
    this.made.add(parent);
    return full;
  }

  private guarded<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      this.abort();
      throw fileError(error, this.places.name, 'written');
    }
  }
}

/** Whether a folder is there. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
