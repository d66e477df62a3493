/** What is in a folder besides what is known to be there. */
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isCode } from './atomic-file.ts';

/** Names in a folder; none where it is not there, null where a file has its name. */
function namesIn(folder: string): string[] | null {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return [];
    if (isCode(error, 'ENOTDIR')) return null;
    throw error;
  }
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Folders on the way to files: '' and those below. */
function foldersOf(paths: ReadonlySet<string>): Set<string> {
  const folders = new Set(['']);
  for (const path of paths) {
    for (let at = path.lastIndexOf('/'); at !== -1; at = path.lastIndexOf('/', at - 1)) {
      const folder = path.slice(0, at);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}

/**
 * Files below a folder that are not among the known ones; links count as files. Of what is known only the
 * folders are opened, which is all that a large site with nothing strange in it takes.
 * @param known paths with `/`
 * @param unsure those of them where a folder may stand
 * @throws the system's own error
 */
export function strangersIn(
  folder: string,
  known: ReadonlySet<string>,
  unsure: (path: string) => boolean,
): string[] {
  const folders = foldersOf(known);
  const found: string[] = [];
  const rest = [...folders];
  const isOpen = (path: string): boolean =>
    (!known.has(path) || unsure(path)) && isFolder(join(folder, path));
  const look = (path: string): void => {
    if (folders.has(path)) return;
    if (isOpen(path)) rest.push(path);
    else if (!known.has(path)) found.push(path);
  };
  for (let below = rest.pop(); below !== undefined; below = rest.pop()) {
    const names = namesIn(join(folder, below));
    if (names === null) found.push(below);
    for (const name of names ?? []) look(below === '' ? name : `${below}/${name}`);
  }
  return found.sort();
}
