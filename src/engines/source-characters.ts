/** What a text counts in the ledger. */

/** Code points of a text as a reader sees it: its markup is free, and `&amp;` is one. */
export function sourceCharacters(text: string, tagged: boolean): number {
  const plain = tagged ? text.replace(/<[^>]*>/g, '').replace(/&[a-z]+;|&#\w+;/gi, '&') : text;
  return [...plain].length;
}
