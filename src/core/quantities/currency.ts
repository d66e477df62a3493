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
  'cny usd eur gbp jpy hkd aud cad sgd twd nzd krw inr rub chf brl myr thb vnd php idr mxn zar pkr sek nok dkk mop aed sar huf pln';
const BEFORE = new RegExp(
  `(?:\\b(?:us|hk|au?|ca?|s|nt|nz|r))?\\$ ?$|(?:[£€¥₹₩₽]|\\b(?:rmb|${CODES.replaceAll(' ', '|')}|rs\\.?|rm)|人民币) ?$`,
  'i',
);
const LONGEST = 5;

/** The currency whose sign ends at `at`, and where the sign stands. */
export function currencyBefore(text: string, at: number): { unit: string; span: Span } | null {
  const found = BEFORE.exec(text.slice(Math.max(0, at - LONGEST), at));
  if (found === null) return null;
  const sign = found[0].trimEnd();
  const key = sign.toLowerCase().replace('.', '');
  const unit = SIGNS[key] ?? (CODES.includes(key) ? key.toUpperCase() : undefined);
  const from = at - found[0].length;
  return unit === undefined ? null : { unit, span: { from, to: from + sign.length } };
}
