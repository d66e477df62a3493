/** Where a reviewer may split a segment: after the marks that part a sentence. */
import { isTranslatable } from '../core/language.ts';

/**
 * Full-width marks and dashes part wherever they stand. ASCII marks and the en dash need white space or
 * a Han character after them, so that `1,000`, `10:30` and `1999–2003` stay whole. Closing quotation
 * marks and brackets belong to what they close.
 */
const MARKS =
  /(?:[，；：、。！？…—]+|[,;:.!?–]+(?=["'”’」』】》）)\]]{0,4}(?:\s|\p{Script=Han})))(?:[”’」』】》）)\]]|["'](?=\s))*/gu;

/**
 * Places in a segment's plain text, rising: UTF-16 offsets behind a mark. Both sides of each hold
 * something to translate.
 */
export function splitPlaces(plain: string): readonly number[] {
  return [...plain.matchAll(MARKS)]
    .map(({ index, 0: mark }) => index + mark.length)
    .filter((at) => isTranslatable(plain.slice(0, at)) && isTranslatable(plain.slice(at)));
}
