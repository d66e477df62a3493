import { open, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isCode, makeLastingNow } from './atomic-file.ts';
import { fileError } from './text-file.ts';

/** A holder that is alive never keeps the lock for longer, in milliseconds. */
const STALE_AFTER = 10_000;
const RETRY_EVERY = 4;

/** This process, and whether another one lives. */
export interface Processes {
  readonly pid: number;
  readonly isAlive: (pid: number) => boolean;
}

async function isStale(path: string, processes: Processes): Promise<boolean> {
  try {
    const [info, text] = await Promise.all([stat(path), readFile(path, 'utf8')]);
    const age = Date.now() - info.mtimeMs;
    const pid = Number(text);
    return age > STALE_AFTER || (pid > 0 && age > 50 && !processes.isAlive(pid));
  } catch (error) {
    if (isCode(error, 'ENOENT')) return false;
    throw error;
  }
}

async function create(path: string, pid: number): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(String(pid));
  } catch (error) {
    // A lock without its holder would keep everybody out for a while.
    await rm(path, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

async function acquire(path: string, processes: Processes): Promise<void> {
  for (;;) {
    try {
      await create(path, processes.pid);
      return;
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error;
    }
    if (await isStale(path, processes)) await rm(path, { force: true });
    else await sleep(RETRY_EVERY);
  }
}

/** Where a workspace's lock may be: in its state folder, which is made, or where nothing can be written in that. */
export function lockPlaces(stateFolder: string): readonly string[] {
  try {
    makeLastingNow(stateFolder);
  } catch {
    // Whoever tries to put a lock there is told.
  }
  return [join(stateFolder, 'lock'), join(tmpdir(), `duizhao-${basename(stateFolder)}.lock`)];
}

/** Takes the first of the places that takes a lock. Throws what the first one threw. */
async function acquireIn(places: readonly string[], processes: Processes): Promise<string> {
  const refused: unknown[] = [];
  for (const path of places) {
    try {
      await acquire(path, processes);
      return path;
    } catch (error) {
      refused.push(error);
    }
  }
  throw fileError(refused[0], `The lock ${places[0]}`, 'written');
}

/**
 * Runs a read-change-write while no other process does. The lock is held for milliseconds; one left
 * behind by a process that died is taken over.
 * @param places paths of the lock: the second counts where the first one cannot be written, and so on
 * @throws UserError when there can be no lock (a full disk, a folder that is read-only)
 */
export async function withLock<Result>(
  places: readonly string[],
  processes: Processes,
  run: () => Promise<Result>,
): Promise<Result> {
  const path = await acquireIn(places, processes);
  try {
    return await run();
  } finally {
    // One that cannot be removed is taken over after a while.
    await rm(path, { force: true }).catch(() => undefined);
  }
}
