/** Money and answers of a workspace on disk. */
import type { Books } from '../core/ports.ts';
import { openAnswers } from './answers.ts';
import { claimWork } from './claim.ts';
import { openLedger } from './ledger.ts';
import type { Processes } from './lock.ts';

export interface BooksOptions {
  /** The workspace. */
  readonly root: string;
  /** The workspace's folder outside of it (see state-folder.ts). */
  readonly stateFolder: string;
  readonly processes: Processes;
}

/** Opens the books of a workspace. Nothing is made on the disk before something is written. */
export function openBooks({ root, stateFolder, processes }: BooksOptions): Books {
  return {
    ledger: openLedger(stateFolder),
    answers: openAnswers(root),
    claim: (by) => claimWork(stateFolder, processes, by, 'translate'),
  };
}
