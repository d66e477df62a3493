/** A run of characters or words that may be a term, with the pairs that hold it. */
export interface Candidate {
  readonly text: string;
  /** Indexes of the pairs that hold it, rising, each once. */
  readonly pairs: readonly number[];
  /** Words, or for Chinese 1. */
  readonly words: number;
  /** It is written with capitals where no sentence begins. */
  readonly isName: boolean;
}
