/** Whether two quantities of the two languages say the same, and how well they fit. */
import { settle, type Quantity, type QuantityKind } from './quantity.ts';
import { converted, dimension, isShortFor, sameUnit } from './units.ts';

/** What it costs to take two quantities for partners; the best partners go first. */
export const COST = {
  same: 0,
  unitUnsaid: 1,
  otherKind: 2,
  converted: 3,
  share: 3,
  reading: 4,
  rounded: 6,
  bare: 7,
  /** One value, two units: the partners contradict each other. */
  conflict: 8,
  /** Dozens and 24: goes after what is said in figures on both sides. */
  magnitude: 9,
  /** The coarser one is rounded, and nothing says so. */
  unsaidRounding: 10,
} as const;

const KIN: Readonly<Partial<Record<QuantityKind, readonly QuantityKind[]>>> = {
  number: [
    'ordinal',
    'year',
    'day',
    'decade',
    'multiple',
    'time',
    'code',
    'fraction',
    'vague',
    'century',
    'quarter',
  ],
  ordinal: ['number', 'day', 'century', 'quarter', 'half', 'year', 'code', 'decade'],
  year: ['number', 'ordinal', 'code', 'decade'],
  day: ['number', 'ordinal', 'code'],
  month: ['code'],
  time: ['number', 'code'],
  decade: ['number', 'year', 'ordinal', 'century'],
  century: ['ordinal', 'number', 'decade'],
  multiple: ['number', 'fraction', 'percent'],
  fraction: ['number', 'multiple', 'percent', 'half', 'code', 'quarter'],
  half: ['ordinal', 'fraction'],
  quarter: ['ordinal', 'number', 'fraction'],
  code: ['number', 'ordinal', 'year', 'day', 'month', 'fraction', 'time', 'percent'],
  percent: ['fraction', 'multiple', 'code'],
  vague: ['number'],
  point: [],
  weekday: [],
};

export function isKin(a: QuantityKind, b: QuantityKind): boolean {
  return a === b || (KIN[a]?.includes(b) ?? false);
}

const SAME_WITHIN = 1e-9;

function near(a: number, b: number, within: number): boolean {
  return Math.abs(a - b) <= within * Math.max(Math.abs(a), Math.abs(b));
}

function equal(a: number, b: number): boolean {
  return a === b || near(a, b, SAME_WITHIN);
}

function readings({ value, also }: Quantity): readonly number[] {
  return also === undefined ? [value] : [value, ...also];
}

function readingCost(zh: Quantity, en: Quantity): number {
  const others = readings(en);
  const some = readings(zh).some((value) => others.some((other) => equal(value, other)));
  return some ? COST.reading : Infinity;
}

function unitCost(a: string | undefined, b: string | undefined): number {
  if (a === b) return COST.same;
  if (a === undefined || b === undefined) return COST.unitUnsaid;
  if (sameUnit(a, b)) return COST.same;
  return isShortFor(a, b) ? COST.unitUnsaid : COST.conflict;
}

const CONVERTED_WITHIN = 0.02;

function conversionCost(zh: Quantity, en: Quantity): number {
  if (zh.unit === undefined || en.unit === undefined || zh.unit === en.unit) return Infinity;
  const both = converted([zh.value, zh.unit], [en.value, en.unit]);
  return both !== null && near(...both, CONVERTED_WITHIN) ? COST.converted : Infinity;
}

/** The place of the last figure that is not zero: 10,000,000 for 320 million. */
function stepOf(value: number): number {
  const [figures = '', exponent = '0'] = Math.abs(value).toExponential().split('e');
  const decimals = figures.split('.')[1]?.length ?? 0;
  return 10 ** (Number(exponent) - decimals);
}

function significant(value: number): number {
  return value.toExponential().split('e')[0]?.replace('.', '').length ?? 1;
}

const MOST_FIGURES_ROUNDED = 4;
const ONE_FIGURE_WITHIN = 0.06;

type Rounding = 'fair' | 'loose' | 'none';

