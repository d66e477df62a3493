/** Books in memory, which keep order and tell what was written when. */
import type { Books, KeptAnswer, LedgerEntry } from '../../src/core/ports.ts';

export interface FakeBooks extends Books {
  readonly entries: LedgerEntry[];
  readonly kept: KeptAnswer[];
  /** Called before each write; may throw, as a full disk does. */
  onWrite: (what: 'sent' | 'answered' | 'failed' | 'keep') => void;
  heldBy: string | null;
}

export function fakeBooks(): FakeBooks {
  const entries: LedgerEntry[] = [];
  const kept: KeptAnswer[] = [];
  const books: FakeBooks = {
    entries,
    kept,
    onWrite: () => {},
    heldBy: null,
    ledger: {
      entries: async () => entries,
      append: async (entry) => {
        books.onWrite(entry.type);
        entries.push(entry);
      },
    },
    answers: {
      find: async (names) => kept.filter(({ name, bare }) => names.has(name) || names.has(bare)),
      keep: async (answers) => {
        books.onWrite('keep');
        kept.push(...answers);
      },
    },
    claim: async () =>
      books.heldBy === null ? { release: async () => {} } : { heldBy: books.heldBy },
  };
  return books;
}
