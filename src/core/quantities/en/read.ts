/** Reads the quantities of an English text. */
import { currencyBefore } from '../currency.ts';
import { clock, code, dotted, isoDate, named, slashed } from '../figures.ts';
import { plain } from '../plain.ts';
import { at, quantity, type Quantity, type QuantityKind, type Rule } from '../quantity.ts';
import { scan, type Rules } from '../scan.ts';
import { shareUnits } from '../shared-units.ts';
import { approxAround, isAge, ordinalUnit, unitAround } from './context.ts';
import { dayFirst, decade, monthFirst, noon, quarter, time, weekday, yearRange } from './dates.ts';
import { readFigures, readWords, type EnNumeral } from './numeral.ts';
import { fraction, halfScale, isShareOrdinal, multiple, oneIn, shareBehind } from './shares.ts';
import { andAHalf, worth } from './worth.ts';
import * as words from './words.ts';

const ANCHOR = new RegExp(
  `\\d|\\b(?:${words.alternatives([
    ...words.ONES.keys(),
    ...words.TEENS.keys(),
    ...words.TENS.keys(),
    ...words.SCALES.keys(),
    ...words.ORDINALS.keys(),
    ...words.LOOSE.keys(),
    ...words.MULTIPLES.keys(),
    ...words.MONTHS.keys(),
    ...words.WEEKDAYS.keys(),
    ...words.DECADES.keys(),
    'hundred',
    'dozen',
    'half',
    'halves',
    'quarter',
    'quarters',
    'twice',
    'thrice',
    'noon',
    'midday',
    'couple',
    'decade',
    'decades',
    'century',
    'q[1-4]',
    'an? (?:year|month|week|day|hour|minute|mile|kilometer|century|decade) and a half',
  ])})\\b`,
  'gi',
);

const ATTACHED = /[A-Za-z]+(?:-?\d+)?/y;
const KNOWN_LETTERS =
  /^(?:st|nd|rd|th|s|k|m|bn|mn|tn|b|trn|mln|x|am|pm|km|kms|cm|mm|nm|kg|kgs|g|mg|t|lb|lbs|oz|ft|mph|kph|kmh|kw|mw|gw|kwh|mwh|gwh|w|hz|khz|mhz|ghz|kb|mb|gb|tb|ml|l|ha|h|hrs?|mins?|secs?|sqm|m2|km2|pp|ppts?|pct|bps?|percent|c|f|million|billion|year|years|yr|yrs|rmb|yuan|and|to|fold|times|hpa|ms)$/i;

/** 4x200, 150ul: a product, a unit that is not known. */
const SIZE = /^[xX]\d|^[a-zμ]{2,}$/;

/** 5G and 4K are neither grams nor thousands. */
const NETWORK = /^(?:\d{1,2}G|[1-8]K)$/;

const lettered: Rule = (text, index) => {
  const figures = at(/\d+(?:,\d{3})*(?:\.\d+)?/y, text, index);
  if (figures === null) return null;
  const letters = at(ATTACHED, text, index + figures[0].length);
  if (letters === null) return null;
  const known = KNOWN_LETTERS.test(letters[0]) || SIZE.test(letters[0]);
  if (known && !NETWORK.test(figures[0] + letters[0])) return null;
  return code(text, index, figures[0] + letters[0]);
};

const OF_YEARS = /[ -](?:(decades?)|(centur(?:y|ies))|(scores?))\b/iy;
const ORDINAL_LETTERS = /(?:st|nd|rd|th)\b/iy;
const CENTURY = /[ -]+centur(?:y|ies)\b/iy;
const QUARTER = /[ -](?:fiscal )?quarter\b(?!-?final)/iy;
const HALF = /[ -]half\b/iy;
const SOFT_UP_TO = 12;

interface Read {
  readonly text: string;
  readonly from: number;
  readonly numeral: EnNumeral;
}

function isHard({ figures, value, vague, lone }: EnNumeral): boolean {
  return !vague && (figures || (value > SOFT_UP_TO && !lone));
}

/** A dozen is also said for some ten. */
function tenOrSo({ lone, value }: EnNumeral): readonly number[] | undefined {
  return lone && value === 12 ? [10] : undefined;
}

function item(read: Read, kind: QuantityKind, to: number, more: Partial<Quantity> = {}): Quantity {
  const { text, from, numeral } = read;
  return quantity(text, {
    kind,
    value: numeral.value,
    hard: isHard(numeral),
    figures: numeral.figures,
    from,
    to,
    numeral: { from, to: numeral.end },
    approx: approxAround(text, from, to),
    ...more,
    also: more.also ?? tenOrSo(numeral),
  });
}

const OF_ORDINAL: readonly (readonly [RegExp, QuantityKind])[] = [
  [CENTURY, 'century'],
  [QUARTER, 'quarter'],
  [HALF, 'half'],
];

