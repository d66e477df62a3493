/** What both languages write in figures alike: clock times, dates with hyphens, codes, versions. */
import { currencyBefore } from './currency.ts';
import { at, quantity, type Found, type Quantity, type Rule } from './quantity.ts';

const DATE = /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d.])/y;
const CLOCK = /(\d{1,2})[:：](\d{2})(?:[:：]\d{2})?(?!\d)(?:\s?([ap])\.?\s?m\b\.?)?/iy;
const DOTTED = /\d+(?:\.\d+){2,}|\d+(?:-\d+){2,}/y;
const CODE = /[A-Za-z]*\d+[A-Za-z]*(?:-\d+)?/y;
const SLASH = /(\d{1,4})\/(\d{1,4})(?![\d/])/y;
const MAY_END_WORD = /[A-Za-z-]/;
const WORD_BEFORE = /[A-Za-z]+-?$/;
const MOST_BEFORE = 16;
const FIGURE = /\d/;

function isFigure(text: string, index: number): boolean {
  return FIGURE.test(text[index] ?? '');
}

interface Part {
  readonly kind: Quantity['kind'];
  readonly value: number;
  readonly from: number;
  readonly length: number;
  readonly also?: readonly number[];
}

function hardPart(text: string, { kind, value, from, length, also }: Part): Quantity {
  const draft = { kind, value, hard: true, figures: true, from, to: from + length };
  return quantity(text, also === undefined ? draft : { ...draft, also });
}

/** 2026-03-05 */
export const isoDate: Rule = (text, index) => {
  const found = at(DATE, text, index);
  if (found === null) return null;
  const [all, year = '', , month = '', day = ''] = found;
  if (Number(month) > 12 || Number(day) > 31) return null;
  const monthAt = index + year.length + 1;
  const dayAt = monthAt + month.length + 1;
  const parts: Part[] = [
    { kind: 'year', value: Number(year), from: index, length: year.length },
    { kind: 'month', value: Number(month), from: monthAt, length: month.length },
    { kind: 'day', value: Number(day), from: dayAt, length: day.length },
  ];
  return { items: parts.map((part) => hardPart(text, part)), end: index + all.length };
};

const DAY_MINUTES = 1440;
const HALF_DAY = 720;

/** Minutes since midnight of an hour that may be said on a 12-hour clock. */
export function minutesOf(hour: number, minute: number, half?: 'a' | 'p'): number {
  const base = half === undefined ? hour : hour % 12;
  return (base * 60 + minute + (half === 'p' ? HALF_DAY : 0)) % DAY_MINUTES;
}

/** The same time on the other half of the clock face. */
export function otherHalf(minutes: number): number {
  return (minutes + HALF_DAY) % DAY_MINUTES;
}

function halfOf(match: RegExpExecArray): 'a' | 'p' | undefined {
  const letter = match[3]?.toLowerCase();
  if (letter === undefined) return undefined;
  return letter === 'p' ? 'p' : 'a';
}

/** 22:30, 10:30 a.m. */
export const clock: Rule = (text, index) => {
  const match = at(CLOCK, text, index);
  if (match === null) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2])];
  if (hour > 24 || minute > 59) return null;
  const value = minutesOf(hour, minute, halfOf(match));
  const part = { kind: 'time' as const, value, from: index, length: match[0].length };
  return {
    items: [hardPart(text, { ...part, also: [otherHalf(value)] })],
    end: index + part.length,
  };
};

const MOST_DIGITS = 15;

/** 1.2.3, 010-1234-5678, 192.168.0.1 */
export const dotted: Rule = (text, index) => {
  const found = at(DOTTED, text, index);
  if (found === null || isFigure(text, index - 1)) return null;
  const value = Number(found[0].replaceAll(/[.-]/g, '').slice(0, MOST_DIGITS));
  const span = { from: index, to: index + found[0].length };
  return {
    items: [quantity(text, { kind: 'code', value, hard: false, figures: true, ...span })],
    end: span.to,
  };
};

/** 2/4, 9/11, 24/7: two numbers that stand for a date, a share or a name. */
export const slashed: Rule = (text, index) => {
  const found = at(SLASH, text, index);
  if (found === null || isFigure(text, index - 1)) return null;
  const [all, one = '', two = ''] = found;
  const [a, b] = [Number(one), Number(two)];
  const parts: Part[] = [
    { kind: 'code', value: a, from: index, length: one.length, also: [a / b] },
    { kind: 'code', value: b, from: index + one.length + 1, length: two.length },
  ];
  return {
    items: parts.map((part) => hardPart(text, part)),
    end: index + all.length,
  };
};

/** Prefixes with a hyphen that leave the number a number: mid-2020, under-23. */
function isName(word: string): boolean {
  return /[A-Z]/.test(word) || (!word.endsWith('-') && word.length < 3 && word !== 'x');
}

/** Figures that letters before them make a name: COVID-19, G20, A380. */
export const named: Rule = (text, index) => {
  if (!MAY_END_WORD.test(text.charAt(index - 1))) return null;
  const before = WORD_BEFORE.exec(text.slice(Math.max(0, index - MOST_BEFORE), index));
  if (before === null || !isName(before[0]) || currencyBefore(text, index) !== null) return null;
  const found = at(CODE, text, index);
  if (found === null) return null;
  return code(text, index, found[0]);
};

/** A number plate or name of figures and letters. */
export function code(text: string, index: number, written: string): Found {
  const value = Number(/\d+/.exec(written)?.[0] ?? 0);
  const span = { from: index, to: index + written.length };
  return {
    items: [quantity(text, { kind: 'code', value, hard: false, figures: true, ...span })],
    end: span.to,
  };
}
