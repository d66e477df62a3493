/** Chinese dates and times: 二〇二六年4月2日, 90年代, 21世纪, 周三, 下午3点半, 一季度. */
import { minutesOf, otherHalf } from '../figures.ts';
import {
  at,
  quantity,
  type Found,
  type Quantity,
  type QuantityKind,
  type Rule,
} from '../quantity.ts';
import { readZhNumeral, type ZhNumeral } from './numeral.ts';

/** A numeral that has been read, with where it stands. */
export interface Numbered {
  readonly text: string;
  readonly from: number;
  readonly numeral: ZhNumeral;
}

/** From here on a numeral in words is too large to be lost in translation. */
const SOFT_UP_TO = 12;

export function isHard({ arabic, value, vague }: ZhNumeral): boolean {
  return !vague && (arabic || value > SOFT_UP_TO);
}

/** An item of this kind from the numeral to `to`. */
export function itemOf(
  { text, from, numeral }: Numbered,
  kind: QuantityKind,
  to: number,
  more: Partial<Quantity> = {},
): Quantity {
  return quantity(text, {
    kind,
    value: numeral.value,
    hard: isHard(numeral),
    figures: numeral.arabic,
    from,
    to,
    numeral: { from, to: numeral.end },
    ...more,
  });
}

function found(item: Quantity): Found {
  return { items: [item], end: item.to };
}

const WEEKDAY = /(?:周|星期|礼拜)([一二三四五六日天])(?![个次年月天十百千万分倍])/y;
/** 两周三次, 3个星期六天: weeks are counted, not named. */
const COUNTED = /[一二两三四五六七八九十几数0-9] ?个?$|(?<![上下这那每])个$/;
const WEEKDAYS = '一二三四五六日';

/** 周三, 星期天; 每周一次 is none. */
export const weekday: Rule = (text, index) => {
  const length = ['周', '星期', '礼拜'].find((word) => text.endsWith(word, index))?.length;
  if (length === undefined) return null;
  const from = index - length;
  const match = at(WEEKDAY, text, from);
  const counted = COUNTED.test(text.slice(Math.max(0, from - 3), from));
  if (match === null || counted) return null;
  const value = WEEKDAYS.indexOf((match[1] ?? '').replace('天', '日')) + 1;
  const to = from + match[0].length;
  const numeral = { from: to - 1, to };
  return found(quantity(text, { kind: 'weekday', value, hard: true, from, to, numeral }));
};

const DECADE = / ?年代/y;
const CENTURY = / ?世纪/y;
const YEAR = / ?年(?!级)/y;
const MONTH = / ?月(?:份)?/y;
const DAY = / ?(?:日(?!元|圆)|号(?![楼线机院房门馆厅车球文令公井站]))/y;
const QUARTER = / ?季度?(?!节)/y;

function isYear({ numeral }: Numbered): boolean {
  return numeral.value >= 1000 && numeral.value < 3000 && Number.isInteger(numeral.value);
}

const BORN = / ?后(?=$|[^来者续期卫方天])/y;

/** 90后: people born in 1990 or later. */
function born(read: Numbered): Found | null {
  const written = read.text.slice(read.from, read.numeral.end);
  const match = /^[0-9]{2}$/.test(written) ? at(BORN, read.text, read.numeral.end) : null;
  if (match === null) return null;
  const { value } = read.numeral;
  const also = [value + (value < 30 ? 2000 : 1900)];
  const to = match.index + match[0].length;
  return found(itemOf(read, 'number', to, { also, hard: false }));
}

const OF_CENTURY = / ?世纪初? ?(\d0|[一二三四五六七八九]十) ?年代/y;

/** 20世纪90年代 are the 1990s. */
function fullDecade(read: Numbered): Found | null {
  const match = at(OF_CENTURY, read.text, read.numeral.end);
  if (match === null) return null;
  const years = readZhNumeral(match[1] ?? '', 0)?.value ?? 0;
  const value = (read.numeral.value - 1) * 100 + years;
  return found(itemOf(read, 'decade', match.index + match[0].length, { value, hard: true }));
}

const LAST_CENTURY = /上(?:个)?世纪 ?$/;

function decade(read: Numbered): Found | null {
  const { text, from, numeral } = read;
  const match = at(DECADE, text, numeral.end);
  if (match === null) return null;
  const last = LAST_CENTURY.test(text.slice(Math.max(0, from - 5), from)) && numeral.value < 100;
  const value = numeral.value + (last ? 1900 : 0);
  return found(itemOf(read, 'decade', match.index + match[0].length, { value }));
}

