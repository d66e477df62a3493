/** Compares the quantities of two texts that should say the same. */
import { facingScore } from './facing.ts';
import { COST, powerOfTen } from './match.ts';
import { pair, type Pairing, type Partners } from './pairing.ts';
import type { Quantity, QuantityKind } from './quantity.ts';
import { readQuantities } from './read-quantities.ts';
import { suggest, type Suggestion } from './suggest.ts';
import { dimension } from './units.ts';

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
  /** How many times the Chinese value the English one is. */
  readonly factor?: number;
  /** What the English text would say if the Chinese is right, and the other way round. */
  readonly fix?: { readonly zh?: Suggestion; readonly en?: Suggestion };
}

/** From this score on two unmatched quantities face each other (measured on news in both languages). */
const FACING_FROM = 5;
const MOST_IN_WORDS = 12;
const POSSIBLE_FROM = 3;

interface Facing {
  readonly zh: Quantity;
  readonly en: Quantity;
  readonly score: number;
}

/** Magnitudes and scales without figures may be lost, but are not said wrongly by chance. */
function isFirm({ hard, kind, value }: Quantity): boolean {
  return hard || kind === 'vague' || kind === 'code' || value >= 1e6;
}

function countBefore(partners: readonly Partners[], side: 'zh' | 'en', from: number): number {
  return partners.reduce((count, one) => count + (one[side].from < from ? 1 : 0), 0);
}