/** 3.18亿 and 320 million: the coarser one is the finer one, rounded (fair) or cut (loose) to its last figure. */
function rounding(a: number, b: number): Rounding {
  const [fine, coarse] = significant(a) > significant(b) ? [a, b] : [b, a];
  const figures = significant(coarse);
  if (significant(fine) === figures || figures > MOST_FIGURES_ROUNDED) return 'none';
  const gap = Math.abs(fine - coarse);
  if (gap >= stepOf(coarse) || !near(fine, coarse, ONE_FIGURE_WITHIN)) return 'none';
  return figures > 1 && gap <= stepOf(coarse) / 2 ? 'fair' : 'loose';
}

const ROUNDS: readonly QuantityKind[] = ['number', 'percent', 'point', 'multiple', 'fraction'];
const ROUNDED_BY_SCALE = 1e4;
const SCALE = /[万亿萬億]|illion|\d ?(?:bn|tn|m|k)\b/i;

/** The coarser one says that it is rounded, or is written in a scale and the finer one is not. */
function isVisible(zh: Quantity, en: Quantity): boolean {
  const [fine, coarse] = significant(zh.value) > significant(en.value) ? [zh, en] : [en, zh];
  const fair = rounding(zh.value, en.value) === 'fair';
  if (fine.approx === 'about') return fair && coarse.approx !== undefined;
  if (fine.approx !== undefined) return false;
  if (coarse.approx !== undefined) return true;
  const scaled = SCALE.test(coarse.text) && zh.value >= ROUNDED_BY_SCALE;
  return scaled && fair;
}

function roundedCost(zh: Quantity, en: Quantity): number {
  if (!ROUNDS.includes(zh.kind) || rounding(zh.value, en.value) === 'none') return Infinity;
  return isVisible(zh, en) ? COST.rounded : COST.unsaidRounding;
}

function numberCost(zh: Quantity, en: Quantity): number {
  const unit = unitCost(zh.unit, en.unit);
  if (equal(zh.value, en.value)) return Math.min(unit, conversionCost(zh, en));
  const other = Math.min(conversionCost(zh, en), readingCost(zh, en));
  if (unit === COST.conflict) return other === COST.converted ? other : Infinity;
  return Math.min(other, roundedCost(zh, en));
}

function decadeCost(zh: Quantity, en: Quantity): number {
  const [low, high] = zh.value < en.value ? [zh.value, en.value] : [en.value, zh.value];
  if (low > 999) return low === high ? COST.same : Infinity;
  if (high > 999 && (high < 1900 || high > 2099)) return readingCost(zh, en);
  return equal(zh.value % 100, en.value % 100) ? COST.same : readingCost(zh, en);
}

function vagueCost(a: Quantity, b: Quantity): number {
  const magnitude = magnitudeCost(a, b);
  return magnitude !== Infinity && isOtherUnit(a, b) ? COST.conflict : magnitude;
}

/** Hundreds of kilometres are no hundreds of metres. */
function isOtherUnit(a: Quantity, b: Quantity): boolean {
  return unitCost(a.unit, b.unit) === COST.conflict;
}

function magnitudeCost(a: Quantity, b: Quantity): number {
  const both = a.kind === b.kind;
  const [one, two] = a.kind === 'vague' ? [a.value, b.value] : [b.value, a.value];
  const [low, other] = both ? [Math.min(one, two), Math.max(one, two)] : [one, two];
  return other >= low && other < low * 10 ? COST.magnitude : Infinity;
}

const SHARE_WITHIN = 1;

function inPercent({ kind, value }: Quantity): number {
  return kind === 'percent' ? value : value * 100;
}

function shareCost(zh: Quantity, en: Quantity): number {
  const gap = Math.abs(inPercent(zh) - inPercent(en));
  return gap <= SHARE_WITHIN ? COST.share : Infinity;
}

function sameKindCost(zh: Quantity, en: Quantity): number {
  if (zh.kind === 'vague') return vagueCost(zh, en);
  if (zh.kind === 'number') return numberCost(zh, en);
  if (zh.kind === 'decade') return decadeCost(zh, en);
  if (equal(zh.value, en.value)) return unitCost(zh.unit, en.unit);
  const reading = readingCost(zh, en);
  return reading === Infinity ? roundedCost(zh, en) : reading;
}

