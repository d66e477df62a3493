/** `.duizhao/`: what can be made again. Nothing here may fail a command. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceNow, writeIfChanged } from './atomic-file.ts';
import { statInside } from './inside.ts';

function cachePath(root: string, name: string): string {
  return join(root, '.duizhao', `${name}.json`);
}

export async function recall(root: string, name: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(cachePath(root, name), 'utf8'));
  } catch {
    return null;
  }
}

export async function remember(root: string, name: string, value: unknown): Promise<void> {
  try {
    statInside(root, '.duizhao');
    // The folder ignores itself, so that a workspace without .gitignore stays clean too.
    await writeIfChanged(join(root, '.duizhao', '.gitignore'), '*\n');
    replaceNow(cachePath(root, name), JSON.stringify(value));
  } catch {
    // A read-only or full disk costs time, not work.
  }
}
