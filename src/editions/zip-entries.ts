/**
 * The files of an archive as they are stored in it, to go into another without being packed again. Reads what
 * `zip` writes: neither comments nor archives of more than 4 GB (PKWARE's APPNOTE 6.3.10, 4.3.7, 4.3.12 and
 * 4.3.16).
 */
import { checkCount } from './zip.ts';

/** Its record in the archive's table of contents, and its bytes with the header before them. */
export interface ZipEntry {
  readonly record: Uint8Array;
  readonly body: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_LENGTH = 22;
const RECORD_LENGTH = 46;
const HEADER_LENGTH = 30;

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function bodyAt(archive: Uint8Array, view: DataView, at: number, packed: number): Uint8Array {
  if (view.getUint32(at, true) !== LOCAL) throw new RangeError('no file where one should be');
  const names = view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  return archive.subarray(at, at + HEADER_LENGTH + names + packed);
}

function readEntries(archive: Uint8Array): Map<string, ZipEntry> {
  const view = viewOf(archive);
  const end = archive.length - END_LENGTH;
  if (view.getUint32(end, true) !== END) throw new RangeError('no end of an archive');
  const names = new TextDecoder();
  const entries = new Map<string, ZipEntry>();
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
    if (view.getUint32(at, true) !== CENTRAL) throw new RangeError('no record where one should be');
    const name = view.getUint16(at + 28, true);
    const length = RECORD_LENGTH + name + view.getUint16(at + 30, true);
    const record = archive.subarray(at, at + length);
    const from = view.getUint32(at + 42, true);
    const body = bodyAt(archive, view, from, view.getUint32(at + 20, true));
    entries.set(names.decode(record.subarray(RECORD_LENGTH, RECORD_LENGTH + name)), {
      record,
      body,
    });
    at += length;
  }
  return entries;
}

/** The files of an archive, by their names; null for bytes that are no such archive. */
export function entriesIn(archive: Uint8Array): ReadonlyMap<string, ZipEntry> | null {
  try {
    return readEntries(archive);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The archive's end: how many files, and where their records are. */
function endOf(count: number, length: number, from: number): Uint8Array {
  const end = new Uint8Array(END_LENGTH);
  const view = viewOf(end);
  view.setUint32(0, END, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, length, true);
  view.setUint32(16, from, true);
  return end;
}

/**
 * An archive of these files, in this order: the bytes that `zip` makes of them.
 * @throws UserError for more than 65,535 files
 */
export function archiveOf(entries: readonly ZipEntry[]): Uint8Array {
  checkCount(entries.length);
  const bodies = entries.reduce((sum, { body }) => sum + body.length, 0);
  const records = entries.reduce((sum, { record }) => sum + record.length, 0);
  const archive = new Uint8Array(bodies + records + END_LENGTH);
  const view = viewOf(archive);
  let [to, at] = [0, bodies];
  for (const { record, body } of entries) {
    archive.set(body, to);
    archive.set(record, at);
    view.setUint32(at + 42, to, true);
    to += body.length;
    at += record.length;
  }
  archive.set(endOf(entries.length, records, bodies), at);
  return archive;
}
