/** A number, date, share or measure that a text states: what it is worth, and how firmly it is stated. */
import type { Span } from '../model.ts';

export type QuantityKind =
  /** A cardinal; money, lengths and ages are cardinals with a unit. */
  | 'number'
  /** In percent: 50 for 50%, 五成, 百分之五十. */
  | 'percent'
  /** In percentage points: 2 for 2个百分点, 0.25 for 25 basis points. */
  | 'point'
  /** Two thirds is 2/3, half is 0.5. */
  | 'fraction'
  /** How many times as much in the end: 3 for tripled, 增加两倍. */
  | 'multiple'
  | 'ordinal'
  | 'year'
  /** First year of it, or its two last figures: 1990 or 90. */
  | 'decade'
  | 'century'
  | 'month'
  | 'day'
  /** 1 is Monday, 7 is Sunday. */
  | 'weekday'
  /** Minutes since midnight. */
  | 'time'
  | 'quarter'
  /** 上半年 and the first half are 1. */
  | 'half'
  /** Hundreds, 数百: the magnitude alone. */
  | 'vague'
  /** Figures inside a name or a number plate: G20, COVID-19, 1.2.3. */
  | 'code';

/** Which way the true value lies. */
export type Approx = 'over' | 'under' | 'about';

/** Spans are UTF-16 offsets into the text that was read. */
export interface Quantity extends Span {
  readonly kind: QuantityKind;
  readonly value: number;
  /** Other values that the same words may stand for. */
  readonly also?: readonly number[] | undefined;
  /** A unit of `units.ts`. */
  readonly unit?: string | undefined;
  readonly approx?: Approx | undefined;
  /** A translation must keep it; words for small numbers may be lost. */
  readonly hard: boolean;
  /** Written in figures, so that it stands for itself. */
  readonly figures: boolean;
  /** Only the numeral, without unit and sign. */
  readonly numeral: Span;
  /** Only the unit, where it is a word or sign of its own. */
  readonly unitSpan?: Span | undefined;
  /** The low and high end of a range. */
  readonly range?: 'from' | 'to' | undefined;
  /** As it stands in the text. */
  readonly text: string;
}

/** What a rule found at a place: nothing for a word that only looks like a number. */
export interface Found {
  readonly items: readonly Quantity[];
  /** Where reading goes on. */
  readonly end: number;
}

/** Reads what stands at `at`, or leaves it to the next rule. */
export type Rule = (text: string, at: number) => Found | null;

type Draft = Partial<Omit<Quantity, 'text' | keyof Span>> &
  Pick<Quantity, 'kind' | 'value' | 'hard'> &
  Span;

/** An item with what follows from the rest: its text, its numeral. */
export function quantity(text: string, draft: Draft): Quantity {
  const { from, to, value } = draft;
  return {
    figures: false,
    numeral: { from, to },
    ...draft,
    value: settle(value),
    text: text.slice(from, to),
  };
}

/** Without what binary fractions add: 3.3 × 1000 is 3300. */
export function settle(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(12));
}

/** A group of a match; empty where it took no part. */
export function group(match: RegExpExecArray, index: number): string {
  return match[index] ?? '';
}

/** What a sticky regex finds at a place. */
export function at(regex: RegExp, text: string, index: number): RegExpExecArray | null {
  regex.lastIndex = index;
  return regex.exec(text);
}
