/** `.duizhao/`: what can be made again. Nothing here may fail a command. */
import { join } from 'node:path';
import { readIfThere, replaceNow, writeIfChanged } from './atomic-file.ts';
import { statInside } from './inside.ts';

function cachePath(root: string, name: string): string {
  return join(root, '.duizhao', `${name}.json`);
}

export function recallBytes(root: string, name: string): Buffer | null {
  try {
    return readIfThere(cachePath(root, name));
  } catch {
    return null;
  }
}

export function recall(root: string, name: string): unknown {
  try {
    return JSON.parse(recallBytes(root, name)?.toString('utf8') ?? 'null');
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
