/** What a language contributes to comparing two translations: data, one file a language. All are global. */
export interface OpinionWords {
  /** Words that deny. */
  readonly negation: RegExp;
  /** Words with a negation's letters that deny nothing; they are taken out first. */
  readonly noNegation: RegExp;
  /** Words with a number's letters that count nothing. */
  readonly noNumber: RegExp;
  /** Names, as far as their writing shows them. */
  readonly names: RegExp;
  /** What is in a name's writing and names nothing. */
  readonly noName: ReadonlySet<string>;
  /** The pieces that wording is compared by. */
  readonly pieces: (text: string) => readonly string[];
  /** So many names in one text only are a difference; fewer when the other has one of its own. */
  readonly loneNames: number;
}
