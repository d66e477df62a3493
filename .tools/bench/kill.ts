/** Reviews that are killed at random instants, on an ordinary file system and on one that fills up. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killReviews, type KillOptions, type KillReport } from '../../tests/support/kill.ts';

function print(title: string, report: KillReport): void {
  const { runs, confirmed, cut, refused, unreadable, lost, doubled } = report;
  console.log(`\n${title}: ${runs} runs, ${cut} cut short, ${refused} with a disk that refused`);
  console.log(`confirmed pairs ${confirmed}, lost ${lost.length}, doubled ${doubled.length}`);
  console.log(`files that cannot be read ${unreadable.length}`);
  for (const fault of [...unreadable, ...lost, ...doubled]) console.log(`  ${fault}`);
}

async function measure(title: string, options: KillOptions): Promise<void> {
  const { runs } = options;
  const progress = (run: number): void => {
    if (process.stderr.isTTY) process.stderr.write(`\r${run}/${runs} `);
  };
  print(title, await killReviews({ ...options, progress }));
}

function succeeds(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, args).status === 0;
}

/** Runs in a small file system of its own; false where none may be mounted. */
async function onTmpfs(run: (parent: string) => Promise<void>): Promise<boolean> {
  const parent = mkdtempSync(join(tmpdir(), 'duizhao-tmpfs-'));
  try {
    const isMounted = succeeds('mount', '-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', parent);
    if (!isMounted) return false;
    try {
      await run(parent);
    } finally {
      succeeds('umount', parent);
    }
    return true;
  } finally {
    rmdirSync(parent);
  }
}

/**
 * @param count of runs on each file system
 * @param start seed of the first one; a new one each time unless given
 */
export async function benchKill(count = '50', start = String(Date.now() % 1e9)): Promise<void> {
  const [runs, seed] = [Number(count), Number(start)];
  console.log(`seed ${seed}`);
  await measure('killed at random', { runs, seed });
  const isDone = await onTmpfs((parent) =>
    measure('killed at random, 256 KiB that fill up', { runs, seed, parent, fill: true }),
  );
  if (!isDone) console.log('\nno small file system: mounting one is not permitted here');
}
