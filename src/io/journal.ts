/**
 * The journal: every operation is a line here before it touches a file of the workspace. Replaying is
 * idempotent (see core/apply.ts), so a journal may be read however far its writer had come.
 */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readdirSync,
  writeSync,
} from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Operation } from '../core/operations.ts';
import { isCode, makeLastingNow, syncFolderNow } from './atomic-file.ts';

export interface JournalEntry {
  readonly slug: string;
  readonly operation: Operation;
}

const NAME = /^journal-(\d+)-[0-9a-f]+\.jsonl$/;

function sameSubject(a: JournalEntry, b: JournalEntry): boolean {
  return a.slug === b.slug && a.operation.key === b.operation.key;
}

/** One process's journal. The file is made at the first entry and removed when it closes empty. */
export class Journal {
  readonly path: string;
  private descriptor: number | null = null;
  /** Bytes of whole lines in the file. */
  private size = 0;
  private entries: JournalEntry[] = [];

  constructor(folder: string, pid: number) {
    this.path = join(folder, `journal-${pid}-${randomBytes(4).toString('hex')}.jsonl`);
  }

  /**
   * Appends entries that it does not hold yet, so that a commit may be tried again; with `sync` they
   * are on the disk when it returns. Throws the system's error.
   */
  append(entries: readonly JournalEntry[], sync: boolean): void {
    const lost = this.reopen();
    const fresh = [...lost, ...entries.filter((entry) => !this.holds(entry))];
    this.descriptor ??= this.open();
    const bytes = Buffer.from(fresh.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
    try {
      let written = 0;
      while (written < bytes.length) written += writeSync(this.descriptor, bytes, written);
      if (sync) fsyncSync(this.descriptor);
    } catch (error) {
      // Half a line would swallow the next one.
      ftruncateSync(this.descriptor, this.size);
      throw error;
    }
    this.size += bytes.length;
    this.entries.push(...fresh.filter((entry) => !this.holds(entry)));
  }

  /** Forgets what has reached the files: these entries, and older ones of the same keys. */
  settle(done: readonly JournalEntry[]): void {
    this.entries = this.entries.filter(
      (entry) =>
        !done.some(
          (settled) =>
            settled.operation === entry.operation ||
            (sameSubject(settled, entry) && entry.operation.at <= settled.operation.at),
        ),
    );
    try {
      this.rewrite();
    } catch (error) {
      // The files hold everything; what the journal repeats changes nothing when it is replayed.
      if (!isCode(error, 'ENOSPC', 'EIO', 'EROFS', 'EDQUOT')) throw error;
    }
  }

  /** Entries that have not reached the files: only the newest of a key matters for drafts. */
  pending(): readonly JournalEntry[] {
    return this.entries.filter(
      (entry, index) =>
        entry.operation.type !== 'draft' ||
        !this.entries.slice(index + 1).some((later) => sameSubject(entry, later)),
    );
  }

  /** Closes the journal; the file goes when nothing is left in it. */
  async close(): Promise<void> {
    if (this.descriptor === null) return;
    closeSync(this.descriptor);
    this.descriptor = null;
    if (this.entries.length === 0) await rm(this.path, { force: true });
  }

  private holds(entry: JournalEntry): boolean {
    return this.entries.some(({ operation }) => operation === entry.operation);
  }

  /** Somebody has removed the file: it is made again with everything that was in it. */
  private reopen(): readonly JournalEntry[] {
    if (this.descriptor === null || fstatSync(this.descriptor).nlink > 0) return [];
    closeSync(this.descriptor);
    this.descriptor = null;
    this.size = 0;
    return this.entries;
  }

  private open(): number {
    const folder = dirname(this.path);
    makeLastingNow(folder);
    const descriptor = openSync(this.path, 'a', 0o600);
    try {
      syncFolderNow(folder);
    } catch (error) {
      closeSync(descriptor);
      throw error;
    }
    return descriptor;
  }

  private rewrite(): void {
    if (this.descriptor === null) return;
    const rest = this.pending();
    if (rest.length > 0) return; // Rare, and harmless: replaying what is done changes nothing.
    ftruncateSync(this.descriptor, 0);
    this.size = 0;
  }
}

function parseEntries(text: string): JournalEntry[] {
  return text.split('\n').flatMap((line) => {
    if (line === '') return [];
    try {
      return [JSON.parse(line) as JournalEntry];
    } catch {
      // The last line of a journal whose writer died while writing it: it was never acknowledged.
      return [];
    }
  });
}

/** Of what a person typed for a segment, letter by letter, the last: the others were never meant to stay. */
function withoutEarlierDrafts(entries: readonly JournalEntry[]): JournalEntry[] {
  const seen = new Set<string>();
  const isLast = ({ slug, operation }: JournalEntry): boolean => {
    if (operation.type !== 'draft' || operation.draft.origin !== 'person') return true;
    const subject = JSON.stringify([slug, operation.key, operation.by]);
    if (seen.has(subject)) return false;
    seen.add(subject);
    return true;
  };
  return entries.toReversed().filter(isLast).reverse();
}

export interface FoundJournal {
  readonly path: string;
  readonly pid: number;
  readonly entries: readonly JournalEntry[];
}

function listFolder(folder: string): string[] {
  try {
    // Synchronous on purpose, as in fingerprint.ts: it is asked for every article.
    return readdirSync(folder);
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ENOTDIR')) return [];
    throw error;
  }
}

/** All journals of a folder but one's own, oldest operations first within each. */
export async function findJournals(folder: string, own: string): Promise<FoundJournal[]> {
  const names = listFolder(folder)
    .filter((name) => NAME.test(name))
    .sort();
  const found: FoundJournal[] = [];
  for (const name of names) {
    const path = join(folder, name);
    if (path === own) continue;
    try {
      const entries = withoutEarlierDrafts(parseEntries(await readFile(path, 'utf8')));
      found.push({ path, pid: Number(NAME.exec(name)?.[1]), entries });
    } catch (error) {
      if (!isCode(error, 'ENOENT')) throw error;
    }
  }
  return found;
}

/** An article's operations that may not have reached the files, oldest first. */
export function pendingIn(journals: readonly FoundJournal[], slug: string): Operation[] {
  return journals
    .flatMap((found) => found.entries.filter((entry) => entry.slug === slug))
    .map((entry) => entry.operation)
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}
