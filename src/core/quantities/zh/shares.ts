/** Chinese shares and multiples: 百分之五, 5%, 2个百分点, 三分之二, 七成, 八五折, 增加两倍, 翻两番. */
import { at, quantity, type Found, type Quantity, type Rule } from '../quantity.ts';
import { approxAfter, approxBefore } from './context.ts';
import { itemOf, type Numbered } from './dates.ts';
import { readZhNumeral } from './numeral.ts';

const OF_HUNDRED = /([百千万])分之(负)?/y;
const BASES: Readonly<Record<string, number>> = { 百: 1, 千: 10, 万: 100 };

/** 百分之七八十 holds two values: 70 and 80. */
function ends(item: Quantity, high: number | undefined): Quantity[] {
  if (high === undefined) return [item];
  return [
    { ...item, hard: false, range: 'from' },
    { ...item, hard: false, range: 'to', value: high },
  ];
}

/** 百分之五十 */
export const outOfHundred: Rule = (text, index) => {
  const match = at(OF_HUNDRED, text, index);
  if (match === null) return null;
  const from = index + match[0].length;
  const numeral = readZhNumeral(text, from);
  if (numeral === null) return null;
  const base = BASES[match[1] ?? ''] ?? 1;
  const approx = approxBefore(text, index) ?? approxAfter(text, numeral.end);
  const item = quantity(text, {
    kind: 'percent',
    value: numeral.value / base,
    hard: true,
    figures: numeral.arabic,
    from: index,
    to: numeral.end,
    numeral: { from, to: numeral.end },
    ...(approx === undefined ? {} : { approx }),
  });
  const high = numeral.high === undefined ? undefined : numeral.high / base;
  return { items: ends(item, high), end: numeral.end };
};

const POINT = / ?多? ?个?百分点/y;
const BASIS_POINT = / ?个?(?:基点|bp|BP|个点子)/y;
const PERCENT = / ?[%％]/y;
const PER_MILLE = / ?‰/y;
const TENTHS =
  /成(?![为立功员果长本品语绩就人交份熟型婚效都龙全真天堆群双套千百像家年因分渝绵吨田])([一二三四五六七八九半])?/y;
const DISCOUNT = / ?折(?![叠磨腾射扣返旧断])/y;
const TIMES = / ?多? ?倍(?!数|率|增|感|受|加|思|速|化|儿)/y;
const DOUBLINGS = / ?番(?!茄|号|禺)/y;
const INCREASE =
  /(?:增加|增长|增多|增大|提高|提升|上升|上涨|扩大|涨|多|高出|飙升|激增|猛增|暴涨)了?(?:近|约|逾|超过?|将近|大约)? ?$/;

function shared(read: Numbered, kind: 'percent' | 'point', to: number, by = 1): Found {
  const { value, high } = read.numeral;
  const item = itemOf(read, kind, to, { value: value * by, hard: true });
  return { items: ends(item, high === undefined ? undefined : high * by), end: to };
}

function percent(read: Numbered): Found | null {
  const { text, numeral } = read;
  const sign = at(PERCENT, text, numeral.end);
  if (sign !== null) return shared(read, 'percent', sign.index + sign[0].length);
  const mille = at(PER_MILLE, text, numeral.end);
  return mille === null ? null : shared(read, 'percent', mille.index + mille[0].length, 0.1);
}

function point(read: Numbered): Found | null {
  const { text, numeral } = read;
  const points = at(POINT, text, numeral.end);
  if (points !== null) return shared(read, 'point', points.index + points[0].length);
  const basis = at(BASIS_POINT, text, numeral.end);
  return basis === null ? null : shared(read, 'point', basis.index + basis[0].length, 0.01);
}

function tenths(read: Numbered): Found | null {
  const { value, high, arabic, end } = read.numeral;
  const match = at(TENTHS, read.text, end);
  if (match === null || value > 10) return null;
  const rest = match[1] ?? '';
  const more = rest === '半' ? 5 : (readZhNumeral(rest, 0)?.value ?? 0);
  const to = end + match[0].length;
  const item = itemOf(read, 'percent', to, { value: value * 10 + more, hard: arabic });
  return { items: ends(item, high === undefined ? undefined : high * 10), end: to };
}

/** 八折 is 20 % off: said either way round. */
function discount(read: Numbered): Found | null {
  const { value, end } = read.numeral;
  const match = at(DISCOUNT, read.text, end);
  if (match === null || value >= 100) return null;
  const paid = value < 10 ? value * 10 : value;
  const to = end + match[0].length;
  const also = [100 - paid, value];
  return { items: [itemOf(read, 'percent', to, { value: paid, also })], end: to };
}

/** 增加两倍 is three times as much, 增至两倍 twice; both are often said loosely. */
function multiple(read: Numbered): Found | null {
  const { text, from, numeral } = read;
  const match = at(TIMES, text, numeral.end);
  if (match === null) return null;
  const to = match.index + match[0].length;
  const grown = INCREASE.test(text.slice(Math.max(0, from - 7), from));
  const value = numeral.value + (grown ? 1 : 0);
  const more = grown ? { value, also: [numeral.value] } : { value };
  return { items: [itemOf(read, 'multiple', to, more)], end: to };
}

/** 翻一番 doubles, 翻两番 quadruples. */
function doublings(read: Numbered): Found | null {
  const { text, from, numeral } = read;
  const match = at(DOUBLINGS, text, numeral.end);
  if (match === null || !/翻了? ?$/.test(text.slice(Math.max(0, from - 3), from))) return null;
  const to = match.index + match[0].length;
  return { items: [itemOf(read, 'multiple', to, { value: 2 ** numeral.value })], end: to };
}

const DOUBLE = /翻[了]?番|翻倍|双倍|加倍|成倍/y;

/** 翻番, 翻倍, 双倍 */
export const doubled: Rule = (text, index) => {
  const match = at(DOUBLE, text, index);
  if (match === null) return null;
  const to = index + match[0].length;
  const item = quantity(text, { kind: 'multiple', value: 2, hard: false, from: index, to });
  return { items: [item], end: to };
};

const OUT_OF = / ?分之 ?(?=[\d一二三四五六七八九十百])/y;

/** 三分之二, 一又二分之一 */
function fraction(read: Numbered): Found | null {
  const { text, numeral } = read;
  const match = at(OUT_OF, text, numeral.end);
  const upper = match === null ? null : readZhNumeral(text, match.index + match[0].length);
  if (upper === null || numeral.value === 0) return null;
  const value = upper.value / numeral.value;
  return { items: [itemOf(read, 'fraction', upper.end, { value, hard: true })], end: upper.end };
}

const RULES = [percent, point, fraction, tenths, discount, multiple, doublings];

/** What the patterns of all rules begin with. */
const BEGINNING = / ?[%％‰多个百基bB分成折倍番]/y;

/** What a numeral is the share or multiple of. */
export function readZhShare(read: Numbered): Found | null {
  BEGINNING.lastIndex = read.numeral.end;
  if (!BEGINNING.test(read.text)) return null;
  for (const rule of RULES) {
    const result = rule(read);
    if (result !== null) return result;
  }
  return null;
}
