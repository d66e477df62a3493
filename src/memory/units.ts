/** The units in which likeness is measured: a Han character, a word of letters, a number, a mark. */
import { fold } from '../core/fold.ts';

const TAG = /<\/?\d{1,4}\/?>/g;
const UNIT =
  /\d+(?:[.,:]\d+)*|\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}])+(?:['’-](?:(?!\p{Script=Han})[\p{L}\p{M}])+)*|[^\s\p{L}\p{M}\p{N}]|\p{N}/gu;
const TAG_OR_UNIT = new RegExp(`${TAG.source}|${UNIT.source}`, 'gu');

/** The units of a tagged text, folded; tags are none. */
export function unitsOf(text: string): readonly string[] {
  const plain = text.includes('<') ? text.replace(TAG, '') : text;
  return fold(plain).match(UNIT) ?? [];
}

/** How many tags a tagged text holds. */
export function countTags(text: string): number {
  return text.includes('<') ? (text.match(TAG)?.length ?? 0) : 0;
}

/** A text without its tags; what is escaped stays so. */
export function withoutTags(text: string): string {
  return text.replace(TAG, '');
}

/** The tags and units of a text with their places, for showing where two texts differ. */
export function placedUnits(
  text: string,
): readonly { readonly text: string; readonly at: number }[] {
  return [...text.matchAll(TAG_OR_UNIT)].map(({ 0: unit, index }) => ({ text: unit, at: index }));
}
