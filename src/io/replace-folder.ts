/** Puts a set of files in the place of a folder, as one step. */
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { UserError } from '../core/errors.ts';
import { isCode, readIfThere } from './atomic-file.ts';
import { fileError } from './text-file.ts';

/** Marks a folder as ours to replace: a folder with other people's files is never removed. */
const MANIFEST = '.duizhao-site.json';

async function isOurs(folder: string): Promise<boolean> {
  try {
    const names = await readdir(folder);
    return names.length === 0 || names.includes(MANIFEST);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return true;
    throw error;
  }
}

function inside(folder: string, path: string): string {
  const full = resolve(folder, path);
  if (!full.startsWith(folder + sep)) throw new Error(`"${path}" leaves the folder.`);
  return full;
}

async function writeAll(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<void> {
  for (const [path, content] of files) {
    const full = inside(folder, path);
    await mkdir(dirname(full), { recursive: true });
    await writeFile(full, content, { flag: 'wx', flush: true });
  }
}

/** Whether a file can be read and holds just this. */
function holds(path: string, content: string | Uint8Array): boolean {
  try {
    return readIfThere(path)?.equals(Buffer.from(content)) === true;
  } catch {
    return false;
  }
}

function compare(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): { written: string[]; unchanged: string[] } {
  const written: string[] = [];
  const unchanged: string[] = [];
  for (const [path, content] of files) {
    (holds(inside(folder, path), content) ? unchanged : written).push(path);
  }
  return { written, unchanged };
}

function without(
  path: string,
  report: { written: string[]; unchanged: string[] },
): { written: string[]; unchanged: string[] } {
  return {
    written: report.written.filter((other) => other !== path),
    unchanged: report.unchanged.filter((other) => other !== path),
  };
}

async function swap(fresh: string, folder: string, old: string): Promise<void> {
  let moved = false;
  try {
    await rename(folder, old);
    moved = true;
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
  try {
    await rename(fresh, folder);
  } catch (error) {
    if (moved) await rename(old, folder);
    throw error;
  }
}

/**
 * Writes the files to a folder beside it and renames: the old site or the new one, never a mixture.
 * @param files path below the folder, with forward slashes → content
 * @throws UserError when the folder holds files that the tool did not write, or cannot be written
 */
export async function replaceFolder(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<{ written: readonly string[]; unchanged: readonly string[] }> {
  const name = relative(dirname(folder), folder);
  const mark = randomBytes(4).toString('hex');
  const fresh = join(dirname(folder), `.${name}.${mark}.new`);
  const old = join(dirname(folder), `.${name}.${mark}.old`);
  try {
    if (!(await isOurs(folder))) {
      throw new UserError(
        `${name} holds files that duizhao did not write, so it is not replaced: choose another folder with --out.`,
      );
    }
    const manifest = `${JSON.stringify({ files: [...files.keys()].sort() }, null, 2)}\n`;
    const all = new Map([...files, [MANIFEST, manifest]]);
    const { written, unchanged } = compare(folder, all);
    const report = without(MANIFEST, { written, unchanged });
    // The manifest names every file: when it is the same, none has to go either.
    if (written.length === 0) return report;
    await mkdir(fresh, { recursive: true });
    await writeAll(fresh, all);
    await swap(fresh, folder, old);
    await rm(old, { recursive: true, force: true });
    return report;
  } catch (error) {
    await rm(fresh, { recursive: true, force: true }).catch(() => undefined);
    throw fileError(error, name, 'written');
  }
}
