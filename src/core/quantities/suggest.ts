/** What one side would have to say to agree with the other, in its own way of writing. */
import type { Span } from '../model.ts';
import { EN_UNITS } from './en/units.ts';
import { list } from './en/words.ts';
import { settle, type Quantity } from './quantity.ts';
import { candidates } from './units.ts';
import { ZH_UNITS } from './zh/units.ts';

/** Text to put in place of a span of the plain text. */
export interface Suggestion extends Span {
  readonly text: string;
}

const MONTHS = list(
  'January February March April May June July August September October November December',
);
const WEEKDAYS = list('Monday Tuesday Wednesday Thursday Friday Saturday Sunday');
const ZH_DIGITS = '零一二三四五六七八九十';
const EN_SCALES = [
  ['trillion', 1e12, 'tn'],
  ['billion', 1e9, 'bn'],
  ['million', 1e6, 'm'],
] as const;
const ZH_SCALES = [
  ['万亿', 1e12],
  ['亿', 1e8],
  ['万', 1e4],
] as const;
const MOST_DECIMALS = 4;

function isShort(value: number): boolean {
  return (String(settle(value)).split('.')[1]?.length ?? 0) <= MOST_DECIMALS;
}

function grouped(value: number): string {
  const [whole = '', rest] = String(value).split('.');
  const groups = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return rest === undefined ? groups : `${groups}.${rest}`;
}

/** 9 billion, £9bn, 12,000: as the text writes its own number. */
function writeEn(value: number, like: string): string {
  const letters = /\d(?:m|bn|tn|k|b)$/i.test(like);
  const scale = EN_SCALES.find(([, size]) => value >= size && isShort(value / size));
  if (scale !== undefined && (letters || /[a-z]/i.test(like) || value % 1e6 === 0)) {
    return `${settle(value / scale[1])}${letters ? scale[2] : ` ${scale[0]}`}`;
  }
  return value >= 1e4 || like.includes(',') ? grouped(value) : String(value);
}

/** 90亿, 3.5万, 1200 */
function writeZh(value: number, like: string): string {
  if (!/\d/.test(like) && Number.isInteger(value) && value <= 10) return ZH_DIGITS[value] ?? '';
  const scale = ZH_SCALES.find(([, size]) => value >= size && isShort(value / size));
  if (scale !== undefined) return `${settle(value / scale[1])}${scale[0]}`;
  return String(value);
}

type Writer = (value: number, like: string) => string | undefined;

const WRITERS: Readonly<Record<'zh' | 'en', Readonly<Partial<Record<Quantity['kind'], Writer>>>>> =
  {
    en: {
      number: writeEn,
      percent: String,
      point: String,
      year: String,
      day: String,
      month: (value) => MONTHS[value - 1],
      weekday: (value) => WEEKDAYS[value - 1],
    },
    zh: {
      number: writeZh,
      percent: String,
      point: String,
      year: String,
      day: String,
      month: String,
      weekday: (value) => '一二三四五六日'[value - 1],
    },
  };

/** The numeral of `item` with the value that `right` states. */
function rewritten(
  item: Quantity,
  right: Quantity,
  lang: 'zh' | 'en',
  text: string,
): Suggestion | null {
  if (item.kind !== right.kind || item.range !== undefined || text === '') return null;
  const written = WRITERS[lang][item.kind]?.(right.value, text) ?? '';
  return written === '' ? null : { ...item.numeral, text: written };
}

/** Hong Kong dollars, US dollars: the country's name keeps its capitals. */
function withCapitals(name: string | undefined): string | undefined {
  return name
    ?.replace(/\bus(?= )/, 'US')
    .replace(/\b[a-z]+ (?=.*dollars$)/g, (word) => word.charAt(0).toUpperCase() + word.slice(1));
}

function named(units: ReadonlyMap<string, string>, id: string): string | undefined {
  const forms = [...units]
    .filter(([, unit]) => unit === id || unit === candidates(id)[0])
    .map(([form]) => form);
  return withCapitals(forms.find((form) => form.length > 4 && form.endsWith('s')) ?? forms[0]);
}

const NAMES = { zh: ZH_UNITS, en: EN_UNITS };
const SIGN = /^[A-Za-z]{0,3}[$£€¥]$|^[A-Z]{2,3}$|人民币/;

/** The unit of `item` as `right` states it; a sign before the number is left to a person. */
function reunited(item: Quantity, right: Quantity, lang: 'zh' | 'en'): Suggestion | null {
  const { unitSpan, unit } = item;
  if (unitSpan === undefined || unit === undefined || right.unit === undefined) return null;
  const word = item.text.slice(unitSpan.from - item.from, unitSpan.to - item.from);
  const name = named(NAMES[lang], right.unit);
  return name === undefined || SIGN.test(word) ? null : { ...unitSpan, text: name };
}

function suggestion(item: Quantity, right: Quantity, lang: 'zh' | 'en'): Suggestion | null {
  if (item.kind === right.kind && item.value === right.value) return reunited(item, right, lang);
  const { from, to } = item.numeral;
  return rewritten(item, right, lang, item.text.slice(from - item.from, to - item.from));
}

/** Corrections of either side, where they are safe to write. */
export function suggest(zh: Quantity, en: Quantity): { zh?: Suggestion; en?: Suggestion } {
  const [forZh, forEn] = [suggestion(zh, en, 'zh'), suggestion(en, zh, 'en')];
  return { ...(forZh === null ? {} : { zh: forZh }), ...(forEn === null ? {} : { en: forEn }) };
}
