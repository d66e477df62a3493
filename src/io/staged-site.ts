/** A new site, made in a folder beside the one that it takes the place of. */
import { lstatSync, readlinkSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../core/errors.ts';
import type { SiteManifest, StagedSite, StagingPlace, Stamps } from '../core/site-folder.ts';
import { isCode, readIfThere, syncFolderNow } from './atomic-file.ts';
import { exchangeFolders } from './exchange-folders.ts';
import { contentHash, MANIFEST, serializeManifest } from './site-manifest.ts';
import { NewTree } from './new-tree.ts';
import type { SpareSite } from './spare-site.ts';
import { stampOf } from './stamp.ts';
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
  /** What the new one may begin with. */
  readonly spare?: SpareSite;
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

export class DiskStagedSite implements StagedSite {
  private readonly places: StagingPlaces;
  private readonly written = new Set<string>();
  private readonly kept = new Map<string, string>();
  private begun: NewTree | null = null;
  private last: { readonly manifest: SiteManifest; readonly bytes: string } | null = null;

  constructor(places: StagingPlaces) {
    this.places = places;
  }

  put(path: string, content: string | Uint8Array): string {
    const hash = this.guarded(() => this.tree.write(path, content));
    this.written.add(path);
    return hash;
  }

  place(): StagingPlace {
    const { name, fresh } = this.places;
    return { name, folder: fresh, before: this.guarded(() => this.tree.before()) };
  }

  adopt(path: string): void {
    this.tree.adopt(path);
    this.written.add(path);
  }

  drop(path: string): void {
    this.guarded(() => this.tree.remove(path));
    this.written.delete(path);
  }

  keep(path: string, stamp: string): void {
    this.guarded(() => this.tree.link(join(this.places.folder, path), path, stamp));
    this.kept.set(path, stamp);
  }

  read(path: string): string | null {
    if (!this.written.has(path)) return null;
    return readIfThere(join(this.places.fresh, path))?.toString('utf8') ?? null;
  }

  hashOf(manifest: SiteManifest): string {
    return contentHash(this.bytesOf(manifest));
  }

  async commit(manifest: SiteManifest): Promise<Stamps> {
    const { fresh, folder } = this.places;
    for (const path of this.places.foreign()) this.takeAlong(path, manifest);
    this.put(MANIFEST, this.bytesOf(manifest));
    this.guarded(() => this.tree.clear());
    await syncFiles(
      fresh,
      [...this.written].map((path) => join(fresh, path)),
    ).catch((error: unknown) => this.fail(error));
    return this.guarded(() => {
      swap(this.places);
      syncFolderNow(dirname(folder));
      this.tidy();
      const paths = Object.keys(manifest.files);
      return Object.fromEntries(
        paths.map((path) => [path, this.kept.get(path) ?? stampOf(join(folder, path))]),
      );
    });
  }

  abort(): void {
    if (this.begun === null) return;
    try {
      rmSync(this.places.fresh, { recursive: true, force: true });
    } catch {
      // The next run takes it away.
    }
  }

  private bytesOf(manifest: SiteManifest): string {
    if (this.last?.manifest !== manifest) {
      this.last = { manifest, bytes: serializeManifest(manifest) };
    }
    return this.last.bytes;
  }

  /** The new site stands: what is left of the old one may not call it back. */
  private tidy(): void {
    const { old, fresh, spare } = this.places;
    const before = [fresh, old].filter(isFolder);
    for (const path of before) {
      if (spare !== undefined && this.tree.isLinked) spare.park(path);
      else rmSync(path, { recursive: true, force: true });
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
      if (lstatSync(from).isSymbolicLink()) this.tree.point(path, readlinkSync(from));
      else this.tree.link(from, path);
    });
  }

  private get tree(): NewTree {
    const { fresh, spare } = this.places;
    this.begun ??= new NewTree(fresh, spare?.take(fresh) ?? new Set());
    return this.begun;
  }

  private guarded<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      return this.fail(error);
    }
  }

  private fail(error: unknown): never {
    this.abort();
    throw fileError(error, this.places.name, 'written');
  }
}

/** Puts files into a site that another thread is making; that one takes it away when something fails. */
export function openPlace({ name, folder, before }: StagingPlace): Pick<StagedSite, 'put'> {
  const tree = new NewTree(folder, new Set(before));
  return {
    put: (path, content) => {
      try {
        return tree.write(path, content);
      } catch (error) {
        throw fileError(error, name, 'written');
      }
    },
  };
}

/** Whether a folder is there. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
