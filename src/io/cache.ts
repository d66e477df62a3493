/** `.duizhao/`: what can be made again. Nothing here may fail a command. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readIfThere, replaceNow, writeIfChanged } from './atomic-file.ts';
import { statInside } from './inside.ts';

function cachePath(root: string, name: string): string {
  return join(root, '.duizhao', `${name}.json`);
}

export async function recall(root: string, name: string): Promise<unknown> {
  try {
    // Decoded at once: piece by piece takes three times as long.
    return JSON.parse((await readFile(cachePath(root, name))).toString('utf8'));
  } catch {
    return null;
  }
}

export function recallBytes(root: string, name: string): Uint8Array | null {
  try {
    return readIfThere(cachePath(root, name));
  } catch {
    return null;
  }
}

async function write(root: string, name: string, content: () => string | Buffer): Promise<void> {
  try {
    statInside(root, '.duizhao');
    // The folder ignores itself, so that a workspace without .gitignore stays clean too.
    await writeIfChanged(join(root, '.duizhao', '.gitignore'), '*\n');
    replaceNow(cachePath(root, name), content());
  } catch {
    // A read-only or full disk costs time, not work.
  }
}

export function remember(root: string, name: string, value: unknown): Promise<void> {
  return write(root, name, () => JSON.stringify(value));
}

export function rememberBytes(
  root: string,
  name: string,
  parts: readonly Uint8Array[],
): Promise<void> {
  return write(root, name, () => Buffer.concat(parts));
}
