/** Quantities that only one of the texts has, but for those that are left out or added without harm. */
import type { Pairing } from './pairing.ts';
import type { Quantity } from './quantity.ts';
import { converted, dimension } from './units.ts';

const GLOSS_WITHIN = 40;
/** 6 feet 6 inches (1.98 m): only the feet stand for the height. */
const GLOSS_RATIO = 1.25;

function isSameAmount(item: Quantity, other: Quantity): boolean {
  if (item.unit === undefined || other.unit === undefined || item.unit === other.unit) return false;
  if (dimension(item.unit) !== dimension(other.unit)) return false;
  const both = converted([item.value, item.unit], [other.value, other.unit]);
  if (both === null || both[0] <= 0 || both[1] <= 0) return true;
  return Math.max(both[0] / both[1], both[1] / both[0]) < GLOSS_RATIO;
}

/** 5 km (3.1 miles), RMB 500 million ($70 million): the value beside is the same in other units. */
function isGloss(item: Quantity, beside: readonly Quantity[]): boolean {
  return beside.some(
    (other) => Math.abs(other.from - item.from) < GLOSS_WITHIN && isSameAmount(item, other),
  );
}

const DATE_WITHIN = 8;

/** The translator may add the month or the year that the day leaves open, where the other text has none. */
function isSupplied(
  item: Quantity,
  own: readonly Quantity[],
  others: readonly Quantity[],
): boolean {
  if (item.kind !== 'month' && item.kind !== 'year') return false;
  if (others.some(({ kind }) => kind === item.kind)) return false;
  return own.some(
    (other) =>
      (other.kind === 'day' || other.kind === 'month') &&
      other.kind !== item.kind &&
      Math.max(item.from - other.to, other.from - item.to) <= DATE_WITHIN,
  );
}

/** 1 is also said by an article. */
function isOne({ kind, value }: Quantity): boolean {
  return kind === 'number' && value === 1;
}

function saysAgain(item: Quantity, others: readonly Quantity[]): boolean {
  return others.some(({ kind, value }) => kind === item.kind && value === item.value);
}

interface Missed {
  /** Without a partner, and a reader would miss them. */
  readonly missed: readonly Quantity[];
  /** Months and years that complete a date of the other text. */
  readonly supplied: readonly Quantity[];
}

/** What of the quantities without a partner is more than a way of saying it. */
export function missed(
  alone: readonly Quantity[],
  { partners, zhAlone, enAlone }: Pairing,
  side: 'zh' | 'en',
): Missed {
  const own = partners.map((one) => one[side]);
  const others =
    side === 'zh'
      ? [...partners.map(({ en }) => en), ...enAlone]
      : [...partners.map(({ zh }) => zh), ...zhAlone];
  const forgiven = (item: Quantity): boolean =>
    isOne(item) || saysAgain(item, own) || isGloss(item, own);
  const left = alone.filter((item) => item.hard && !forgiven(item));
  const supplied = left.filter((item) => isSupplied(item, own, others));
  return { missed: left.filter((item) => !supplied.includes(item)), supplied };
}
