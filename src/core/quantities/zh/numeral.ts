/** Chinese and mixed numerals: 一万五千亿, 25万6千, 三百二十余万, 十几万, 七八十, 二〇二六. */
import { at, settle } from '../quantity.ts';

export interface ZhNumeral {
  readonly end: number;
  readonly value: number;
  /** The upper end of an estimate: 8 in 七八个. */
  readonly high?: number;
  readonly arabic: boolean;
  /** 几万, 数百: the magnitude alone. */
  readonly vague: boolean;
  /** 500多亿: more than that. */
  readonly over: boolean;
}

type Token =
  | { readonly kind: 'digit'; readonly value: number; readonly arabic: boolean }
  | { readonly kind: 'unit'; readonly value: number }
  | { readonly kind: 'zero' }
  | { readonly kind: 'point' };

interface Reading {
  readonly text: string;
  pos: number;
  readonly tokens: Token[];
  over: boolean;
  vague: boolean;
}

const DIGITS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    零: 0,
    〇: 0,
    一: 1,
    二: 2,
    两: 2,
    三: 3,
    四: 4,
    五: 5,
    六: 6,
    七: 7,
    八: 8,
    九: 9,
    廿: 20,
    卅: 30,
  }),
);
const UNITS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    十: 10,
    百: 100,
    千: 1000,
    万: 1e4,
    亿: 1e8,
    兆: 1e12,
  }),
);
const ARABIC =
  /\d{1,3}(?:,\d{3})+(?!,?\d)(?:\.\d+)?|\d{1,3}(?:,\d{3})*,\d{4,9}(?!,?\d)|\d+(?:,\d{3})*,0{1,2}(?![.,]?\d)|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/y;
/** The unit character belongs to a unit of measure: 5千瓦, 3百帕. */
const MEASURE = /千(?:米|克|瓦|赫|卡|帕|伏|安|焦|字节)|百帕|兆(?:瓦|赫|字节|帕|欧)/y;
const MORE = /([多余来几数])(?=\s?[十百千万亿])/y;
/** 4个亿 */
const COUNTED = /个(?=亿(?![人元]))/y;
/** 1 亿 3000 万 with the spaces of mixed typing. */
const JOINED_FIGURES = / (?=\d{1,4}(?:\.\d+)? ?万(?!亿))/y;
const POINT =
  /点(?=[零〇一二三四五六七八九](?!刻))(?![零〇一二三四五六七八九]{0,2}十?[零〇一二三四五六七八九]?分(?!之))/y;
const LARGE = 1e4;

function last(reading: Reading): Token | undefined {
  return reading.tokens[reading.tokens.length - 1];
}

function take(reading: Reading, token: Token, length: number): true {
  reading.tokens.push(token);
  reading.pos += length;
  return true;
}

function takeFigures(reading: Reading): boolean {
  const before = last(reading);
  // 12五 are two numbers; 3万4000 is one.
  if (before?.kind === 'digit' || before?.kind === 'point') return false;
  const found = at(ARABIC, reading.text, reading.pos);
  if (found === null) return false;
  const value = Number(found[0].replaceAll(',', ''));
  return take(reading, { kind: 'digit', value, arabic: true }, found[0].length);
}

function takeDigit(reading: Reading, value: number): boolean {
  const before = last(reading);
  if (before?.kind === 'digit' && before.arabic) return false;
  const isZero = value === 0 && before?.kind === 'unit';
  return take(reading, isZero ? { kind: 'zero' } : { kind: 'digit', value, arabic: false }, 1);
}

function takeUnit(reading: Reading, char: string): boolean {
  const value = UNITS.get(char) ?? 0;
  if (reading.tokens.length > 0 && at(MEASURE, reading.text, reading.pos) !== null) return false;
  return take(reading, { kind: 'unit', value }, 1);
}

/** 三百二十余万: more than 3,200,000; 几万 and 十几万 leave the figure open. */
function takeMore(reading: Reading): boolean {
  if (reading.tokens.length > 0 && at(COUNTED, reading.text, reading.pos) !== null) {
    reading.pos += 1;
    return true;
  }
  const found = at(MORE, reading.text, reading.pos);
  if (found === null) return false;
  const open = found[1] === '几' || found[1] === '数';
  if (open && reading.tokens.length === 0) reading.vague = true;
  else if (reading.tokens.length === 0) return false;
  reading.over = true;
  reading.pos += 1;
  return true;
}

function isFigure(token: Token | undefined): boolean {
  return token?.kind === 'digit' && token.arabic;
}

const SCALE_NEXT = / [多余来几]?[十百千万亿兆]/y;

/** 10 亿, 1 亿 3000 万: mixed typing sets spaces inside a number. */
function takeSpace(reading: Reading): boolean {
  const before = last(reading);
  const { text, pos } = reading;
  const scale = isFigure(before) && at(SCALE_NEXT, text, pos) !== null;
  const joins = scale
    ? at(MEASURE, text, pos + 1) === null
    : before?.kind === 'unit' && before.value > LARGE && at(JOINED_FIGURES, text, pos) !== null;
  if (joins) reading.pos += 1;
  return joins;
}

const MARKS: ReadonlyMap<string, (reading: Reading) => boolean> = new Map([
  ['点', takePoint],
  [' ', takeSpace],
  ...[...'多余来几数个'].map((char) => [char, takeMore] as const),
]);

