/** Puts many files on the disk at once. */
import { execFileSync } from 'node:child_process';
import { open } from 'node:fs/promises';
import { isCode } from './atomic-file.ts';

/** So many are synced by themselves; of more, the whole file system is asked to. */
const FEW = 64;

async function syncOne(path: string): Promise<void> {
  try {
    const handle = await open(path, 'r+');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    // A file that may be read only is none that was written just now.
    if (!isCode(error, 'EACCES', 'EPERM')) throw error;
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
 * Puts files on the disk: what a power cut leaves of them is whole. Together, since the disk writes its own
 * journal once for all that wait for it. Rejects with the system's own error.
 * @param folder one that all of them are in, on the same file system
 */
export async function syncFiles(folder: string, paths: readonly string[]): Promise<void> {
  if (paths.length > FEW && syncAround(folder)) return;
  await Promise.all(paths.map(syncOne));
}
