/** The folder that a site is in, and what stands there. */
import { randomBytes } from 'node:crypto';
import { lstatSync, readdirSync, realpathSync, renameSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { UserError } from '../core/errors.ts';
import type { SiteFolder, SiteManifest, StagedSite, Stamps } from '../core/site-folder.ts';
import { isCode, readIfThere } from './atomic-file.ts';
import { NO_MARKS, recallMarks, rememberMarks, type TreeMarks } from './folder-marks.ts';
import { contentHash, MANIFEST, readManifest, type ReadManifest } from './site-manifest.ts';
import { removeIfPossible } from './remove-folder.ts';
import { nameOfFolder, SpareSite } from './spare-site.ts';
import { lookInto, type Looked } from './strangers-in.ts';
import { stampOf } from './stamp.ts';
import { DiskStagedSite, isFolder } from './staged-site.ts';
import { fileError } from './text-file.ts';

/** Names beside the folder that a run which died has left. */
function leftovers(folder: string): { readonly path: string; readonly kind: 'new' | 'old' }[] {
  const name = basename(folder);
  try {
    return readdirSync(dirname(folder)).flatMap((entry) => {
      const isOurs = entry.startsWith(`.${name}.`);
      const kind = isOurs ? /^[0-9a-f]{8}\.(new|old)$/.exec(entry.slice(name.length + 2))?.[1] : '';
      if (kind !== 'new' && kind !== 'old') return [];
      return [{ path: join(dirname(folder), entry), kind }];
    });
  } catch (error) {
    if (isCode(error, 'ENOENT')) return [];
    throw error;
  }
}

/**
 * A run that was killed between two renames left no site: the old one comes back. What else is left blocks
 * nobody; gives what cannot be taken away.
 */
function repair(folder: string): readonly string[] {
  const left = leftovers(folder);
  const old = left.find(({ kind, path }) => kind === 'old' && isFolder(path));
  if (old !== undefined && !isFolder(folder)) renameSync(old.path, folder);
  return left.map(({ path }) => path).filter((path) => !removeIfPossible(path));
}

/** The folder itself, where a link leads to it. */
function realFolder(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return folder;
    throw error;
  }
}

/** What a message calls a folder: its way from the workspace, or the whole of it. */
function shownName(folder: string, root: string | null): string {
  const inside = root !== null && folder.startsWith(`${root}${sep}`);
  return inside ? folder.slice(root.length + 1) : folder;
}

function marksName(folder: string): string {
  return `folders-${nameOfFolder(folder)}`;
}

interface SitePlace {
  /** Of the workspace, where the site before is kept for the next run; without it none is kept. */
  readonly root?: string | null;
  /** Milliseconds. */
  readonly now?: () => number;
}

/** What was found where the site is to be. */
interface Found {
  /** The manifest's. */
  readonly bytes: Buffer | null;
  /** Paths of what cannot be taken away beside it. */
  readonly left: readonly string[];
}

class DiskSiteFolder implements SiteFolder {
  readonly name: string;
  readonly manifest: SiteManifest | 'old' | null;
  readonly hash: string | null;
  readonly left: readonly string[];
  private readonly folder: string;
  private readonly paths: ReadonlySet<string>;
  private readonly root: string | null;
  /** Of files that stood as they should when they were looked at. */
  private stamps: Stamps = {};
  private strangers: readonly string[] | null = null;
  private known: TreeMarks | null = null;
  private readonly now: () => number;

  constructor(folder: string, found: Found, { root, now }: Required<SitePlace>) {
    const { bytes, left } = found;
    const read: ReadManifest | null = bytes === null ? null : readManifest(bytes.toString('utf8'));
    this.folder = folder;
    this.root = root;
    this.now = now;
    this.name = shownName(folder, root);
    this.left = left.map((path) => shownName(path, root));
    this.manifest = read?.manifest ?? null;
    this.paths = read?.paths ?? new Set();
    this.hash = bytes === null ? null : contentHash(bytes);
  }