const SHARES: readonly QuantityKind[] = ['percent', 'fraction', 'multiple'];

function areShares(zh: Quantity, en: Quantity): boolean {
  return SHARES.includes(zh.kind) && SHARES.includes(en.kind);
}

/** 10倍 is no 10 percent, though both say 10. */
function betweenShares(zh: Quantity, en: Quantity): number {
  const same = equal(zh.value, en.value) && zh.hard && en.hard;
  if (same && zh.kind !== 'fraction' && en.kind !== 'fraction') return COST.conflict;
  return Math.min(shareCost(zh, en), readingCost(zh, en));
}

function isOneOf(kind: QuantityKind, zh: Quantity, en: Quantity): boolean {
  return zh.kind === kind || en.kind === kind;
}

function otherKindCost(zh: Quantity, en: Quantity): number {
  if (isOneOf('vague', zh, en)) return vagueCost(zh, en);
  if (areShares(zh, en)) return betweenShares(zh, en);
  if (isOneOf('decade', zh, en)) return decadeCost(zh, en) + COST.otherKind;
  return kinCost(zh, en);
}

/** 5 tons are no fifth: words that say so may be lost, but figures contradict. */
function kinCost(zh: Quantity, en: Quantity): number {
  const reading = equal(zh.value, en.value) ? COST.otherKind : readingCost(zh, en);
  const clash = isMeasured(zh) || isMeasured(en) || countOtherThings(zh, en);
  if (!clash) return reading;
  return zh.hard && en.hard ? Math.max(reading, COST.conflict) : Infinity;
}

function unitOf({ kind, unit }: Quantity): string | undefined {
  return kind === 'day' ? 'day' : unit;
}

/** 7日内 is no 7 months, and 70 days no 70th anniversary. */
function countOtherThings(zh: Quantity, en: Quantity): boolean {
  return unitCost(unitOf(zh), unitOf(en)) === COST.conflict;
}

/** 5 tons is no fifth; 5 years may be the fifth year. */
function isMeasured({ kind, unit }: Quantity): boolean {
  return kind === 'number' && unit !== undefined && dimension(unit) !== 'time';
}

const PERCENTS: readonly QuantityKind[] = ['percent', 'point'];

function isPercent({ kind }: Quantity): boolean {
  return PERCENTS.includes(kind);
}

function isBare({ kind, unit }: Quantity): boolean {
  return kind === 'number' && unit === undefined;
}

function isCounted({ kind, unit }: Quantity): boolean {
  return kind === 'multiple' || (kind === 'number' && unit !== undefined);
}

/** 5% opposite 5 yuan or five times contradicts; opposite a bare 5 only something is left out. */
function unlikePercent(other: Quantity, bothInFigures: boolean): number {
  if (isBare(other)) return COST.bare;
  return bothInFigures && isCounted(other) ? COST.conflict : Infinity;
}

/** Percent opposite percentage points contradicts. */
function percentCost(zh: Quantity, en: Quantity): number {
  const [a, b] = [isPercent(zh), isPercent(en)];
  if (!(a || b) || !equal(zh.value, en.value)) return Infinity;
  if (a && b) return COST.conflict;
  return unlikePercent(a ? en : zh, zh.figures && en.figures);
}

/** What it costs to take both for the same; infinite when they are not. */
export function matchCost(zh: Quantity, en: Quantity): number {
  if (zh.kind === en.kind) return sameKindCost(zh, en);
  if (isKin(zh.kind, en.kind)) return otherKindCost(zh, en);
  return percentCost(zh, en);
}

/** How many times larger, where that is a power of ten other than 1; else null. */
export function powerOfTen(a: number, b: number): number | null {
  if (a <= 0 || b <= 0) return null;
  const power = Math.log10(a / b);
  const whole = Math.round(power);
  return whole !== 0 && Math.abs(power - whole) < 1e-9 ? settle(10 ** whole) : null;
}
