/** What a language contributes to telling facts from wording: data, one file a language. */
export interface FactWords {
  /** Matches every number that is written in words, and parts of dates. */
  readonly numberWord: RegExp;
  /** Matches every word or character that denies. */
  readonly negation: RegExp;
  /** Matches names as far as their writing shows them. */
  readonly name: RegExp;
  /** Pairs of spellings between which a change is a slip of the pen. */
  readonly slips: readonly (readonly [string, string])[];
  /** Whether two words that differ by one slip of a finger are a typo of each other. */
  readonly typos: boolean;
}
