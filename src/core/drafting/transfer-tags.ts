import { canonicalText } from '../tags.ts';

const TAG = /<(\/?)(\d{1,4})(\/?)>/g;

function numbersInOrder(text: string): string[] {
  return [...new Set([...text.matchAll(TAG)].map((match) => match[2] ?? ''))];
}

/**
 * Makes a target made for `source` fit the same sentence in another place, whose tags may bear other
 * numbers: the first tag of the one is the first of the other. Both sources are equal in canonical form.
 */
export function transferTags(source: string, target: string, place: string): string {
  const before = numbersInOrder(source);
  const after = numbersInOrder(place);
  return target.replace(TAG, (tag, closing: string, number: string, empty: string) => {
    const other = after[before.indexOf(number)];
    return other === undefined ? tag : `<${closing}${other}${empty}>`;
  });
}

/** One name for all occurrences of a sentence, whatever its tags' numbers. */
export function sentenceName(lang: string, text: string): string {
  return `${lang} ${canonicalText(text)}`;
}
