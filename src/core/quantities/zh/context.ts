/** What stands around a Chinese numeral: approximations, units, the sign of a currency. */
import type { Span } from '../../model.ts';
import { currencyBefore } from '../currency.ts';
import { at, type Approx } from '../quantity.ts';
import { LONGEST_ZH_UNIT, ZH_UNITS } from './units.ts';

const BEFORE: readonly (readonly [RegExp, Approx])[] = [
  [/不(?:少于|低于|下于?|小于)[了为达]? ?$/, 'over'],
  [
    /(?:不超过|不高于|不多于|不足|不到|低于|少于|小于|未满|不满|最多|至多|将近|接近|逼近|(?<![最附靠邻亲远相])近|几近)[了为达]? ?$/,
    'under',
  ],
  [/(?:至少|最少|起码|超过|超出|高于|多于|大于|突破|多达|(?<!高)超|逾|愈)[了为达]? ?$/, 'over'],
  [/(?:大约|大概|大致|约为?|左右|估计|约合|折合) ?$/, 'about'],
];
const AFTER: readonly (readonly [RegExp, Approx])[] = [
  [/[^，。；、]{0,2}?(?:及?以上|之多|开外)/y, 'over'],
  [/[^，。；、]{0,2}?(?:及?以下|以内)/y, 'under'],
  [/[^，。；、]{0,2}?(?:左右|上下)/y, 'about'],
];

export function approxBefore(text: string, from: number): Approx | undefined {
  const before = text.slice(Math.max(0, from - 6), from);
  return BEFORE.find(([regex]) => regex.test(before))?.[1];
}

export function approxAfter(text: string, to: number): Approx | undefined {
  return AFTER.find(([regex]) => at(regex, text, to) !== null)?.[1];
}

const LATIN_NEXT = /[A-Za-z]/;

function unitFrom(text: string, from: number): { unit: string; span: Span } | null {
  for (let length = LONGEST_ZH_UNIT; length > 0; length -= 1) {
    const word = text.slice(from, from + length);
    const unit = ZH_UNITS.get(word);
    const latin = LATIN_NEXT.test(word[word.length - 1] ?? '');
    const cut = latin && LATIN_NEXT.test(text[from + length] ?? '');
    if (unit !== undefined && !cut) return { unit, span: { from, to: from + word.length } };
  }
  return null;
}

const SPEED_BEHIND = /的?时速|[/每]小时/y;
const SPEEDS: Readonly<Record<string, string>> = { km: 'km/h', mi: 'mph', m: 'm/s' };

/** The unit behind a numeral that ends at `to`, or the currency sign before it. */
export function unitAround(
  text: string,
  from: number,
  to: number,
): { unit: string; span: Span } | null {
  const next = text[to] === ' ' ? to + 1 : to;
  const unit = unitFrom(text, next);
  if (unit === null) return currencyBefore(text, from);
  const speed = SPEEDS[unit.unit];
  const perHour =
    /(?:时速|每小时)[^，。0-9]{0,6}$/.test(text.slice(Math.max(0, from - 10), from)) ||
    at(SPEED_BEHIND, text, unit.span.to) !== null;
  return speed !== undefined && perHour ? { ...unit, unit: speed } : unit;
}
