import { mkdir } from 'node:fs/promises';
import { UserError } from '../core/errors.ts';
import { isCode } from './atomic-file.ts';
import { fileError } from './text-file.ts';

/**
 * Makes a folder, with those above it, where there is none.
 * @param name how the folder is called in messages
 * @throws UserError when it cannot be made, or a file has its name
 */
export async function makeFolder(path: string, name: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw fileError(error, name, 'written');
    throw new UserError(`${name} is a file, but a folder is needed there: move the file away.`);
  }
}
