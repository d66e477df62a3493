/** Reads the quantities of a Chinese text, after the cascade of Chinese numerals. */
import type { Span } from '../../model.ts';
import { clock, code, dotted, isoDate, named, slashed } from '../figures.ts';
import { plain } from '../plain.ts';
import { at, quantity, type Approx, type Found, type Quantity, type Rule } from '../quantity.ts';
import { scan, type Rules } from '../scan.ts';
import { shareUnits } from '../shared-units.ts';
import { approxAfter, approxBefore, unitAround } from './context.ts';
import { isHard, itemOf, readZhDate, weekday, type Numbered } from './dates.ts';
import { readZhNumeral } from './numeral.ts';
import { doubled, outOfHundred, readZhShare } from './shares.ts';
import { wordEnd } from './words.ts';

const ANCHOR =
  /[0-9零〇一二两三四五六七八九十百千万亿兆廿卅几数半]|翻(?:了?番|倍)|[双加成]倍|(?<=周|星期|礼拜)[日天]/g;

const word: Rule = (text, index) => {
  const end = wordEnd(text, index);
  return end === -1 ? null : { items: [], end };
};

const PLAN = /十([一二三四五六])五(?![万亿千百分个年月日岁名])/y;

/** 十四五规划 is the 14th Five-Year Plan. */
const plan: Rule = (text, index) => {
  const match = at(PLAN, text, index);
  if (match === null) return null;
  const value = readZhNumeral(`十${match[1]}`, 0)?.value ?? 0;
  const to = index + match[0].length;
  const item = quantity(text, { kind: 'ordinal', value, hard: false, from: index, to });
  return { items: [item], end: to };
};

const HALF_YEAR = /[上下前后]半(?=[年场程段叶])/y;
const HALF_OF = /(?:一|过|近|超|逾|折|将近|超过|约|大约)半|半数/y;
const HALF_UNIT = /半(?=个|年|月|天|日|小时|世纪|公里|斤|吨|米|岁|亩|周|价)/y;

/** 上半年, 一半, 半个世纪 */
const half: Rule = (text, index) => {
  const here = text[index] === '半';
  if (!here && text[index + 1] !== '半') return null;
  const ofTime = here ? halfOfTime(text, index) : null;
  if (ofTime !== null) return ofTime;
  const whole = at(HALF_OF, text, index) ?? at(HALF_OF, text, Math.max(0, index - 1));
  if (whole !== null) return halfOf(text, whole.index, whole.index + whole[0].length);
  return here ? halfUnit(text, index) : null;
};

function halfOfTime(text: string, index: number): Found | null {
  const match = at(HALF_YEAR, text, Math.max(0, index - 1));
  if (match === null) return null;
  const value = /[上前]/.test(match[0]) ? 1 : 2;
  const span = { from: index - 1, to: index + 1 };
  return { items: [quantity(text, { kind: 'half', value, hard: false, ...span })], end: span.to };
}

function halfOf(text: string, from: number, to: number): Found {
  const item = quantity(text, { kind: 'fraction', value: 0.5, hard: false, from, to });
  return { items: [item], end: to };
}

function halfUnit(text: string, from: number): Found {
  const match = at(HALF_UNIT, text, from);
  if (match === null) return { items: [], end: from + 1 };
  const unit = unitAround(text, from, from + 1);
  const to = endOf(unit?.span, from + 1);
  const more = unit === null ? {} : { unit: unit.unit, unitSpan: unit.span };
  const item = quantity(text, { kind: 'number', value: 0.5, hard: false, from, to, ...more });
  return { items: [item], end: to };
}

const ATTACHED = /(?:-?[A-Za-z]+\d*)+/y;
/** Letters behind a figure that are a unit or a scale. */
const UNIT_LETTERS =
  /^(?:km|m|cm|mm|nm|kg|g|mg|t|kW|MW|GW|W|kWh|Hz|kHz|MHz|GHz|MB|GB|TB|KB|hm|ml|L|KM|KG|h|s|AM|PM|am|pm|bp|BP|ha|V|A)$/;

/** 4x200, 150ul: a product, a unit that is not known. */
const SIZE = /^[xX]\d|^[a-zμ]{2,}$/;

/** 5G, 4K, 19A */
const lettered: Rule = (text, index) => {
  const numeral = /[0-9]/.test(text[index] ?? '') ? readZhNumeral(text, index) : null;
  const letters = numeral === null ? null : at(ATTACHED, text, numeral.end);
  if (letters === null || UNIT_LETTERS.test(letters[0]) || SIZE.test(letters[0])) return null;
  return code(text, index, text.slice(index, letters.index + letters[0].length));
};

