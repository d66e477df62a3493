/** Marks of files. */
import { lstatSync, type Stats } from 'node:fs';
import { isCode } from './atomic-file.ts';

/** Mark of a file that was looked at. */
export function stampIn({ ino, size, mtimeMs }: Stats): string {
  return `${ino}:${size}:${mtimeMs}`;
}

/** Changes with every write, and not when the file gets another name. Throws the system's own error. */
export function stampOf(path: string): string {
  return stampIn(lstatSync(path));
}

/** What stands at a path, a link as a link; null where nothing does. */
export function statsIfThere(path: string): Stats | null {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) ?? null;
  } catch (error) {
    // On the way to it stands a file.
    if (isCode(error, 'ENOTDIR')) return null;
    throw error;
  }
}

/** A file's mark; null where there is none, or a link. */
export function stampIfThere(path: string): string | null {
  const stats = statsIfThere(path);
  return stats?.isFile() === true ? stampIn(stats) : null;
}
