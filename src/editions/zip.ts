/** Archives that have the same bytes whenever, and wherever, they are made. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import { UserError } from '../core/errors.ts';
import type { Content } from './edition.ts';

/** The first day that an archive can name, in whatever time zone: it is read as local time. */
const DAY = '1980-01-01T12:00:00';
const NAME =
  /^(?:[A-Za-z0-9_[\]-][A-Za-z0-9._[\]-]*\/)*[A-Za-z0-9_[\]-][A-Za-z0-9._[\]-]*$|^_rels\/\.rels$/;

/** As many files as an archive's table of contents can count. */
const MOST = 0xffff;

/** Throws UserError for more files than an archive can hold. */
export function checkCount(count: number): void {
  if (count <= MOST) return;
  throw new UserError(
    `A book of the whole site would hold ${count} files, and no EPUB can hold more than ${MOST}: leave epub out of publish.also.`,
  );
}

/**
 * @param files name → content, in the order in which they are to stand
 * @param stored names of files that are not compressed
 * @throws Error for a name that could lead out of the folder that the archive is unpacked into
 * @throws UserError for more than 65,535 files
 */
export function zip(files: ReadonlyMap<string, Content>, stored: ReadonlySet<string>): Uint8Array {
  checkCount(files.size);
  const entries: Zippable = {};
  for (const [name, content] of files) {
    if (!NAME.test(name)) throw new Error(`no name for a file of an archive: ${name}`);
    entries[name] = [
      typeof content === 'string' ? strToU8(content) : content,
      { level: stored.has(name) ? 0 : 9, mtime: DAY, os: 3, attrs: 0o644 << 16 },
    ];
  }
  return zipSync(entries);
}
