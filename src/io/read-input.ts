/** What a command is given to read. */
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { MAX_BYTES, tooLarge } from '../core/limits.ts';
import { fileError } from './text-file.ts';

interface Surroundings {
  /** The current folder. */
  readonly cwd: string;
  readonly stdin: AsyncIterable<Uint8Array | string>;
}

async function readStream(stream: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > MAX_BYTES.review) throw tooLarge('standard input', null, MAX_BYTES.review);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/**
 * Bytes of a file, or of standard input for `-`.
 * @throws UserError when it cannot be read, or is too large
 */
export async function readInput(host: Surroundings, path: string): Promise<Uint8Array> {
  try {
    if (path === '-') return await readStream(host.stdin);
    const full = resolve(host.cwd, path);
    const { size } = await stat(full);
    if (size > MAX_BYTES.review) throw tooLarge(path, size, MAX_BYTES.review);
    return await readFile(full);
  } catch (error) {
    throw fileError(error, path, 'read');
  }
}