  intact(known: Stamps): Stamps {
    if (this.manifest === null || this.manifest === 'old') return {};
    const stamps = Object.entries(this.manifest.files).flatMap(([path, hash]) => {
      const stamp = this.stampIf(path, hash, known[path]);
      return stamp === null ? [] : [[path, stamp] as const];
    });
    this.stamps = Object.fromEntries(stamps);
    return this.stamps;
  }

  nameOf(bytes: Uint8Array): string {
    return contentHash(bytes);
  }

  read(path: string): string | null {
    return this.bytes(path)?.toString('utf8') ?? null;
  }

  foreign(): readonly string[] {
    this.strangers ??= this.look().strangers;
    return this.strangers;
  }

  private look(): Looked {
    return lookInto(this.folder, {
      known: new Set([...this.paths, MANIFEST]),
      unsure: (path) => !Object.hasOwn(this.stamps, path),
      marks: this.marks().site,
      now: this.now(),
    });
  }

  private marks(): TreeMarks {
    const { root, folder, hash } = this;
    this.known ??= root === null ? NO_MARKS : recallMarks(root, marksName(folder), hash);
    return this.known;
  }

  stage(): StagedSite {
    const mark = randomBytes(4).toString('hex');
    const beside = (kind: string): string =>
      join(dirname(this.folder), `.${basename(this.folder)}.${mark}.${kind}`);
    const { root, folder } = this;
    return new DiskStagedSite({
      name: this.name,
      folder: this.folder,
      fresh: beside('new'),
      old: beside('old'),
      before: this.paths,
      look: () => this.look(),
      now: this.now,
      ...(root === null ? {} : { spare: new SpareSite(root, folder) }),
      spareMarks: () => this.marks().spare,
      remember: async (manifest, marks) => {
        if (root !== null) await rememberMarks(root, marksName(folder), { manifest, marks });
      },
    });
  }

  /** The mark of a file that holds what it should; null for one that does not. */
  private stampIf(path: string, hash: string, known: string | undefined): string | null {
    // `join` takes as long as the look itself.
    const full = `${this.folder}/${path}`;
    try {
      const stamp = stampOf(full);
      if (stamp === known) return stamp;
      // A link could be changed elsewhere without a trace.
      if (!lstatSync(full).isFile()) return null;
    } catch {
      return null;
    }
    const bytes = this.bytes(path);
    return bytes !== null && contentHash(bytes) === hash ? stampOf(full) : null;
  }

  bytes(path: string): Buffer | null {
    try {
      return readIfThere(join(this.folder, path));
    } catch {
      return null;
    }
  }
}

/** What a site's folder says that it holds; it is read, and nothing else. null where nobody can tell. */
export function peekSite(path: string): SiteManifest | null {
  try {
    const bytes = readIfThere(join(path, MANIFEST));
    const manifest = bytes === null ? null : readManifest(bytes.toString('utf8')).manifest;
    return manifest === 'old' ? null : manifest;
  } catch {
    return null;
  }
}

/** The manifest of a folder that is ours; null where there is no folder yet, or an empty one. */
function manifestBytes(folder: string, name: string): Buffer | null {
  if (!isFolder(folder)) {
    if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) return null;
    throw new UserError(`${name} is a file: choose another folder with --out.`);
  }
  const bytes = readIfThere(join(folder, MANIFEST));
  if (bytes !== null || readdirSync(folder).length === 0) return bytes;
  throw new UserError(
    `${name} holds files that duizhao did not write, so it is not replaced: choose another folder with --out.`,
  );
}

/**
 * Opens a folder for a site, and mends what a run that died has left of it: nobody else may be at it.
 * @throws UserError when it holds files and none of them says that it is ours, or cannot be read
 */
export function openSiteFolder(
  path: string,
  { root = null, now = Date.now }: SitePlace = {},
): SiteFolder {
  try {
    const folder = realFolder(path);
    const left = repair(folder);
    const bytes = manifestBytes(folder, shownName(folder, root));
    return new DiskSiteFolder(folder, { bytes, left }, { root, now });
  } catch (error) {
    throw fileError(error, shownName(path, root), 'read');
  }
}
