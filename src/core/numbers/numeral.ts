/** What a language contributes to reading numbers: data, one file a language. */

/** A piece of a number: a figure, or what the figures before it are multiplied by. */
export type NumeralWord =
  | { readonly kind: 'figure'; readonly value: number }
  /** `times` of 100 and less multiply one figure; larger ones all figures since the last larger one. */
  | { readonly kind: 'times'; readonly value: number };

export interface Numerals {
  /** Matches a whole number in words or figures, with its multipliers. */
  readonly number: RegExp;
  /** Matches the pieces of such a match. */
  readonly piece: RegExp;
  readonly words: Readonly<Record<string, NumeralWord>>;
  /** From here on a multiplier concerns all figures before it. */
  readonly large: number;
  /** Words that stand for a number in a date: months. */
  readonly dates: Readonly<Record<string, number>>;
  /** Figures in words without multipliers are read one by one: 二〇二〇. */
  readonly digitByDigit: boolean;
}

export function figure(value: number): NumeralWord {
  return { kind: 'figure', value };
}

export function times(value: number): NumeralWord {
  return { kind: 'times', value };
}