const MORE = /[多余来](?![年月]?[，。年])|[多余]/y;
const HALF_MORE = /半(?![个导岛径夜])/y;
const VAGUE_BEFORE = /[上成好数几]$/;

interface Behind {
  readonly to: number;
  readonly value: number;
  readonly more: boolean;
}

/** 两个半, 20多万: what still belongs to the number behind its numeral. */
function behind({ text, numeral }: Numbered): Behind {
  const more = at(MORE, text, numeral.end);
  const to = more === null ? numeral.end : numeral.end + 1;
  return { to, value: numeral.value, more: more !== null || numeral.over };
}

function approxOf(read: Numbered, to: number, more: boolean): Approx | undefined {
  if (more) return 'over';
  return approxBefore(read.text, read.from) ?? approxAfter(read.text, to);
}

function isVague({ text, from, numeral }: Numbered): boolean {
  const lone = /[百千万亿十]/.test(text[from] ?? '') && !numeral.arabic;
  return numeral.vague || (lone && VAGUE_BEFORE.test(text.slice(0, from).slice(-1)));
}

const ORDINAL_BEFORE = /第 ?$/;
const LONE_UNIT = /^[百千万亿兆]+$/;

/** 一年半 */
function isAndAHalf(text: string, unit: Span | undefined): boolean {
  return unit !== undefined && at(HALF_MORE, text, unit.to) !== null;
}

function isLone({ text, from, numeral }: Numbered): boolean {
  return LONE_UNIT.test(text.slice(from, numeral.end));
}

function endOf(span: Span | undefined, to: number): number {
  return Math.max(to, span?.to ?? 0);
}

const NO_UNIT = { unit: undefined, span: undefined };

function measured(read: Numbered): Quantity {
  const { text, from, numeral } = read;
  const { to, more } = behind(read);
  const { unit, span } = unitAround(text, from, to) ?? NO_UNIT;
  const end = endOf(span, to);
  const halfMore = isAndAHalf(text, span) ? 1 : 0;
  const vague = isVague(read);
  return itemOf(read, vague ? 'vague' : 'number', end + halfMore, {
    value: numeral.value + halfMore / 2,
    unit,
    unitSpan: span,
    approx: approxOf(read, end, more || vague),
    hard: !isLone(read) && isHard(numeral) && !vague,
  });
}

function estimate(item: Quantity, high: number | undefined): Quantity[] {
  if (high === undefined) return [item];
  return [
    { ...item, hard: false, range: 'from' },
    { ...item, hard: false, range: 'to', value: high },
  ];
}

function ordinal(read: Numbered): Found | null {
  const { text, from, numeral } = read;
  if (!ORDINAL_BEFORE.test(text.slice(Math.max(0, from - 2), from))) return null;
  const unit = unitAround(text, from, numeral.end)?.unit;
  const item = itemOf(read, 'ordinal', numeral.end, { unit });
  return { items: [item], end: numeral.end };
}

function withApprox(found: Found, read: Numbered): Found {
  const items = found.items.map((item) => {
    const approx = item.approx ?? approxOf(read, item.to, read.numeral.over);
    return approx === undefined ? item : { ...item, approx };
  });
  return { items, end: found.end };
}

const numeral: Rule = (text, index) => {
  const read = readZhNumeral(text, index);
  if (read === null) return null;
  const numbered = { text, from: index, numeral: read };
  const known = readZhShare(numbered) ?? dateOrOrdinal(numbered);
  if (known !== null) return withApprox(known, numbered);
  const item = measured(numbered);
  return { items: estimate(item, read.high), end: Math.max(item.to, read.end) };
};

/** 第一季度 is a quarter, 第三 an ordinal; 第20世纪 does not occur. */
function dateOrOrdinal(read: Numbered): Found | null {
  const date = readZhDate(read);
  return date?.items[0]?.kind === 'quarter' ? date : (ordinal(read) ?? date);
}

const FIGURE: readonly Rule[] = [named, lettered, numeral];

const RULES: Rules = {
  figure: FIGURE,
  marked: [isoDate, clock, dotted, slashed, ...FIGURE],
  word: [word, weekday, plan, outOfHundred, doubled, half, numeral],
};

export function readZh(text: string): Quantity[] {
  const flat = plain(text);
  const items = shareUnits(flat, scan(flat, ANCHOR, RULES), 'zh');
  return flat === text
    ? items
    : items.map((item) => ({ ...item, text: text.slice(item.from, item.to) }));
}
