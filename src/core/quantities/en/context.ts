/** What stands around an English numeral: approximations, units, the sign of a currency. */
import type { Span } from '../../model.ts';
import { currencyBefore } from '../currency.ts';
import { at, type Approx } from '../quantity.ts';
import { isMoney } from '../units.ts';
import { EN_UNITS } from './units.ts';

const BEFORE: readonly (readonly [RegExp, Approx])[] = [
  [/\b(?:no|not) more than (?:an? )?[^\w ]{0,4}$/i, 'under'],
  [/\b(?:no|not) (?:less|fewer) than (?:an? )?[^\w ]{0,4}$/i, 'over'],
  [
    /\b(?:less than|fewer than|below|under|nearly|almost|close to|nearing|approaching|just short of|short of|at most|within) (?:an? |the )?(?:[A-Z]{2})?[^\w ]{0,3}$/i,
    'under',
  ],
  [
    /\b(?:more than|over|above|exceed(?:s|ed|ing)?|in excess of|at least|upwards? of|surpass(?:es|ed|ing)?|topp(?:ed|ing)|greater than|higher than|north of|well over|just over) (?:an? |the )?(?:[A-Z]{2})?[^\w ]{0,3}$/i,
    'over',
  ],
  [
    /\b(?:about|around|some|approximately|roughly|an estimated|estimated) (?:an? )?(?:[A-Z]{2})?[^\w ]{0,3}$/i,
    'about',
  ],
];
const AFTER: readonly (readonly [RegExp, Approx])[] = [
  [/\+|-?plus\b|(?: [a-z]+){0,2} (?:or|and) (?:more|above|older|over)\b|-odd\b/iy, 'over'],
  [/(?: [a-z]+){0,2} (?:or|and) (?:less|fewer|below|under|younger)\b/iy, 'under'],
  [/(?: [a-z]+){0,2} or so\b/iy, 'about'],
];
/** Any of those above, in one go: most numerals have none. */
const ANY_BEFORE = new RegExp(BEFORE.map(([{ source }]) => source).join('|'), 'i');
const ANY_AFTER = new RegExp(AFTER.map(([{ source }]) => source).join('|'), 'iy');
const LONGEST_APPROX = 28;

export function approxAround(text: string, from: number, to: number): Approx | undefined {
  const before = text.slice(Math.max(0, from - LONGEST_APPROX), from);
  if (ANY_BEFORE.test(before)) return BEFORE.find(([regex]) => regex.test(before))?.[1];
  ANY_AFTER.lastIndex = to;
  if (!ANY_AFTER.test(text)) return undefined;
  return AFTER.find(([regex]) => at(regex, text, to) !== null)?.[1];
}

const WORD = String.raw`[A-Za-z°º℃℉][A-Za-z.°/²³]*\d?`;
const UNIT = new RegExp(`([ -]?)(${WORD})(?:[ -](${WORD}))?(?:[ -](${WORD}))?`, 'y');
/** Words that may stand between a number and its unit. */
const FILLER =
  / (?:additional|more|extra|full|consecutive|straight|short|long|whole|square-?|further|cubic-?|metric|business|working|calendar|trading|U\.S\.|US)(?= )/iy;
const SQUARE = /square|cubic|metric|u\.?s/i;

function key(words: readonly string[]): string {
  return words.join(' ').toLowerCase().replaceAll('.', '');
}

/** yuan/ton */
function perUnit([word = '', ...rest]: readonly string[]): string | undefined {
  return rest.length > 0 || !word.includes('/') ? undefined : EN_UNITS.get(key(word.split('/', 1)));
}

function unitFrom(text: string, from: number): { unit: string; span: Span } | null {
  const match = at(UNIT, text, from);
  if (match === null) return null;
  const [, space = '', ...words] = match;
  const said = words.filter((word) => word !== undefined);
  for (let count = said.length; count > 0; count -= 1) {
    const words = said.slice(0, count);
    const unit = EN_UNITS.get(key(words)) ?? perUnit(words);
    if (unit === undefined) continue;
    const start = from + space.length;
    const length = said.slice(0, count).join(' ').replace(/\.$/, '').length;
    return { unit, span: { from: start, to: start + length } };
  }
  return null;
}

/** Smith, 33, said; the actress, 38, is; aged 33; ages of 16-29 */
const AGES: readonly (readonly [before: RegExp, after: RegExp])[] = [
  [/[A-Z][\w.’'-]*\)?, $|[A-Za-z]\($/, /[,.)]|$/y],
  [/\b[a-z]{3,}, $/, /,/y],
  [/\b[Aa]ge[ds]? (?:of |from |between |range from )?$/, /[,.)–-]|$| (?:and|to) \d/y],
];

/** The number is an age, though nothing behind it says so. */
export function isAge(text: string, from: number, to: number): boolean {
  if (!/^\d{1,2}$/.test(text.slice(from, to))) return false;
  const before = text.slice(Math.max(0, from - 20), from);
  return AGES.some(([ahead, after]) => ahead.test(before) && at(after, text, to) !== null);
}

const OF_TIME = / (?:(anniversary|birthday)|(minute)|(day)|(week)|(month)|(year|season))\b/iy;
const TIMES = ['year', 'min', 'day', 'week', 'month', 'year'];

/** What an ordinal counts: the 40th anniversary, the 65th minute. */
export function ordinalUnit(text: string, to: number): string | undefined {
  const match = at(OF_TIME, text.replaceAll('-', ' '), to);
  return match === null ? undefined : TIMES[match.slice(1).findIndex((word) => word !== undefined)];
}

/** The unit behind a numeral that ends at `to`, or the currency sign before it. */
export function unitAround(
  text: string,
  from: number,
  to: number,
): { unit: string; span: Span } | null {
  const sign = currencyBefore(text, from);
  const unit = unitFrom(text, to);
  // RMB 500 dollars contradicts itself: the word is what a reader goes by.
  if (sign !== null) return unit !== null && isMoney(unit.unit) ? unit : sign;
  const filler = unit === null ? at(FILLER, text, to) : null;
  if (filler === null || SQUARE.test(filler[0])) return unit;
  return unitFrom(text, to + filler[0].length);
}
