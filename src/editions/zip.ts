/** Archives that have the same bytes whenever, and wherever, they are made. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { Content } from './edition.ts';

/** The first day that an archive can name, in whatever time zone: it is read as local time. */
const DAY = '1980-01-01T12:00:00';
const NAME =
  /^(?:[A-Za-z0-9_[\]-][A-Za-z0-9._[\]-]*\/)*[A-Za-z0-9_[\]-][A-Za-z0-9._[\]-]*$|^_rels\/\.rels$/;

/**
 * @param files name → content, in the order in which they are to stand
 * @param stored names of files that are not compressed
 * @throws Error for a name that could lead out of the folder that the archive is unpacked into
 */
export function zip(files: ReadonlyMap<string, Content>, stored: ReadonlySet<string>): Uint8Array {
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
