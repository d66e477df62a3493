#!/usr/bin/env node
/**
 * The process edge: argv → command → stdout, stderr, exit code. The only file that touches `process`.
 * It is small so that `--version` costs next to nothing, and plain so that an old Node can say why not.
 */
import process from 'node:process';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { Host } from './host.ts';

declare const DUIZHAO_VERSION: string;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function host(): Host {
  return {
    argv: process.argv.slice(2),
    environment: process.env,
    cwd: process.cwd(),
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    processes: { pid: process.pid, isAlive },
    program: [process.execPath, ...process.argv.slice(1, 2)],
    onSignal: (name, run) => {
      process.on(name, run);
      return () => process.off(name, run);
    },
    version: DUIZHAO_VERSION,
  };
}

async function start(): Promise<void> {
  const { main } = await import('./main.ts');
  process.exitCode = await main(host());
}

if (major < 22 || (major === 22 && minor < 13)) {
  process.stderr.write(
    `duizhao needs Node.js 22.13 or newer, this is ${process.versions.node}: install a newer one from https://nodejs.org.\n`,
  );
  process.exitCode = 2;
} else if (process.argv.length === 3 && process.argv[2] === '--version') {
  process.stdout.write(`${DUIZHAO_VERSION}\n`);
} else if (!isMainThread && parentPort !== null) {
  const { serve } = await import('./hand.ts');
  await serve(host(), parentPort, workerData);
} else {
  // A reader that closes early (`duizhao status | head`) is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  await start();
}
