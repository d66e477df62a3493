/** English dates: April 2, 2026; 2–5 April; the 1990s; 2018-19; Wednesday; 10 a.m.; Q1. */
import { minutesOf, otherHalf } from '../figures.ts';
import { at, quantity, type Found, type Quantity, type Rule } from '../quantity.ts';
import { alternatives, DECADES, MONTHS, WEEKDAYS } from './words.ts';

const MONTH = `(${alternatives(MONTHS.keys())})\\b\\.?`;
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?(?![\\d%:]|[,.]\\d)';
const NOT_COUNTED =
  '(?! ?(?:%|percent|per cent|million|billion|people|a\\.?m|p\\.?m|years?|days?|months?|hours?)\\b)';
const FROM_MONTH = new RegExp(
  `${MONTH}(?:,? (?:the )?${DAY}${NOT_COUNTED}(?: ?(?:-|–|—|to|and|through|or|,) ?(?:the )?${DAY}${NOT_COUNTED})?)?(?:(?: of)?,? ?\\b((?:1[0-9]|20)\\d{2})(?!\\d|,\\d|\\.\\d| (?:people|yuan)))?`,
  'iy',
);
const FROM_DAY = new RegExp(
  `${DAY}(?: ?(?:-|–|—|to|and) ?${DAY})?(?: of)? ${MONTH}(?:,? ((?:1[0-9]|20)\\d{2})(?!\\d|,\\d|\\.\\d))?`,
  'iy',
);
const AMBIGUOUS = new Set(['may', 'march', 'mar', 'dec', 'jan', 'jun', 'sep', 'oct']);
const DATE_BEFORE =
  /\b(?:in|of|on|since|until|till|by|from|last|next|this|early|mid|late|to|through|during|before|after|between|and|for|the|end of|every|each|[12]\d{3})[ -]$|[-–/(,]\s?$/i;

/** Where in the text a group of a match stands, given where the search for it starts. */
function place(match: RegExpExecArray, group: string, after: number): { from: number; to: number } {
  const from = match.input.indexOf(group, after);
  return { from, to: from + group.length };
}

function part(
  match: RegExpExecArray,
  kind: 'month' | 'day' | 'year',
  [group, after]: readonly [string, number],
): Quantity {
  const span = place(match, group, after);
  const month = kind === 'month';
  const value = month ? (MONTHS.get(group.toLowerCase()) ?? 0) : Number(group);
  return quantity(match.input, { kind, value, hard: true, figures: !month, ...span });
}

/** The parts of a date in the order they stand, skipping those that are not there. */
function parts(
  match: RegExpExecArray,
  groups: readonly (readonly ['month' | 'day' | 'year', string | undefined])[],
): Found {
  const items: Quantity[] = [];
  let after = match.index;
  for (const [kind, group] of groups) {
    if (group === undefined) continue;
    const item = part(match, kind, [group, after]);
    items.push(item);
    after = item.to;
  }
  return { items, end: match.index + match[0].length };
}

const OWNED = /[’']s\b/y;

/** May Day is a holiday. */
const HOLIDAY = /may day/iy;

/** May and March are words as well: a month only where a date or its preposition is beside. */
function isMonthByContext({
  input,
  index,
  1: name = '',
  2: day,
  4: year,
}: RegExpExecArray): boolean {
  if (day !== undefined || year !== undefined) return true;
  if (name.length < 4 && name !== 'May') return false;
  // May's is as often a person's.
  if (name === 'March' && at(OWNED, input, index + name.length) !== null) return true;
  return DATE_BEFORE.test(input.slice(Math.max(0, index - 10), index));
}

function isMonthName(match: RegExpExecArray): boolean {
  const name = match[1] ?? '';
  if (!/^[A-Z]/.test(name) || at(HOLIDAY, match.input, match.index) !== null) return false;
  return !AMBIGUOUS.has(name.toLowerCase()) || isMonthByContext(match);
}

export const monthFirst: Rule = (text, index) => {
  const match = at(FROM_MONTH, text, index);
  if (match === null || !isMonthName(match)) return null;
  return parts(match, [
    ['month', match[1]],
    ['day', match[2]],
    ['day', match[3]],
    ['year', match[4]],
  ]);
};

export const dayFirst: Rule = (text, index) => {
  const match = at(FROM_DAY, text, index);
  if (match === null || !/^[A-Z]/.test(match[3] ?? '')) return null;
  return parts(match, [
    ['day', match[1]],
    ['day', match[2]],
    ['month', match[3]],
    ['year', match[4]],
  ]);
};

const WEEKDAY = new RegExp(`(${alternatives(WEEKDAYS.keys())})\\b`, 'iy');

/** Short forms are names as well: Wed, Mon. */
function isDayName(match: RegExpExecArray): boolean {
  const name = match[0];
  const stopped = /[.,]/.test(match.input[match.index + name.length] ?? '');
  return /^[A-Z]/.test(name) && (name.length > 4 || stopped);
}

export const weekday: Rule = (text, index) => {
  const match = at(WEEKDAY, text, index);
  if (match === null || !isDayName(match)) return null;
  const value = WEEKDAYS.get(match[0].toLowerCase()) ?? 0;
  const span = { from: index, to: index + match[0].length };
  return { items: [quantity(text, { kind: 'weekday', value, hard: true, ...span })], end: span.to };
};

const YEARS = /((?:1[5-9]|20)\d{2}) ?[-–/] ?(\d{2})(?![\d%]|[.,-]\d)/y;

/** 2018-19 */
export const yearRange: Rule = (text, index) => {
  const match = at(YEARS, text, index);
  if (match === null) return null;
  const [all, one = '', two = ''] = match;
  const to = index + all.length;
  const year = { kind: 'year' as const, figures: true };
  const end = Math.floor(Number(one) / 100) * 100 + Number(two);
  if (end <= Number(one)) return null;
  return {
    items: [
      quantity(text, { ...year, value: Number(one), hard: true, from: index, to: index + 4 }),
      quantity(text, { ...year, value: end, hard: false, also: [Number(two)], from: to - 2, to }),
    ],
    end: to,
  };
};

const IN_FIGURES = /(\d{2}|\d{4})[’']?s\b/y;
const IN_WORDS = new RegExp(`(${alternatives(DECADES.keys())})\\b`, 'iy');

/** 1990s, '90s, the nineties */
export const decade: Rule = (text, index) => {
  const figures = at(IN_FIGURES, text, index);
  const match = figures ?? at(IN_WORDS, text, index);
  const said = match?.[1];
  if (match === null || said === undefined) return null;
  const value = DECADES.get(said.toLowerCase()) ?? Number(said);
  const to = index + match[0].length;
  const also = value % 100 === 0 && value > 999 ? { also: [value / 100 + 1] } : {};
  const draft = {
    kind: 'decade' as const,
    value,
    hard: figures !== null,
    figures: figures !== null,
  };
  return { items: [quantity(text, { ...draft, ...also, from: index, to })], end: to };
};

const CLOCK = /(\d{1,2})(?:\.(\d{2}))? ?(?:([ap])\.? ?m\b\.?|o[’']clock)/iy;
const MILITARY = /([01]\d|2[0-3])([0-5]\d)(?= (?:hours|hrs|GMT|UTC|local time))/y;
const NOON = /(?:noon|midday)\b/iy;

function timeItem(text: string, match: RegExpExecArray, value: number): Found {
  const to = match.index + match[0].length;
  const hour = Math.floor(value / 60);
  const also = [otherHalf(value), hour, hour % 12];
  const span = { from: match.index, to };
  const figures = /\d/.test(match[0]);
  const draft = { kind: 'time' as const, value, also, hard: figures, figures };
  return { items: [quantity(text, { ...draft, ...span })], end: to };
}

function halfOf(match: RegExpExecArray): 'a' | 'p' | undefined {
  const letter = match[3]?.toLowerCase();
  if (letter === undefined) return undefined;
  return letter === 'p' ? 'p' : 'a';
}

function minutes(match: RegExpExecArray, half?: 'a' | 'p'): number {
  return minutesOf(Number(match[1]), Number(match[2] ?? 0), half);
}

/** noon, midday */
export const noon: Rule = (text, index) => {
  const match = at(NOON, text, index);
  return match === null ? null : timeItem(text, match, 720);
};

/** 10 a.m., 10.30pm, 5 o'clock, 2200 GMT */
export const time: Rule = (text, index) => {
  const military = at(MILITARY, text, index);
  if (military !== null) return timeItem(text, military, minutes(military));
  const match = at(CLOCK, text, index);
  if (match === null || Number(match[1]) > 24) return null;
  return timeItem(text, match, minutes(match, halfOf(match)));
};

const QUARTER = /(?:Q([1-4])|([1-4])Q)\b/y;

/** Q1, 1Q */
export const quarter: Rule = (text, index) => {
  const match = at(QUARTER, text, index);
  if (match === null) return null;
  const value = Number(match[1] ?? match[2]);
  const span = { from: index, to: index + match[0].length };
  const draft = { kind: 'quarter' as const, value, hard: true, figures: true };
  return { items: [quantity(text, { ...draft, ...span })], end: span.to };
};
