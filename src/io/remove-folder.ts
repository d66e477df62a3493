/** Takes folders away that are the tool's own, whatever their permissions have become. */
import { chmodSync, lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isCode } from './atomic-file.ts';

/** Read, write and enter, for whoever owns it. */
const OWNERS = 0o700;

/** Nothing can be taken out of a read-only folder, so all below it become writable; links are not followed. */
function makeWritable(folder: string): void {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (stats?.isDirectory() !== true) return;
  if ((stats.mode & OWNERS) !== OWNERS) chmodSync(folder, stats.mode | OWNERS);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) makeWritable(join(folder, entry.name));
  }
}

/**
 * Takes a file or a folder away with all that is in it, read-only folders too.
 * @throws the system's own error, when it belongs to somebody else
 */
export function removeFolder(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch (error) {
    if (!isCode(error, 'EACCES', 'EPERM', 'ENOTEMPTY')) throw error;
    makeWritable(path);
    rmSync(path, { recursive: true, force: true });
  }
}

/** The same as far as it can be done: what is left is in nobody's way. False when something is left. */
export function removeIfPossible(path: string): boolean {
  try {
    removeFolder(path);
    return true;
  } catch {
    // A later run tries again.
    return false;
  }
}
