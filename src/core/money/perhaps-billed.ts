import type { LedgerEntry } from '../ports.ts';
import { requestsOf } from './requests.ts';

/** A request of which nobody knows whether it was charged. */
export interface PerhapsBilled {
  readonly id: string;
  readonly at: string;
  readonly run: string;
  readonly engine: string;
  readonly slug: string;
  readonly keys: readonly string[];
  readonly characters: number;
  /** It failed in a way that may have cost, or nothing is known of it: a kill, or it is under way. */
  readonly outcome: 'perhaps-billed' | 'unanswered';
}

/** The requests that may have been charged although no answer came, in the ledger's order. */
export function perhapsBilled(entries: readonly LedgerEntry[]): PerhapsBilled[] {
  return requestsOf(entries).flatMap(({ sent, outcome }) => {
    if (sent === null || outcome === 'answered' || outcome === 'free') return [];
    const { id, at, run, engine, slug, keys, characters } = sent;
    return [{ id, at, run, engine, slug, keys, characters, outcome }];
  });
}