function year(read: Numbered): Found | null {
  const match = at(YEAR, read.text, read.numeral.end);
  if (match === null) return null;
  const to = match.index + match[0].length;
  const written = read.text.slice(read.from, read.numeral.end);
  if (isYear(read) && !/[十百千]/.test(written))
    return found(itemOf(read, 'year', to, { hard: true }));
  // 98年, 08年: a year of this or the last century; or else so many years.
  if (!/^\d\d$|^[〇零一二三四五六七八九]{2}$/.test(written)) return null;
  const { value } = read.numeral;
  const full = value < 50 ? 2000 + value : 1900 + value;
  if (/^[0〇零九]/.test(written))
    return found(itemOf(read, 'year', to, { value: full, also: [value] }));
  return found(itemOf(read, 'number', to, { unit: 'year', also: [full] }));
}

function within(read: Numbered, limit: number): boolean {
  const { value, arabic } = read.numeral;
  return value >= 1 && Number.isInteger(value) && (value <= limit || (arabic && value < 1000));
}

/** 13月 is a month as well, if a wrong one: it faces the right one opposite. */
function bounded(
  kind: QuantityKind,
  regex: RegExp,
  limit: number,
): (read: Numbered) => Found | null {
  return (read) => {
    const match = at(regex, read.text, read.numeral.end);
    if (match === null || !within(read, limit)) return null;
    const more = kind === 'month' ? { hard: true } : {};
    return found(itemOf(read, kind, match.index + match[0].length, more));
  };
}

const BEFORE_TIME =
  /(上午|早上|早晨|凌晨|清晨|早)|(下午|晚上|中午|傍晚|夜间|深夜|午后|当晚|今晚|昨晚|明晚|夜里|晚)|([日天号]|时间|北京时间) ?$/;
const HOUR =
  /(?: ?(?:时(?![代尚间候期装速空])|点(?![名火燃击子缀评滴心赞个建意要]))(?: ?(\d{1,2}|[一二三四五六七八九十零〇]{1,3}) ?分|(半)| ?(\d{1,2})(?! ?[\d年月日万亿%])|[一三]刻)?)(整|许|钟)?/y;

type DayPart = 'a' | 'p' | 'any' | null;

/** Which half of the day the word before a time names: morning, afternoon, or unsaid. */
function dayPart(text: string, from: number): DayPart {
  const match = BEFORE_TIME.exec(text.slice(Math.max(0, from - 5), from));
  if (match === null) return null;
  if (match[1] !== undefined) return 'a';
  return match[2] === undefined ? 'any' : 'p';
}

function minutesIn(match: RegExpExecArray): number {
  const [, words, half, figures] = match;
  if (half !== undefined) return 30;
  const said = words ?? figures;
  return said === undefined ? 0 : (readZhNumeral(said, 0)?.value ?? 0);
}

function isHour({ numeral }: Numbered): boolean {
  return numeral.value <= 24 && Number.isInteger(numeral.value);
}

function hourOf(said: number, part: DayPart): number {
  return part === 'p' && said < 12 ? said + 12 : said;
}

function time(read: Numbered): Found | null {
  const { numeral, text, from } = read;
  const match = isHour(read) ? at(HOUR, text, numeral.end) : null;
  if (match === null) return null;
  const part = dayPart(text, from);
  // 三点建议 are three points; 2时 alone stands in a name.
  if (/^ ?[时点]$/.test(match[0]) && part === null && !numeral.arabic) return null;
  const value = minutesOf(hourOf(numeral.value, part), minutesIn(match));
  const also = [otherHalf(value), numeral.value];
  const hard = numeral.arabic && part !== null;
  return found(itemOf(read, 'time', match.index + match[0].length, { value, also, hard }));
}

const LAP = /分(\d{1,2})秒(?:\d{1,3})?/y;

/** 1分57秒: what is written 1:57 elsewhere. */
function lap(read: Numbered): Found | null {
  const match = at(LAP, read.text, read.numeral.end);
  if (match === null || !read.numeral.arabic) return null;
  const value = read.numeral.value * 60 + Number(match[1]);
  return found(itemOf(read, 'time', match.index + match[0].length, { value }));
}

const RULES: readonly ((read: Numbered) => Found | null)[] = [
  born,
  fullDecade,
  decade,
  bounded('century', CENTURY, 40),
  year,
  bounded('month', MONTH, 12),
  bounded('day', DAY, 31),
  bounded('quarter', QUARTER, 4),
  time,
  lap,
];

/** What the patterns of all rules begin with. */
const BEGINNING = / ?[后世年月日号季时点分]/y;

/** What a numeral is the date or time of. */
export function readZhDate(read: Numbered): Found | null {
  BEGINNING.lastIndex = read.numeral.end;
  if (!BEGINNING.test(read.text)) return null;
  for (const rule of RULES) {
    const result = rule(read);
    if (result !== null) return result;
  }
  return null;
}
