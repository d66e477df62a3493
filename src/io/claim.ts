/**
 * Who drafts, or publishes, in a workspace: `<command>.lock` in its state folder. A claim is published whole with
 * link(), which fails when the name is there. To take over the claim of a process that died one first
 * has to be its only successor, again by link(), under a name made of the dead claim's id; only the
 * successor may put its own claim in the lock's place. So of many that find the same dead claim, one
 * wins. A successor that dies half-way has a successor of its own.
 */
import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Books } from '../core/ports.ts';
import { visibleLine } from '../core/safe-text.ts';
import { isCode, makeLastingNow } from './atomic-file.ts';
import type { Processes } from './lock.ts';
import { fileError } from './text-file.ts';

const claimSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]+$/)),
  pid: v.number(),
  by: v.string(),
  /** ISO 8601, UTC. */
  since: v.string(),
  /** The run of the machine that the process belongs to, where the system tells it. */
  boot: v.nullable(v.string()),
});

type Claim = v.InferOutput<typeof claimSchema>;

interface Attempt {
  readonly lock: string;
  /** The claim that is to be published, under a name that only this attempt knows. */
  readonly fresh: string;
  readonly claim: Claim;
  readonly processes: Processes;
}

/** A claim that nobody can read is nobody's: claims are published whole. */
interface Found {
  readonly id: string;
  readonly claim: Claim | null;
}

/** Claims of this very process: another claim under its id is of a dead one that had the number before. */
const own = new Set<string>();

/** Linux's name for the time since the machine was started; null elsewhere. */
async function bootOf(): Promise<string | null> {
  return readFile('/proc/sys/kernel/random/boot_id', 'utf8').then(
    (text) => text.trim(),
    () => null,
  );
}

function isHeld(found: Claim, { claim, processes }: Attempt): boolean {
  if (found.pid === processes.pid) return own.has(found.id);
  // After a restart the number may be another program's.
  if (found.boot !== claim.boot) return false;
  return processes.isAlive(found.pid);
}

async function readClaim(path: string): Promise<Found | null> {
  try {
    const [info, text] = [await stat(path), await readFile(path, 'utf8')];
    const fallback = `${info.ino.toString(16)}${Math.trunc(info.mtimeMs).toString(16)}`;
    const claim = parseClaim(text);
    return { id: claim?.id ?? fallback, claim };
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function parseClaim(text: string): Claim | null {
  try {
    return v.parse(claimSchema, JSON.parse(text));
  } catch {
    return null;
  }
}

/** Gives a file a second name; false when the name is taken. */
async function linkIfFree(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

type Outcome = 'won' | 'again' | { readonly holder: Claim };

/** Follows the dead claims to the last one and links to it: the way there, or who stands at its end. */
async function follow(
  first: Found,
  now: Attempt,
): Promise<Outcome | { readonly ways: readonly string[] }> {
  const ways: string[] = [];
  for (let last: Found | null = first; last !== null;) {
    if (last.claim !== null && isHeld(last.claim, now)) return { holder: last.claim };
    const way = `${now.lock}.after-${last.id}`;
    ways.push(way);
    if (await linkIfFree(now.fresh, way)) return { ways };
    last = await readClaim(way);
  }
  return 'again';
}

async function succeed(first: Found, now: Attempt): Promise<Outcome> {
  const end = await follow(first, now);
  if (typeof end === 'string' || 'holder' in end) return end;
  const { ways } = end;
  const standing = await readClaim(now.lock);
  if (standing?.id !== first.id) {
    // An earlier successor had come and gone between our look at the lock and our link.
    await rm(ways.at(-1) ?? '', { force: true });
    return 'again';
  }
  await rename(now.fresh, now.lock);
  for (const way of ways) await rm(way, { force: true });
  return 'won';
}

async function attempt(now: Attempt): Promise<Outcome> {
  if (await linkIfFree(now.fresh, now.lock)) return 'won';
  const standing = await readClaim(now.lock);
  return standing === null ? 'again' : succeed(standing, now);
}

async function acquire(now: Attempt): Promise<Claim | null> {
  await writeFile(now.fresh, JSON.stringify(now.claim), { flag: 'wx', mode: 0o600 });
  try {
    for (;;) {
      const outcome = await attempt(now);
      if (outcome === 'won') return null;
      if (outcome !== 'again') return outcome.holder;
    }
  } finally {
    await rm(now.fresh, { force: true });
  }
}

async function release(lock: string, id: string): Promise<void> {
  try {
    const standing = await readClaim(lock);
    if (standing?.id === id) await rm(lock, { force: true });
  } catch {
    // A claim that stays behind is taken over when this process has ended.
  } finally {
    own.delete(id);
  }
}

function nameOf({ by, pid, since }: Claim): string {
  return visibleLine(`${by} (process ${pid}, since ${since})`);
}

/**
 * Makes this process the only one that does a work in a workspace, until it releases the claim or ends.
 * @param work names the lock: a command
 * Rejects with UserError when the state folder cannot be written.
 */
export async function claimWork(
  stateFolder: string,
  processes: Processes,
  by: string,
  work: 'translate' | 'publish',
): ReturnType<Books['claim']> {
  const lock = join(stateFolder, `${work}.lock`);
  const id = randomBytes(8).toString('hex');
  own.add(id);
  try {
    makeLastingNow(stateFolder);
    const since = new Date().toISOString();
    const claim = { id, pid: processes.pid, by, since, boot: await bootOf() };
    const holder = await acquire({ lock, fresh: `${lock}.${id}`, claim, processes });
    if (holder === null) return { release: () => release(lock, id) };
    own.delete(id);
    return { heldBy: nameOf(holder) };
  } catch (error) {
    own.delete(id);
    throw fileError(error, `The lock ${lock}`, 'written');
  }
}
