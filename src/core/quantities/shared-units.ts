/** A unit that is said once for several numbers: 3至5天, 5 to 10 million, 3月5日、6日. */
import type { Lang } from '../model.ts';
import type { Quantity } from './quantity.ts';
import { isMoney } from './units.ts';

const RANGE: Readonly<Record<Lang, RegExp>> = {
  zh: /^ ?(?:至|到|[-—–~～―－]{1,2})(?:第)? ?$/,
  en: /^ ?(?:[-–—~]|to|through|till|until) ?(?:the )?$/,
};
const LIST: Readonly<Record<Lang, RegExp>> = {
  zh: /^ ?(?:[、和或及与])(?:第)? ?$/,
  en: /^,? ?(?:and|or|,|&) ?(?:the )?$/,
};
const SCALE = /[万亿]|hundred|thousand|million|billion|trillion|bn|\d ?[kmb]\b/i;
const BETWEEN_LONGEST = 10;

const SCALES: readonly (readonly [RegExp, number])[] = [
  [/万亿/, 1e12],
  [/trillion|\dtn\b/i, 1e12],
  [/billion|\d ?bn?\b/i, 1e9],
  [/亿/, 1e8],
  [/million|\d ?mn?\b/i, 1e6],
  [/百万/, 1e6],
  [/万/, 1e4],
  [/thousand|\d ?k\b/i, 1e3],
];

function scaleOf(item: Quantity): number {
  if (!SCALE.test(item.text)) return 1;
  return SCALES.find(([regex, scale]) => regex.test(item.text) && item.value >= scale)?.[1] ?? 1;
}

/** 5 to 10 million: the first is five million, or five in a list. */
function scaled(item: Quantity, next: Quantity, isRange: boolean): Partial<Quantity> {
  const scale = SCALE.test(item.text) ? 1 : scaleOf(next);
  if (scale === 1) return {};
  const value = item.value * scale;
  return isRange && value < next.value ? { value, also: [item.value] } : { also: [value] };
}

/** The number takes what the next one says of both. */
function withUnitOf(item: Quantity, next: Quantity, isRange: boolean): Quantity {
  return {
    ...item,
    unit: next.unit ?? item.unit,
    approx: item.approx ?? (isRange ? next.approx : undefined),
    kind: next.kind === 'ordinal' ? item.kind : next.kind,
    ...scaled(item, next, isRange),
  };
}

const SHARED = new Set([
  'number',
  'percent',
  'point',
  'month',
  'day',
  'year',
  'multiple',
  'fraction',
]);

/** $5 to 10 billion: the sign is said with the first, the scale with the second. */
function isMoneyFor(item: Quantity, next: Quantity): boolean {
  return isMoney(item.unit) && next.kind === 'number' && next.unit === undefined;
}

function mayTake(item: Quantity, next: Quantity): boolean {
  const bare = item.kind === 'number' && (item.unit === undefined || isMoneyFor(item, next));
  return bare && SHARED.has(next.kind) && (next.kind !== 'year' || item.value > 99);
}

type Link = 'range' | 'list' | null;

function linkOf(text: string, [item, next]: readonly [Quantity, Quantity], lang: Lang): Link {
  if (next.from - item.to > BETWEEN_LONGEST || next.from < item.to) return null;
  const between = text.slice(item.to, next.from);
  if (RANGE[lang].test(between)) return 'range';
  return LIST[lang].test(between) ? 'list' : null;
}

/** Both ends of a range and the members of a list, with the unit that only the last one has. */
export function shareUnits(text: string, items: readonly Quantity[], lang: Lang): Quantity[] {
  const out = [...items];
  for (let index = out.length - 2; index >= 0; index -= 1) {
    const [item, next] = [out[index], out[index + 1]] as [Quantity, Quantity];
    const link = linkOf(text, [item, next], lang);
    if (link === null) continue;
    const shared = mayTake(item, next) ? withUnitOf(item, next, link === 'range') : item;
    const isRange = link === 'range' && shared.kind === next.kind;
    out[index] = isRange ? { ...shared, range: 'from' } : shared;
    if (isRange) out[index + 1] = { ...next, range: 'to' };
  }
  return out;
}
