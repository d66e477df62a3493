import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isCode } from './atomic-file.ts';
import { statInside } from './inside.ts';
import { makeFolder } from './make-folder.ts';
import { fileError } from './text-file.ts';

/**
 * Writes files that do not exist yet below a folder; existing ones stay as they are. What begins with
 * `#!` may be run.
 * @throws UserError when one cannot be written
 */
export async function createFiles(
  folder: string,
  files: ReadonlyMap<string, string>,
): Promise<{ written: readonly string[]; kept: readonly string[] }> {
  const written: string[] = [];
  const kept: string[] = [];
  // All folders first: a file in the place of one is found before anything is written.
  for (const path of files.keys()) statInside(folder, dirname(path));
  for (const path of files.keys()) await makeFolder(dirname(join(folder, path)), dirname(path));
  for (const [path, text] of files) {
    try {
      const mode = text.startsWith('#!') ? 0o755 : 0o644;
      await writeFile(join(folder, path), text, { flag: 'wx', flush: true, mode });
      written.push(path);
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw fileError(error, path, 'written');
      kept.push(path);
    }
  }
  return { written, kept };
}
