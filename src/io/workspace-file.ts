/** Reads one file of a workspace: inside of it, not too large, a file. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { MAX_BYTES } from '../core/limits.ts';
import { readIfThere } from './atomic-file.ts';
import { statInside } from './inside.ts';
import { checkFile, fileError } from './text-file.ts';

const LIMITS: readonly (readonly [ending: string, bytes: number])[] = [
  ['.md', MAX_BYTES.article],
  ['.json', MAX_BYTES.locale],
  ['.jsonl', MAX_BYTES.review],
];

function limitOf(path: string): number {
  return LIMITS.find(([ending]) => path.endsWith(ending))?.[1] ?? MAX_BYTES.config;
}

/**
 * The bytes of a workspace's file, or null when there is none.
 * @param path from the root, with `/`
 * @throws UserError when it cannot be read, is too large, or a link leads out of the workspace
 */
export function readWorkspaceFile(root: string, path: string): Buffer | null {
  try {
    const stats = statInside(root, path);
    if (stats === null) return null;
    const full = join(root, path);
    checkFile(stats.isSymbolicLink() ? statSync(full) : stats, path, limitOf(path));
    return readIfThere(full);
  } catch (error) {
    throw fileError(error, path, 'read');
  }
}
