/** `locales/terms.csv` on disk. */
import { join } from 'node:path';
import { MAX_BYTES } from '../core/limits.ts';
import { TERMS_PATH } from '../core/paths.ts';
import { writeIfChanged } from './atomic-file.ts';
import { statInside } from './inside.ts';
import { makeFolder } from './make-folder.ts';
import { fileError, readTextFile } from './text-file.ts';

const ADVICE =
  'save it as UTF-8, or move it away and bring it in with `duizhao terms import FILE --encoding NAME`';

/** Its text, or null when there is none. Throws UserError when it cannot be read. */
export function readTermBase(root: string): string | null {
  try {
    statInside(root, TERMS_PATH);
  } catch (error) {
    throw fileError(error, TERMS_PATH, 'read');
  }
  return readTextFile(join(root, TERMS_PATH), TERMS_PATH, MAX_BYTES.locale, ADVICE);
}

/** Throws UserError when it cannot be written. */
export async function writeTermBase(root: string, text: string): Promise<void> {
  await makeFolder(join(root, 'locales'), 'locales');
  try {
    await writeIfChanged(join(root, TERMS_PATH), text);
  } catch (error) {
    throw fileError(error, TERMS_PATH, 'written');
  }
}
