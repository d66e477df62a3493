/** Which sentences are worth a second opinion. */
import type { Lang } from '../model.ts';
import { plainText } from '../tags.ts';
import { countedNumbers, namesOf, negations, quotations } from './facts.ts';

/**
 * Whether a source (tagged text) holds what a wrong translation does harm with: a number, a name, a
 * negation, a quotation.
 */
export function isRisky(text: string, lang: Lang): boolean {
  const plain = plainText(text);
  return (
    quotations(plain) > 0 ||
    negations(plain, lang) > 0 ||
    namesOf(plain, lang).length > 0 ||
    countedNumbers(plain, lang).length > 0
  );
}
