/** A new site, made in a folder beside the one that it takes the place of. */
import { accessSync, constants, lstatSync, readlinkSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../core/errors.ts';
import type { SiteManifest, StagedSite, StagingPlace, Stamps } from '../core/site-folder.ts';
import { isCode, readIfThere, syncFolderNow } from './atomic-file.ts';
import { exchangeFolders } from './exchange-folders.ts';
import type { Marks, TreeMarks } from './folder-marks.ts';
import { alike, marksAfter } from './marks-after.ts';
import { contentHash, MANIFEST, serializeManifest } from './site-manifest.ts';
import { NewTree } from './new-tree.ts';
import { removeIfPossible } from './remove-folder.ts';
import type { SpareSite } from './spare-site.ts';
import { stampIfThere } from './stamp.ts';
import { foldersOf, type Looked } from './strangers-in.ts';
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
  /** Files of the old one, as its manifest names them. */
  readonly before: ReadonlySet<string>;
  /** Finds files of others in the folder, to be taken along. */
  readonly look: () => Looked;
  /** Milliseconds. */
  readonly now: () => number;
  /** What the new one may begin with. */
  readonly spare?: SpareSite;
  readonly spareMarks: () => Marks;
  /** Remembers the folders' marks of the site with this manifest. */
  readonly remember: (manifest: string, marks: TreeMarks) => Promise<void>;
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
  /** What the new one began with; null: nothing. */
  private taken: Looked | null = null;
  private last: { readonly manifest: SiteManifest; readonly bytes: string } | null = null;

  constructor(places: StagingPlaces) {
    this.places = places;
  }

  put(path: string, content: string | Uint8Array, hash?: string): string {
    const name = this.guarded(() => this.tree.write(path, content, hash));
    this.written.add(path);
    return name;
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
    const { fresh } = this.places;
    const look = this.guarded(() => this.places.look());
    this.guarded(() => this.linkKept(look));
    if (look.strangers.length > 0) {
      const folders = foldersOf(Object.keys(manifest.files));
      for (const path of look.strangers) this.takeAlong(path, manifest, folders);
    }
    this.put(MANIFEST, this.bytesOf(manifest));
    this.guarded(() => this.tree.clear());
    await syncFiles(
      fresh,
      [...this.written].map((path) => join(fresh, path)),
    ).catch((error: unknown) => this.fail(error));
    this.guarded(() => swap(this.places));
    this.settle();
    await this.rememberMarks(manifest, look);
    return this.stampsOf(Object.keys(manifest.files));
  }

  abort(): void {
    if (this.begun !== null) removeIfPossible(this.places.fresh);
  }

  /** Where nothing has come and gone in either folder since they were alike, nobody has to look at their files. */
  private linkKept(old: Looked): void {
    const { tree } = this;
    const same = alike({ old, spare: this.taken });
    for (const [path, stamp] of this.kept) {
      const stays = same.has(path.slice(0, Math.max(0, path.lastIndexOf('/')))) && tree.stay(path);
      if (!stays) tree.link(join(this.places.folder, path), path, stamp);
    }
  }

  private async rememberMarks(manifest: SiteManifest, old: Looked): Promise<void> {
    const { folder, before, spare, now, remember } = this.places;
    // Without hard links nobody knows what else a file system cannot do.
    if (spare === undefined || !this.tree.isLinked) return;
    const after = Object.keys(manifest.files);
    const { kept, taken } = this;
    const exchange = { folder, before, after, kept, old, spare: taken, now: now() };
    await remember(this.hashOf(manifest), marksAfter(exchange));
  }

  private bytesOf(manifest: SiteManifest): string {
    if (this.last?.manifest !== manifest) {
      this.last = { manifest, bytes: serializeManifest(manifest) };
    }
    return this.last.bytes;
  }

  /** The new site stands: nothing that follows can call it back, or make the run fail. */
  private settle(): void {
    const { folder, old, fresh, spare } = this.places;
    try {
      syncFolderNow(dirname(folder));
    } catch {
      // A folder that may be entered and not read. After a power cut the next run sees which site stands.
    }
    const before = [fresh, old].filter(isFolder);
    for (const path of before) {
      if (spare !== undefined && this.tree.isLinked) spare.park(path);
      else removeIfPossible(path);
    }
  }

  /** Marks of the files that stand now. */
  private stampsOf(paths: readonly string[]): Stamps {
    const stamps = paths.flatMap((path) => {
      const stamp = this.kept.get(path) ?? this.stampNow(path);
      return stamp === null ? [] : [[path, stamp] as const];
    });
    return Object.fromEntries(stamps);
  }

  /** null where somebody has been at it already: the next run looks at the file itself. */
  private stampNow(path: string): string | null {
    try {
      return stampIfThere(join(this.places.folder, path));
    } catch {
      return null;
    }
  }

  /** @param folders that files of ours are in */
  private takeAlong(path: string, { files }: SiteManifest, folders: ReadonlySet<string>): void {
    const { folder, name } = this.places;
    const ways = [path, ...foldersOf([path])];
    if (folders.has(path) || ways.some((way) => Object.hasOwn(files, way))) {
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
    this.begun ??= this.begin();
    return this.begun;
  }

  private begin(): NewTree {
    const { folder, fresh, spare, before, spareMarks, now } = this.places;
    // The exchange would not ask: whoever made the site read-only means it to stay.
    if (isFolder(folder)) accessSync(folder, constants.W_OK);
    const taken = spare?.take(fresh, { known: before, marks: spareMarks(), now: now() });
    this.taken = taken?.look ?? null;
    return new NewTree(fresh, taken?.paths ?? new Set());
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
