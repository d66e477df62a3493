/** Quantities that are left on one side and contradict something opposite that has found another partner. */
import { facingScore } from './facing.ts';
import { COST } from './match.ts';
import type { Pairing, Partners } from './pairing.ts';
import type { Quantity, QuantityKind } from './quantity.ts';

type Side = 'zh' | 'en';

export interface Contradiction {
  readonly zh: Quantity;
  readonly en: Quantity;
}

function other(side: Side): Side {
  return side === 'zh' ? 'en' : 'zh';
}

function inOrder(side: Side, item: Quantity, opposite: Quantity): Contradiction {
  return side === 'zh' ? { zh: item, en: opposite } : { zh: opposite, en: item };
}

const FIRM: readonly QuantityKind[] = ['day', 'time'];

/** Partners that may have found each other by chance: 1日 and first. */
function isWeak(one: Partners, side: Side): boolean {
  const opposite = one[other(side)];
  if (!opposite.hard && !FIRM.includes(opposite.kind)) return false;
  return !one[side].hard || one.cost >= COST.otherKind;
}

function says(item: Quantity, value: number): boolean {
  return item.value === value && item.kind !== 'month';
}

/** From this score on a left quantity means what a weakly paired one says. */
const SURE_FROM = 5;
const ALONE = { onlyOnes: false, samePlace: false, onlyOfKind: false };

function ofPaired(item: Quantity, side: Side, { partners }: Pairing): Contradiction | null {
  if (!item.figures || partners.some((one) => says(one[side], item.value))) return null;
  const found = partners.find((one) => {
    if (!isWeak(one, side)) return false;
    const { zh, en } = inOrder(side, item, one[other(side)]);
    return facingScore(zh, en, ALONE) >= SURE_FROM;
  });
  return found === undefined ? null : inOrder(side, item, found[other(side)]);
}

/** A month stands at most so far from its day: 9月 29日, September 29. */
const BESIDE = 2;

function beside(month: Quantity, items: readonly Quantity[], kind: 'month' | 'day'): Quantity[] {
  return items.filter(
    (item) => item.kind === kind && Math.max(item.from - month.to, month.from - item.to) <= BESIDE,
  );
}

/** June 11 opposite 12月11日, though December is said elsewhere: the month of a day that has another one. */
function ofSameDay(
  month: Quantity,
  side: Side,
  { partners, zhAlone, enAlone }: Pairing,
): Contradiction | null {
  if (month.kind !== 'month') return null;
  const own = partners.map((one) => one[side]);
  const opposite = [
    ...partners.map((one) => one[other(side)]),
    ...(side === 'zh' ? enAlone : zhAlone),
  ];
  const day = beside(month, own, 'day')[0];
  if (day === undefined) return null;
  const days = opposite.filter(({ kind, value }) => kind === 'day' && value === day.value);
  const months = days.map((one) => beside(one, opposite, 'month')[0]);
  const wrong = months[0];
  const all = months.every((one) => one !== undefined && one.value !== month.value);
  return all && wrong !== undefined ? inOrder(side, month, wrong) : null;
}

/** What a left quantity contradicts; null where it may just be missing opposite. */
export function contradicted(item: Quantity, side: Side, pairing: Pairing): Contradiction | null {
  if (!item.hard) return null;
  return ofSameDay(item, side, pairing) ?? ofPaired(item, side, pairing);
}
