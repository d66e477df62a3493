/** A segment that both sides changed, differently, as the person who merges is told of it. */
export interface MergeClash {
  readonly key: string;
  readonly texts: readonly ClashText[];
}

/** One of its texts. Who and when, not which side: a rebase swaps the sides. */
export interface ClashText {
  /** Null where the text was taken out. */
  readonly text: string | null;
  readonly by?: string;
  readonly at?: string;
}