/** the 19th century, the first quarter, the second half */
function ordinalOf(read: Read, end: number): Quantity | null {
  for (const [regex, kind] of OF_ORDINAL) {
    const match = at(regex, read.text, end);
    if (match !== null) return item(read, kind, end + match[0].length);
  }
  return null;
}

function partOf(read: Read, end: number): Quantity | null {
  const parts = words.PARTS.get(read.text.slice(read.from, end).toLowerCase());
  if (parts === undefined || !isShareOrdinal(read.text, read.from, end)) return null;
  return item(read, 'fraction', end, { value: 1 / parts, hard: false });
}

function ordinal(read: Read): Quantity | null {
  const { text, numeral } = read;
  const letters = numeral.figures ? at(ORDINAL_LETTERS, text, numeral.end) : null;
  if (letters === null && !numeral.ordinal) return null;
  const end = numeral.end + (letters?.[0].length ?? 0);
  return (
    ordinalOf(read, end) ??
    partOf(read, end) ??
    item(read, 'ordinal', end, { unit: ordinalUnit(text, end) })
  );
}

/** two decades, three score */
function ofYears(read: Read): Quantity | null {
  const match = read.numeral.ordinal ? null : at(OF_YEARS, read.text, read.numeral.end);
  if (match === null) return null;
  const to = match.index + match[0].length;
  const { value } = read.numeral;
  if (match[3] !== undefined) return item(read, 'number', to, { value: value * 20 });
  const years = match[1] === undefined ? 100 : 10;
  return item(read, 'number', to, { value: value * years, unit: 'year' });
}

function share(read: Read): Quantity | null {
  const behind = shareBehind(read.text, read.numeral.end);
  if (behind === null) return null;
  const { kind, by, to } = behind;
  const hard =
    kind === 'multiple' ? isHard(read.numeral) : read.numeral.figures || read.numeral.value > 2;
  return item(read, kind, to, { value: read.numeral.value * by, hard });
}

const YEAR_LIKE = /^(?:1[0-9]|20)\d{2}$/;

function isYear({ text, from, numeral }: Read): boolean {
  return YEAR_LIKE.test(text.slice(from, numeral.end));
}

const METRES_OR_MILLIONS = /^m$/i;

/** 5m is five metres, or five million where nothing else says so. */
function readingsOf({ numeral }: Read, unit: string, word: string): readonly number[] | undefined {
  return unit === 'm' && METRES_OR_MILLIONS.test(word) ? [numeral.value * 1e6] : undefined;
}

function bare(read: Read): Quantity {
  const kind = isYear(read) ? 'year' : 'number';
  const { text, from, numeral } = read;
  const unit = isAge(text, from, numeral.end) ? 'year' : undefined;
  return item(read, numeral.vague ? 'vague' : kind, numeral.end, { unit });
}

/** millions of dollars */
function lengthOfOf({ text, numeral }: Read): number {
  const of = ' of';
  return numeral.vague && text.startsWith(`${of} `, numeral.end) ? of.length : 0;
}

function measured(read: Read): Quantity {
  const { text, from, numeral } = read;
  const around = unitAround(text, from, numeral.end + lengthOfOf(read));
  if (around === null) return bare(read);
  const { unit, span } = around;
  const to = Math.max(numeral.end, span.to);
  const start = Math.min(from, span.from);
  return item(read, numeral.vague ? 'vague' : 'number', to, {
    from: start,
    unit,
    unitSpan: span,
    also: readingsOf(read, unit, text.slice(span.from, span.to)),
    approx: approxAround(text, start, to),
  });
}

const READERS = [ofYears, share, ordinal];

function described(read: Read): Quantity {
  for (const reader of READERS) {
    const result = reader(read);
    if (result !== null) return result;
  }
  return measured(read);
}

const numeral: Rule = (text, index) => {
  const money = currencyBefore(text, index) !== null;
  const read = readFigures(text, index, money) ?? readWords(text, index);
  if (read === null) return null;
  const found = described({ text, from: index, numeral: read });
  return { items: [found], end: Math.max(found.to, read.end) };
};

const FIGURE: readonly Rule[] = [named, lettered, oneIn, fraction, numeral];

const RULES: Rules = {
  figure: [time, yearRange, dayFirst, quarter, decade, ...FIGURE],
  marked: [isoDate, clock, time, dotted, yearRange, dayFirst, quarter, decade, slashed, ...FIGURE],
  word: [
    noon,
    monthFirst,
    weekday,
    quarter,
    decade,
    named,
    andAHalf,
    halfScale,
    oneIn,
    fraction,
    multiple,
    worth,
    numeral,
  ],
};

export function readEn(text: string): Quantity[] {
  const flat = plain(text);
  const items = shareUnits(flat, scan(flat, ANCHOR, RULES), 'en');
  return flat === text
    ? items
    : items.map((one) => ({ ...one, text: text.slice(one.from, one.to) }));
}
