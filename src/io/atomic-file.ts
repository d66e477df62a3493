/**
 * Writes a file so that a crash at any instant leaves the old text or the new one: temporary file in
 * the same folder, fsync, rename, fsync of the folder. (Known libraries leave out the last step.)
 */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Some file systems know no fsync of folders; there the rename itself is all there is. */
const NO_FOLDER_SYNC = ['EINVAL', 'EPERM', 'EISDIR'] as const;

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!isCode(error, ...NO_FOLDER_SYNC)) throw error;
  } finally {
    await handle.close();
  }
}

/** Puts a folder's entries on the disk: a new file's name is there after a power cut. */
export function syncFolderNow(folder: string): void {
  let descriptor: number | null = null;
  try {
    descriptor = openSync(folder, 'r');
    fsyncSync(descriptor);
  } catch (error) {
    if (!isCode(error, ...NO_FOLDER_SYNC)) throw error;
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

/** The folders whose entries are new, when `first` is the topmost that was made. */
function parentsOf(folder: string, first: string | undefined): string[] {
  if (first === undefined) return [];
  const parents: string[] = [];
  for (let at = folder; at.length >= first.length; at = dirname(at)) parents.push(dirname(at));
  return parents;
}

async function makeLasting(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  for (const parent of parentsOf(folder, first)) await syncFolder(parent);
}

/** Makes a private folder where there is none, so that it is there after a power cut. */
export function makeLastingNow(folder: string): void {
  const first = mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const parent of parentsOf(folder, first)) syncFolderNow(parent);
}

/** Whether an error is one of the operating system's, with one of these codes. */
export function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

/** Replaces a file, its folder made when there is none. Rejects with the system's own error. */
async function writeAtomic(path: string, text: string): Promise<void> {
  const folder = dirname(path);
  await makeLasting(folder);
  const temporary = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const handle = await open(temporary, 'wx', 0o644);
    try {
      await handle.writeFile(text, 'utf8');
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(folder);
}

/**
 * The file's bytes, or null when there is none. Synchronous on purpose: hundreds of small files go
 * several times faster than through the pool.
 */
export function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/**
 * Replaces a file at once: the old text or the new one stands. Whether that stays after a power cut is for the
 * caller to see to. Throws the system's own error.
 * @returns what the new file is
 */
export function replaceNow(path: string, content: string | Uint8Array): Stats {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    writeFileSync(temporary, content, { flag: 'wx' });
    const stats = statSync(temporary);
    renameSync(temporary, path);
    return stats;
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Writes only when the bytes differ, so that an unchanged file keeps its time. True when written. */
export async function writeIfChanged(path: string, text: string): Promise<boolean> {
  const before = readIfThere(path);
  if (before?.equals(Buffer.from(text, 'utf8')) === true) return false;
  await writeAtomic(path, text);
  return true;
}
