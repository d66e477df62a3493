/** Keeps the tool inside its workspace, whatever the links in it say. */
import { lstatSync, realpathSync, type Stats } from 'node:fs';
import { join, sep } from 'node:path';
import { UserError } from '../core/errors.ts';
import { isCode } from './atomic-file.ts';

function targetOf(full: string): string | null {
  try {
    return realpathSync.native(full);
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ENOTDIR', 'ELOOP')) return null;
    throw error;
  }
}

function checkLink(root: string, path: string): void {
  const target = targetOf(join(root, path));
  if (target === null) {
    throw new UserError(`${path} is a link that leads nowhere: mend it or remove it.`);
  }
  if (!`${target}${sep}`.startsWith(`${realpathSync.native(root)}${sep}`)) {
    throw new UserError(
      `${path} is a link that leads out of the workspace: put what it points to in its place.`,
    );
  }
}

/**
 * What stands at a path of the workspace, or null when there is nothing.
 * @param path from the root, with `/`, and without `..`
 * @throws UserError when it, or a folder on the way to it, is a link that leads out of the workspace;
 *   the system's own error when it cannot be looked at
 */
export function statInside(root: string, path: string): Stats | null {
  const names = path.split('/');
  let stats: Stats | undefined;
  for (let depth = 1; depth <= names.length; depth += 1) {
    const part = names.slice(0, depth).join('/');
    stats = lstatSync(join(root, part), { throwIfNoEntry: false });
    if (stats === undefined) return null;
    if (stats.isSymbolicLink()) checkLink(root, part);
  }
  return stats ?? null;
}
