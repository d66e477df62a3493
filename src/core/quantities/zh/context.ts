/** What stands around a Chinese numeral: approximations, units, the sign of a currency. */
import type { Span } from '../../model.ts';
import { currencyBefore } from '../currency.ts';
import { at, type Approx } from '../quantity.ts';
import { ZH_UNIT, ZH_UNITS } from './units.ts';

const BEFORE: readonly (readonly [RegExp, Approx])[] = [
  [/不(?:少于|低于|下于?|小于)[了为达]? ?$/, 'over'],
  [
    /(?:不超过|不高于|不多于|不足|不到|低于|少于|小于|未满|不满|最多|至多|将近|接近|逼近|(?<![最附靠邻亲远相])近|几近)[了为达]? ?$/,
    'under',
  ],
  [/(?:至少|最少|起码|超过|超出|高于|多于|大于|突破|多达|(?<!高)超|逾|愈)[了为达]? ?$/, 'over'],
  [/(?:大约|大概|大致|约为?|左右|估计|约合|折合) ?$/, 'about'],
];
/** The last characters of those above: most numerals have none of them before. */
const MAY_END_BEFORE = /[于下过足到满多近少码超出破达逾愈约概致右计合]/;
const AFTER: readonly (readonly [RegExp, Approx])[] = [
  [/[^，。；、]{0,2}?(?:及?以上|之多|开外)/y, 'over'],
  [/[^，。；、]{0,2}?(?:及?以下|以内)/y, 'under'],
  [/[^，。；、]{0,2}?(?:左右|上下)/y, 'about'],
];

/** Any of those above. */
const MAY_BE_AFTER = /[^，。；、]{0,2}?(?:及?以[上下内]|之多|开外|左右|上下)/y;

export function approxBefore(text: string, from: number): Approx | undefined {
  const before = text.slice(Math.max(0, from - 6), from);
  if (!MAY_END_BEFORE.test(before)) return undefined;
  return BEFORE.find(([regex]) => regex.test(before))?.[1];
}

export function approxAfter(text: string, to: number): Approx | undefined {
  MAY_BE_AFTER.lastIndex = to;
  if (!MAY_BE_AFTER.test(text)) return undefined;
  return AFTER.find(([regex]) => at(regex, text, to) !== null)?.[1];
}

function unitFrom(text: string, from: number): { unit: string; span: Span } | null {
  const word = at(ZH_UNIT, text, from)?.[0];
  const unit = word === undefined ? undefined : ZH_UNITS.get(word);
  if (word === undefined || unit === undefined) return null;
  return { unit, span: { from, to: from + word.length } };
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
  if (speed === undefined) return unit;
  const perHour =
    /(?:时速|每小时)[^，。0-9]{0,6}$/.test(text.slice(Math.max(0, from - 10), from)) ||
    at(SPEED_BEHIND, text, unit.span.to) !== null;
  return perHour ? { ...unit, unit: speed } : unit;
}
