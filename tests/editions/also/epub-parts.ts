/** Opens an EPUB as its reader does. */
import { strFromU8, unzipSync } from 'fflate';
import type { Files } from '../../../src/editions/edition.ts';

/** Name → text of every file of an archive. */
export function unpacked(files: Files, path: string): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(unzipSync(bytesOf(files, path))).map(([name, bytes]) => [
      name,
      strFromU8(bytes),
    ]),
  );
}

/** A file that is no text. Throws an Error when there is none. */
export function bytesOf(files: Files, path: string): Uint8Array {
  const content = files.get(path);
  if (content === undefined || typeof content === 'string') throw new Error(`no bytes in ${path}`);
  return content;
}
