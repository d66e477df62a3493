/** What must be the same to the character: addresses, handles, placeholders, tags. */
import type { Edit, ErrorMaker, Subject } from '../edit.ts';

const ADDRESS =
  /https?:\/\/[\w./?=&%#~+-]{4,}|\bwww\.[\w./?=&%#~+-]{4,}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|(?<![\w@])@\w{3,30}|(?<![\w#&])#\p{L}[\p{L}\p{N}_]{2,30}/gu;
const PLACEHOLDER = /\{\{?[\w. ]{1,40}\}?\}|<\/?\d+\/?>|\$t\([^()]{1,60}\)|%(?:\d\$)?[sd]/g;

/** A character lost, or the whole of it. What the other side does not have either may well differ. */
function damaged({ text, other }: Subject, pattern: RegExp): Edit[] {
  return [...text.matchAll(pattern)].flatMap((found) => {
    // A stop after an address is none of it; neither is the bracket that closes a placeholder.
    const word = found[0].replace(/[^\p{L}\p{N}]+$/u, '');
    if (word === '' || !other.includes(word)) return [];
    const end = found.index + word.length;
    const whole = { from: found.index, to: found.index + found[0].length, text: '' };
    return [{ from: end - 1, to: end, text: '' }, whole];
  });
}

export const damagedAddress: ErrorMaker = (subject) => damaged(subject, ADDRESS);

export const damagedPlaceholder: ErrorMaker = (subject) => damaged(subject, PLACEHOLDER);
