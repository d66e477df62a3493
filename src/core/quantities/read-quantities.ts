/** Numbers, dates, shares and measures of a text as values, however they are written. */
import type { Lang } from '../model.ts';
import { readEn } from './en/read.ts';
import type { Quantity } from './quantity.ts';
import { readZh } from './zh/read.ts';

/** All quantities of a plain text, in the order they stand. Never throws. */
export function readQuantities(text: string, lang: Lang): Quantity[] {
  return lang === 'zh' ? readZh(text) : readEn(text);
}
