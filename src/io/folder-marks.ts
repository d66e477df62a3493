/**
 * Folders that are known by their marks: a folder whose times are the old ones has got no file and lost none,
 * so that nobody has to read its names again. What is in its files is not said by that.
 */
import type { Stats } from 'node:fs';
import { sealed, unsealed } from '../core/sealed.ts';
import { recallBytes, rememberBytes } from './cache.ts';
import { statsIfThere } from './stamp.ts';

/** By folder, '' the topmost. */
export type Marks = ReadonlyMap<string, string>;

/** Marks of folders that held what the manifest says and nothing else. */
export interface TreeMarks {
  readonly site: Marks;
  /** Of the site before: of folders in which every file is the very file of the site, by hard links. */
  readonly spare: Marks;
}

export const NO_MARKS: TreeMarks = { site: new Map(), spare: new Map() };

/**
 * A folder that has changed so short a time ago could change again without a trace, since the clock of a file
 * system is slow (see fingerprint.ts). Milliseconds.
 */
const FRESH = 2500;

/** Nobody can set the time of the last change of an entry (ctime) back. */
function markIn({ ino, mtimeMs, ctimeMs }: Stats): string {
  return `${ino}:${ctimeMs}:${mtimeMs === ctimeMs ? '' : mtimeMs}`;
}

export interface FolderLook {
  readonly mark: string;
  /** Whether the mark can be trusted from now on. */
  readonly settled: boolean;
}

/**
 * Looks at a folder; null where none is, or a link.
 * @param now milliseconds
 */
export function lookAtFolder(path: string, now: number): FolderLook | null {
  const stats = statsIfThere(path);
  if (stats?.isDirectory() !== true) return null;
  const settled = Math.max(stats.mtimeMs, stats.ctimeMs) < now - FRESH;
  return { mark: markIn(stats), settled };
}

const FORM = 'folder marks 1';

interface Written {
  /** Hash of the manifest of the site that the marks are of. */
  readonly manifest: string;
  /** With '' for a mark that there is not. */
  readonly folders: readonly (readonly [folder: string, site: string, spare: string])[];
}

function column(folders: Written['folders'], at: 1 | 2): Marks {
  return new Map(folders.flatMap((row) => (row[at] === '' ? [] : [[row[0], row[at]] as const])));
}

/** The marks of a site and the one before it; none when they are of another site. */
export function recallMarks(root: string, name: string, manifest: string | null): TreeMarks {
  const bytes = manifest === null ? null : recallBytes(root, name);
  const text = bytes === null ? null : unsealed(FORM, bytes);
  if (text === null) return NO_MARKS;
  const { manifest: of, folders } = JSON.parse(text) as Written;
  if (of !== manifest) return NO_MARKS;
  return { site: column(folders, 1), spare: column(folders, 2) };
}

/** Never rejects. */
export function rememberMarks(
  root: string,
  name: string,
  { manifest, marks: { site, spare } }: { readonly manifest: string; readonly marks: TreeMarks },
): Promise<void> {
  const folders = [...new Set([...site.keys(), ...spare.keys()])].map(
    (folder) => [folder, site.get(folder) ?? '', spare.get(folder) ?? ''] as const,
  );
  return rememberBytes(root, name, sealed(FORM, JSON.stringify({ manifest, folders })));
}
