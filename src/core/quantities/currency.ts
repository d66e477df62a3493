/** Currency signs and codes that stand before a figure in either language. */
import type { Span } from '../model.ts';

const SIGNS: Readonly<Record<string, string>> = {
  us$: 'USD',
  hk$: 'HKD',
  a$: 'AUD',
  au$: 'AUD',
  c$: 'CAD',
  ca$: 'CAD',
  s$: 'SGD',
  nt$: 'TWD',
  nz$: 'NZD',
  r$: 'BRL',
  $: 'dollar',
  '£': 'GBP',
  '€': 'EUR',
  '¥': 'yuan-or-yen',
  '₹': 'INR',
  '₩': 'KRW',
  '₽': 'RUB',
  rmb: 'CNY',
  rs: 'INR',
  rm: 'MYR',
  人民币: 'CNY',
};
const CODES =
  'CNY USD EUR GBP JPY HKD AUD CAD SGD TWD NZD KRW INR RUB CHF BRL MYR THB VND PHP IDR MXN TRY ZAR PKR SEK NOK DKK MOP AED SAR HUF PLN';
const BEFORE = new RegExp(
  `(?:\\b(?:US|us|HK|AU?|CA?|S|NT|NZ|R))?\\$ ?$|(?:[£€¥₹₩₽]|\\b(?:RMB|Rmb|rmb|${CODES.replaceAll(' ', '|')}|Rs\\.?|RM)|人民币) ?$`,
);
const MAY_END_SIGN = /[A-Za-z$£€¥₹₩₽.币]/;
const LONGEST = 5;

/** The currency whose sign ends at `at`, and where the sign stands. */
export function currencyBefore(text: string, at: number): { unit: string; span: Span } | null {
  const last = text.charAt(text.charAt(at - 1) === ' ' ? at - 2 : at - 1);
  if (!MAY_END_SIGN.test(last)) return null;
  const found = BEFORE.exec(text.slice(Math.max(0, at - LONGEST), at));
  if (found === null) return null;
  const sign = found[0].trimEnd();
  const key = sign.toLowerCase().replace('.', '');
  const unit = SIGNS[key] ?? (CODES.includes(sign) ? sign : undefined);
  const from = at - found[0].length;
  return unit === undefined ? null : { unit, span: { from, to: from + sign.length } };
}