function facings({ partners, zhAlone, enAlone }: Pairing): Facing[] {
  const firm = [zhAlone.filter(isFirm).length, enAlone.filter(isFirm).length];
  const onlyOnes = Math.max(...firm) <= 1;
  const enBefore = enAlone.map((en) => countBefore(partners, 'en', en.from));
  const out: Facing[] = [];
  for (const zh of zhAlone) {
    const before = countBefore(partners, 'zh', zh.from);
    for (const [index, en] of enAlone.entries()) {
      const both = isFirm(zh) && isFirm(en);
      if (!both && !zh.hard && !en.hard) continue;
      const samePlace = before === enBefore[index];
      const score = facingScore(zh, en, { onlyOnes, samePlace });
      if (score >= POSSIBLE_FROM) out.push({ zh, en, score });
    }
  }
  return out.sort((a, b) => b.score - a.score);
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

function isDate({ kind }: Quantity): boolean {
  return DATES.includes(kind);
}

function isShare({ kind }: Quantity): boolean {
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

function classOf(zh: Quantity, en: Quantity): MismatchClass {
  return CLASSES.find(([, holds]) => holds(zh, en))?.[0] ?? 'value';
}

/** 数十万 and tens of thousands: one step of a magnitude is not said exactly. */
function isLoose(zh: Quantity, en: Quantity): boolean {
  const factor = powerOfTen(en.value, zh.value) ?? 1;
  return (zh.kind === 'vague' || en.kind === 'vague') && Math.max(factor, 1 / factor) <= 10;
}

function facingMismatch({ zh, en, score }: Facing): Mismatch {
  const factor = powerOfTen(en.value, zh.value);
  const sure = score >= FACING_FROM && !isLoose(zh, en);
  return {
    class: classOf(zh, en),
    sure,
    zh,
    en,
    ...(factor === null ? {} : { factor }),
    ...(sure ? { fix: suggest(zh, en) } : {}),
  };
}

/** Partners of one value that say it of two things. */
function conflict({ zh, en, cost }: Partners): Mismatch | null {
  if (cost === COST.unsaidRounding)
    return { class: 'value', sure: false, zh, en, fix: suggest(zh, en) };
  if (cost < COST.conflict) return null;
  const share = isShare(zh) && isShare(en);
  const sure = share || (zh.unit !== undefined && en.unit !== undefined);
  return { class: share ? 'point' : 'unit', sure: sure && !share, zh, en, fix: suggest(zh, en) };
}

function flipped({ zh, en, cost }: Partners): Mismatch | null {
  const against = cost < COST.conflict && zh.approx !== en.approx;
  const strict = (one: Quantity): boolean => one.approx === 'over' || one.approx === 'under';
  return against && strict(zh) && strict(en) ? { class: 'approx', sure: false, zh, en } : null;
}

function present<T>(value: T | null): value is T {
  return value !== null;
}

/** Words for numbers, by what they may be mistaken for: a translator leaves them out, but hardly says them wrong. */
const WORDS: readonly (readonly QuantityKind[])[] = [
  ['number', 'multiple'],
  ['ordinal'],
  ['quarter'],
  ['half'],
  ['time'],
  ['month'],
];

function isWord(item: Quantity, kinds: readonly QuantityKind[]): boolean {
  return kinds.includes(item.kind) && !item.hard && item.value > 1 && item.value <= MOST_IN_WORDS;
}

/** Words for numbers of one kind that are left on both sides, in the order they stand. */
function softFacings({ zhAlone, enAlone }: Pairing, faced: ReadonlySet<Quantity>): Mismatch[] {
  return WORDS.flatMap((kinds): Mismatch[] => {
    const left = zhAlone.filter((item) => isWord(item, kinds) && !faced.has(item));
    const right = enAlone.filter((item) => isWord(item, kinds) && !faced.has(item));
    if (left.length !== right.length) return [];
    return left.flatMap((zh, index): Mismatch[] => {
      const en = right[index];
      return en === undefined ? [] : [{ class: classOf(zh, en), sure: left.length === 1, zh, en }];
    });
  });
}

const GLOSS_WITHIN = 40;

/** 5 km (3.1 miles), RMB 500 million ($70 million): the value beside is the same in other units. */
function isGloss(item: Quantity, beside: readonly Quantity[]): boolean {
  const { unit } = item;
  if (unit === undefined) return false;
  return beside.some(
    (other) =>
      other.unit !== undefined &&
      other.unit !== unit &&
      dimension(other.unit) === dimension(unit) &&
      Math.abs(other.from - item.from) < GLOSS_WITHIN,
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

/** Quantities without a partner that a reader would miss. */
function missed(alone: readonly Quantity[], pairing: Pairing, side: 'zh' | 'en'): Quantity[] {
  const other = side === 'zh' ? 'en' : 'zh';
  const own = pairing.partners.map((one) => one[side]);
  const others = [...pairing.partners.map((one) => one[other]), ...pairing[`${other}Alone`]];
  const forgiven = (item: Quantity): boolean =>
    isOne(item) || saysAgain(item, own) || isGloss(item, own) || isSupplied(item, own, others);
  return alone.filter((item) => item.hard && !forgiven(item));
}

/** What the two lists of quantities contradict each other in, one finding a contradiction. */
export function compareItems(zh: readonly Quantity[], en: readonly Quantity[]): Mismatch[] {
  const pairing = pair(zh, en);
  const found = pairing.partners.flatMap((one) => [conflict(one), flipped(one)].filter(present));
  const faced = new Set<Quantity>();
  for (const facing of facings(pairing)) {
    if (faced.has(facing.zh) || faced.has(facing.en)) continue;
    faced.add(facing.zh).add(facing.en);
    found.push(facingMismatch(facing));
  }
  found.push(...softFacings(pairing, faced));
  const lone = (items: readonly Quantity[]): Quantity[] => items.filter((item) => !faced.has(item));
  for (const item of missed(lone(pairing.zhAlone), pairing, 'zh')) {
    found.push({ class: isDate(item) ? 'date' : 'value', sure: false, zh: item });
  }
  for (const item of missed(lone(pairing.enAlone), pairing, 'en')) {
    found.push({ class: isDate(item) ? 'date' : 'value', sure: false, en: item });
  }
  return found;
}

const FIGURE_OR_NUMERAL = /[\d０-９零〇一二两三四五六七八九十百千万亿半倍]/;

/** What two plain texts contradict each other in; which of them is the translation is not known here. */
export function compareQuantities(zh: string, en: string): Mismatch[] {
  const zhItems = FIGURE_OR_NUMERAL.test(zh) ? readQuantities(zh, 'zh') : [];
  return compareItems(zhItems, readQuantities(en, 'en'));
}
