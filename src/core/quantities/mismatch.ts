/** What two texts contradict each other in. */
import { powerOfTen } from './match.ts';
import type { Quantity, QuantityKind } from './quantity.ts';
import type { Suggestion } from './suggest.ts';

export type MismatchClass =
  | 'value'
  /** The values differ by a power of ten. */
  | 'factor'
  /** The same value of something else. */
  | 'unit'
  | 'date'
  | 'range'
  /** More than opposite less than. */
  | 'approx'
  | 'multiple'
  /** Percent opposite percentage points. */
  | 'point';

export interface Mismatch {
  readonly class: MismatchClass;
  /** An error for certain enough to stop an article; others are worth a look. */
  readonly sure: boolean;
  /** At least one of both; both where one faces the other. */
  readonly zh?: Quantity;
  readonly en?: Quantity;
  /** What the English text adds to a day that the Chinese leaves open, or the other way round: right or wrong by the article's day. */
  readonly supplied?: true;
  /** How many times the Chinese value the English one is. */
  readonly factor?: number;
  /** What the English text would say if the Chinese is right, and the other way round. */
  readonly fix?: { readonly zh?: Suggestion; readonly en?: Suggestion };
}

const DATES: readonly QuantityKind[] = [
  'month',
  'day',
  'weekday',
  'year',
  'decade',
  'century',
  'time',
  'quarter',
  'half',
];

export function isDate({ kind }: Quantity): boolean {
  return DATES.includes(kind);
}

export function isShare({ kind }: Quantity): boolean {
  return kind === 'percent' || kind === 'point';
}

/** The first that both of them are gives the class. */
const CLASSES: readonly (readonly [MismatchClass, (zh: Quantity, en: Quantity) => boolean])[] = [
  ['point', (zh, en) => isShare(zh) && isShare(en) && zh.kind !== en.kind],
  ['date', (zh, en) => isDate(zh) && isDate(en)],
  ['factor', (zh, en) => powerOfTen(en.value, zh.value) !== null],
  ['range', (zh, en) => zh.range !== undefined && en.range !== undefined],
  ['multiple', (zh, en) => zh.kind === 'multiple' && en.kind === 'multiple'],
];

export function classOf(zh: Quantity, en: Quantity): MismatchClass {
  return CLASSES.find(([, holds]) => holds(zh, en))?.[0] ?? 'value';
}
