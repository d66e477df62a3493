import { statSync, type Stats } from 'node:fs';
import { UserError } from '../core/errors.ts';
import { tooLarge } from '../core/limits.ts';
import { isCode, readIfThere } from './atomic-file.ts';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is a file',
  ENOSPC: 'the disk is full',
  EROFS: 'the file system is read-only',
  EDQUOT: 'the disk quota is used up',
  ENOENT: 'there is no such file or folder',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
};

/** The system's reason in words, or null for an error that is not the system's. */
function systemReason(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string')
    return null;
  return REASONS[error.code] ?? (/^E[A-Z]+$/.test(error.code) ? error.code : null);
}

/** Turns a system error into a sentence about a file; a bug goes through as it is. */
export function fileError(error: unknown, name: string, verb: 'read' | 'written'): unknown {
  const reason = systemReason(error);
  return reason === null ? error : new UserError(`${name} cannot be ${verb}: ${reason}.`);
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Refuses what is no file, or a file that is too large to be read.
 * @param name how the file is called in messages
 * @param limit in bytes
 */
export function checkFile(stats: Stats, name: string, limit: number): void {
  if (!stats.isFile() && !stats.isDirectory()) {
    throw new UserError(`${name} cannot be read: it is no file.`);
  }
  if (stats.size > limit) throw tooLarge(name, stats.size, limit);
}

/**
 * Bytes as text, a byte order mark left in.
 * @param advice what to do with text that is not UTF-8, as a clause
 * @throws UserError when they are not UTF-8
 */
export function decodeText(
  bytes: Uint8Array,
  name: string,
  advice = 'convert it, or import it with `duizhao add`',
): string {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if (!isCode(error, 'ERR_ENCODING_INVALID_ENCODED_DATA')) throw error;
    throw new UserError(`${name} is not UTF-8 text: ${advice}.`);
  }
}

/**
 * A file's text, or null when there is none.
 * @param name how the file is called in messages
 * @param limit in bytes
 * @param advice what to do with one that is not UTF-8
 * @throws UserError when it cannot be read, is too large or is not UTF-8
 */
export function readTextFile(
  path: string,
  name: string,
  limit: number,
  advice?: string,
): string | null {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return null;
    checkFile(stats, name, limit);
    const bytes = readIfThere(path);
    return bytes === null ? null : decodeText(bytes, name, advice);
  } catch (error) {
    throw fileError(error, name, 'read');
  }
}
