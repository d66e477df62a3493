/** Puts many files on the disk at once. */
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { isCode } from './atomic-file.ts';

/** So many are synced one by one; of more, the whole file system is asked to. */
const FEW = 64;

function syncOne(path: string): void {
  const descriptor = openSync(path, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** One call for all that is written, where the system has it (syncfs; Node itself does not). */
function syncAround(folder: string): boolean {
  try {
    execFileSync('sync', ['-f', folder], { stdio: 'ignore', timeout: 120_000 });
    return true;
  } catch {
    return false;
  }
}

/**
 * Puts files on the disk: what a power cut leaves of them is whole. Throws the system's own error.
 * @param folder one that all of them are in, on the same file system
 */
export function syncFiles(folder: string, paths: readonly string[]): void {
  if (paths.length > FEW && syncAround(folder)) return;
  for (const path of paths) {
    try {
      syncOne(path);
    } catch (error) {
      // A file that may be read only is none that was written just now.
      if (!isCode(error, 'EACCES', 'EPERM')) throw error;
    }
  }
}
