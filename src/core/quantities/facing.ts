/** Whether an unmatched quantity of one side and one of the other are the same thing, said wrongly. */
import { isKin, powerOfTen } from './match.ts';
import type { Quantity, QuantityKind } from './quantity.ts';
import { dimension, isMoney, sameUnit } from './units.ts';

/** What surrounds two unmatched quantities. */
export interface Surroundings {
  /** Nothing else is unmatched on either side, but for words that may be lost. */
  readonly onlyOnes: boolean;
  /** Of their kind they have the only values that are unmatched. */
  readonly onlyOfKind: boolean;
  /** As many partners stand before the one as before the other. */
  readonly samePlace: boolean;
}

const SCORE = {
  kind: 3,
  kin: 2,
  percents: 2,
  stranger: -3,
  sameUnit: 2,
  otherUnit: -1,
  dimension: 1,
  factor: 3,
  oneFigure: 2,
  onlyOnes: 2,
  onlyOfKind: 2,
  samePlace: 1,
  bothSoft: -4,
  oneSoft: -1,
  article: -4,
  code: -2,
};

const CALENDAR: readonly QuantityKind[] = [
  'month',
  'weekday',
  'time',
  'quarter',
  'half',
  'century',
];

const OF_DAYS: readonly QuantityKind[] = ['month', 'weekday', 'year', 'day', 'decade'];

function inCalendarOfDays({ kind }: Quantity): boolean {
  return OF_DAYS.includes(kind);
}

function isShare({ kind }: Quantity): boolean {
  return kind === 'percent' || kind === 'point';
}

function inCalendar({ kind }: Quantity): boolean {
  return CALENDAR.includes(kind);
}

const HOUR = 60;
const HALF_DAY = 12;

/** 21, 9 and 25 for 21:25: what a slip makes 210 or 250 of. */
function clockFigures({ value }: Quantity): number[] {
  const hour = Math.floor(value / HOUR);
  return [hour, hour % HALF_DAY, value % HOUR];
}

function isTenfold(time: Quantity, { value }: Quantity): boolean {
  return clockFigures(time).some((figure) => powerOfTen(figure, value) !== null);
}

/** 60 p.m. is no time, and 21:250 no score: figures of it are ten times those of a time. */
function isMistypedTime(time: Quantity, number: Quantity): boolean {
  const kinds = time.kind === 'time' && number.kind === 'number';
  return kinds && number.figures && number.unit === undefined && isTenfold(time, number);
}

function areMistypedTime(zh: Quantity, en: Quantity): boolean {
  return isMistypedTime(zh, en) || isMistypedTime(en, zh);
}

function kindScore(zh: Quantity, en: Quantity): number {
  if (zh.kind === en.kind) return SCORE.kind;
  if (areMistypedTime(zh, en)) return SCORE.kin;
  if (inCalendar(zh) || inCalendar(en)) return SCORE.stranger;
  if (isKin(zh.kind, en.kind)) return SCORE.kin;
  return isShare(zh) && isShare(en) ? SCORE.percents : 0;
}

function unitScore(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return 0;
  if (sameUnit(a, b)) return SCORE.sameUnit;
  if (isMoney(a) && isMoney(b)) return SCORE.dimension;
  return dimension(a) === dimension(b) ? SCORE.dimension : SCORE.otherUnit;
}

function figuresOf(value: number): string {
  return String(value).replace('.', '');
}

/** 5.3 and 5.4, 2020 and 20200: one figure changed, added or lost. */
function isOneFigureOff(a: number, b: number): boolean {
  const [one, two] = [figuresOf(a), figuresOf(b)];
  if (Math.max(one.length, two.length) < 2) return false;
  if (one.length === two.length) return [...one].filter((char, i) => char !== two[i]).length === 1;
  const [short, long] = one.length < two.length ? [one, two] : [two, one];
  if (long.length - short.length !== 1) return false;
  return [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short);
}

function mantissa(value: number): number {
  return Number((value.toExponential().split('e')[0] ?? '').replace('.', ''));
}

function valueScore(zh: Quantity, en: Quantity): number {
  if (powerOfTen(zh.value, en.value) !== null) return SCORE.factor;
  if (areMistypedTime(zh, en)) return SCORE.factor;
  const off = isOneFigureOff(mantissa(zh.value), mantissa(en.value));
  return off || isOneFigureOff(zh.value, en.value) ? SCORE.oneFigure : 0;
}

const LARGE = 1e6;

/** A magnitude or scale on both sides: 数百亿 and millions. */
function areMagnitudes(zh: Quantity, en: Quantity): boolean {
  return [zh, en].every(({ kind, value }) => kind === 'vague' || value >= LARGE);
}

/** 一 is as often an article as a number. */
function isArticle({ kind, value, unit }: Quantity): boolean {
  return kind === 'number' && value === 1 && unit === undefined;
}

function codeScore(zh: Quantity, en: Quantity): number {
  return zh.kind !== en.kind && [zh.kind, en.kind].includes('code') ? SCORE.code : 0;
}

function softScore(zh: Quantity, en: Quantity): number {
  if (!zh.hard && !en.hard) return SCORE.bothSoft;
  return isArticle(zh.hard ? en : zh) ? SCORE.article : SCORE.oneSoft;
}

function firmness(zh: Quantity, en: Quantity): number {
  if (zh.hard && en.hard) return 0;
  const codes = zh.kind === 'code' && en.kind === 'code';
  return codes || areMagnitudes(zh, en) ? 0 : softScore(zh, en);
}

/** The higher, the likelier that both mean the same thing and one of them is wrong. */
export function facingScore(zh: Quantity, en: Quantity, around: Surroundings): number {
  return (
    kindScore(zh, en) +
    unitScore(zh.unit, en.unit) +
    valueScore(zh, en) +
    firmness(zh, en) +
    codeScore(zh, en) +
    (around.onlyOnes ? SCORE.onlyOnes : 0) +
    (around.onlyOfKind && inCalendarOfDays(zh) ? SCORE.onlyOfKind : 0) +
    (around.samePlace ? SCORE.samePlace : 0)
  );
}
