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

/** The same; null where there is no file, or a link. */
export function stampIfThere(path: string): string | null {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    return stats?.isFile() === true ? stampIn(stats) : null;
  } catch (error) {
    // On the way to it stands a file.
    if (isCode(error, 'ENOTDIR')) return null;
    throw error;
  }
}
