import type { Hunk } from '../changes.ts';

/** A place where one text says something else than the other. */
export interface Replacement {
  readonly hunk: Hunk;
  readonly source: string;
  readonly query: string;
}

/**
 * What a language contributes to telling a dangerous difference, beyond what the second opinion knows of it:
 * data, one file a language. All patterns are global.
 */
export interface DangerWords {
  /** Dates, times and days, in figures or words. */
  readonly dates: RegExp;
  /** A date's one form. */
  readonly foldDate: (date: string) => string;
  /** Words that say how much or how many without being a number, units of measure and money among them. */
  readonly amounts: RegExp;
  /** An amount's one form. */
  readonly foldAmount: (amount: string) => string;
  /** Words that deny, beyond those of the second opinion. */
  readonly negation: RegExp;
  /** Words that deny although they begin like one that does not, and how they are read instead. */
  readonly unlike: readonly (readonly [RegExp, string])[];
  /** Names of places and bodies that are known by themselves. */
  readonly names: RegExp;
  /** Whether a replaced run is a name by its surroundings. */
  readonly isNameReplaced: (
    texts: { readonly source: string; readonly query: string },
    replaced: Replacement,
  ) => boolean;
}
