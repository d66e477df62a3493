import type { Lang } from '../model.ts';
import { plainText } from '../tags.ts';

/** A heading such as "Background", a cell such as 是: at most so many Han characters, or words. */
const SHORT: Readonly<Record<Lang, { readonly unit: RegExp; readonly most: number }>> = {
  zh: { unit: /[\p{Script=Han}\p{L}\p{N}]/gu, most: 4 },
  en: { unit: /[\p{L}\p{N}]+/gu, most: 2 },
};

/** Whether a text says so little that what stands around it decides what it means. */
export function isShort(text: string, lang: Lang): boolean {
  const { unit, most } = SHORT[lang];
  return (plainText(text).match(unit) ?? []).length <= most;
}