function takeNext(reading: Reading): boolean {
  const char = reading.text[reading.pos] ?? '';
  if (char >= '0' && char <= '9') return takeFigures(reading);
  const digit = DIGITS.get(char);
  if (digit !== undefined) return takeDigit(reading, digit);
  if (UNITS.has(char)) return takeUnit(reading, char);
  return MARKS.get(char)?.(reading) ?? false;
}

function takePoint(reading: Reading): boolean {
  const before = last(reading);
  const whole = before !== undefined && reading.tokens.every(({ kind }) => kind !== 'point');
  if (!whole || isFigure(before) || at(POINT, reading.text, reading.pos) === null) return false;
  return take(reading, { kind: 'point' }, 1);
}

interface Sum {
  /** What larger units have closed. */
  total: number;
  section: number;
  digit: number | null;
  unit: number;
  closed: number;
  zero: boolean;
}

function close(sum: Sum, unit: number): void {
  const open = sum.section + (sum.digit ?? 0);
  if (sum.total > 0 && unit < sum.closed) {
    // 两亿五千万 adds …
    sum.total += (open === 0 ? 1 : open) * unit;
  } else {
    // … 一万五千亿 multiplies all that went before.
    const all = sum.total + open;
    sum.total = (all === 0 ? 1 : all) * unit;
  }
  sum.section = 0;
  sum.closed = unit;
}

function addUnit(sum: Sum, unit: number): void {
  if (unit >= LARGE) close(sum, unit);
  else if (unit === 1000 && sum.section > 0 && sum.section < 1000)
    sum.section = (sum.section + (sum.digit ?? 0)) * unit;
  else sum.section += (sum.digit ?? (sum.section === 0 ? 1 : 0)) * unit;
  sum.digit = null;
  sum.unit = unit;
  sum.zero = false;
}

function isColloquial({ digit, unit, zero }: Sum, lastToken: Token): boolean {
  const bare = digit !== null && digit > 0 && digit < 10 && Number.isInteger(digit);
  return bare && unit >= 100 && !zero && lastToken.kind === 'digit';
}

function addToken(sum: Sum, token: Token): void {
  if (token.kind === 'zero') sum.zero = true;
  if (token.kind === 'unit') addUnit(sum, token.value);
  if (token.kind === 'digit') sum.digit = (sum.digit ?? 0) + token.value;
}

function sumOf(tokens: readonly Token[]): number {
  const sum: Sum = { total: 0, section: 0, digit: null, unit: 1, closed: 0, zero: false };
  for (const token of tokens) addToken(sum, token);
  const end = tokens[tokens.length - 1];
  // 三万五 is 35,000; 二百五 is 250.
  const scale = end !== undefined && isColloquial(sum, end) ? sum.unit / 10 : 1;
  return sum.total + sum.section + (sum.digit ?? 0) * scale;
}

function isDigit(token: Token | undefined): token is Token & { kind: 'digit' } {
  return token?.kind === 'digit' && !token.arabic && token.value < 10;
}

function placeValue(tokens: readonly Token[]): number {
  return Number(tokens.map((token) => (token.kind === 'digit' ? token.value : 0)).join(''));
}

function pointed(tokens: readonly Token[], point: number): number {
  let end = point + 1;
  while (isDigit(tokens[end])) end += 1;
  const whole = tokens.slice(0, point);
  const before = whole.length > 1 && whole.every(isDigit) ? placeValue(whole) : sumOf(whole);
  const value = before + Number(`0.${placeText(tokens.slice(point + 1, end))}`);
  return sumOf([{ kind: 'digit', value, arabic: false }, ...tokens.slice(end)]);
}

function placeText(tokens: readonly Token[]): string {
  return tokens.map((token) => (token.kind === 'digit' ? token.value : 0)).join('');
}

/** Where two figures stand side by side: 七八十 is 70 to 80, 十二三 12 to 13. */
function estimateAt(tokens: readonly Token[]): number {
  return tokens.findIndex((token, index) => {
    const next = tokens[index + 1];
    if (!isDigit(token) || !isDigit(next) || token.value === 0) return false;
    return next.value === token.value + 1 || (token.value === 3 && next.value === 5);
  });
}

function valuesOf(tokens: readonly Token[]): readonly [number, number?] {
  const point = tokens.findIndex(({ kind }) => kind === 'point');
  if (point !== -1) return [pointed(tokens, point)];
  const digits = tokens.length > 1 && tokens.every(isDigit);
  const estimate = digits && tokens.length > 2 ? -1 : estimateAt(tokens);
  if (estimate !== -1) {
    const without = (index: number): Token[] => tokens.filter((_, other) => other !== index);
    return [sumOf(without(estimate + 1)), sumOf(without(estimate))];
  }
  return [digits ? placeValue(tokens) : sumOf(tokens)];
}

/** Most numerals are a lone figure. */
function valueOfOne(tokens: readonly Token[]): readonly [number, number?] | null {
  const [first] = tokens;
  return tokens.length === 1 && first?.kind === 'digit' ? [first.value] : null;
}

/** The numeral that starts at `start`; null where none does. */
export function readZhNumeral(text: string, start: number): ZhNumeral | null {
  const reading: Reading = { text, pos: start, tokens: [], over: false, vague: false };
  while (takeNext(reading));
  if (reading.tokens.length === 0) return null;
  const [value, high] = valueOfOne(reading.tokens) ?? valuesOf(reading.tokens);
  return {
    end: reading.pos,
    value: settle(value),
    ...(high === undefined ? {} : { high: settle(high) }),
    arabic: reading.tokens.some((token) => token.kind === 'digit' && token.arabic),
    vague: reading.vague,
    over: reading.over,
  };
}
