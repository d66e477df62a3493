/** Writes a file where a user has said so. */
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UserError } from '../core/errors.ts';
import { visibleLine } from '../core/safe-text.ts';
import { writeIfChanged } from './atomic-file.ts';
import { fileError } from './text-file.ts';

/**
 * Writes a file, as one step, into a folder that is there: a mistyped one is not made.
 * @param path absolute
 * @param name how the file is called in messages
 * @throws UserError when it cannot be written
 */
export async function writeOutput(path: string, text: string, name: string): Promise<void> {
  const folder = await stat(dirname(path)).catch(() => null);
  if (folder === null) {
    const shown = visibleLine(name);
    throw new UserError(`${shown} cannot be written: make its folder first, or name another file.`);
  }
  try {
    await writeIfChanged(path, text);
  } catch (error) {
    throw fileError(error, name, 'written');
  }
}
