/** Reads and marks pictures of a workspace. */
import { statSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../core/errors.ts';
import { MAX_BYTES, megabytes } from '../core/limits.ts';
import { readIfThere } from './atomic-file.ts';
import { statInside } from './inside.ts';
import { fileError } from './text-file.ts';

/** What stands at a path; null when nothing does. Throws UserError for a link that leads out. */
function statPicture(root: string, path: string): Stats | null {
  const stats = statInside(root, path);
  return stats?.isSymbolicLink() === true ? statSync(join(root, path)) : stats;
}

/**
 * The bytes of a picture, or null when there is none.
 * @param path from the root, with `/`
 * @throws UserError when it cannot be read, is too large, or a link leads out of the workspace
 */
export function readPicture(root: string, path: string): Uint8Array | null {
  try {
    const stats = statPicture(root, path);
    if (stats === null || !stats.isFile()) return null;
    if (stats.size > MAX_BYTES.picture) {
      throw new UserError(
        `${path} has ${megabytes(stats.size)}, and a picture may have ${megabytes(MAX_BYTES.picture)}: make it smaller.`,
      );
    }
    return readIfThere(join(root, path));
  } catch (error) {
    throw fileError(error, path, 'read');
  }
}

/** Changes whenever somebody writes the picture; null when there is none that could be read. */
export function pictureStamp(root: string, path: string): string | null {
  try {
    const stats = statPicture(root, path);
    return stats?.isFile() === true ? `${stats.size}:${stats.mtimeMs}` : null;
  } catch {
    // Whoever reads it says what is wrong.
    return null;
  }
}
