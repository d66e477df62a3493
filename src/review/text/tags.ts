/**
 * Inline tags (`<1>`, `</1>`, `<2/>`) in a text that is shown or edited. Each is one thing: the caret
 * stands before or after it, a deletion takes all of it, a line does not end within it.
 */

export type TagKind = 'open' | 'close' | 'void';

/** The tags that `core/tags.ts` reads; any other `<` is a character. */
const TAG = /<(?:\/\d{1,4}|\d{1,4}\/?)>/y;
/** `</1234>` */
const LONGEST = 7;

/** The end of the tag that starts at an offset, or null. */
export function tagEnd(text: string, at: number): number | null {
  if (text.charAt(at) !== '<') return null;
  TAG.lastIndex = at;
  return TAG.test(text) ? TAG.lastIndex : null;
}

/** The tag that an offset lies within, not at its ends; or null. */
export function tagAround(text: string, at: number): readonly [from: number, to: number] | null {
  const from = at <= 0 ? -1 : text.lastIndexOf('<', at - 1);
  if (from < 0 || at - from >= LONGEST) return null;
  const to = tagEnd(text, from);
  return to !== null && to > at ? [from, to] : null;
}

/** What a tag does. */
export function tagKind(tag: string): TagKind {
  if (tag.startsWith('</')) return 'close';
  return tag.includes('/') ? 'void' : 'open';
}
