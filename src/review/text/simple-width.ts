/** The width of plain text. It needs no table of emoji, which costs a short command a third of its time. */

/** Ambiguous-width marks (UAX #11) that every Chinese or English text has. */
const FREQUENT_AMBIGUOUS = new Set(Array.from('“”‘’—…·', (mark) => mark.charCodeAt(0)));

export const UNKNOWN = -1;

/**
 * The number of terminal cells of a text whose code units are a grapheme each, such as plain English
 * and Chinese; else UNKNOWN.
 * @param ambiguous cells of an ambiguous-width character
 */
export function simpleWidth(text: string, ambiguous: 1 | 2): number {
  let total = 0;
  for (let at = 0; at < text.length; at++) {
    const width = unitWidth(text.charCodeAt(at), ambiguous);
    if (width === UNKNOWN) return UNKNOWN;
    total += width;
  }
  return total;
}

function unitWidth(unit: number, ambiguous: 1 | 2): number {
  if (unit >= 0x20 && unit <= 0x7e) return 1;
  if (isPlainWide(unit)) return 2;
  return FREQUENT_AMBIGUOUS.has(unit) ? ambiguous : UNKNOWN;
}

/** CJK ideographs, CJK punctuation up to the combining tone marks, full-width ASCII. */
function isPlainWide(unit: number): boolean {
  if (unit >= 0x4e00) return unit <= 0x9fff || (unit >= 0xff01 && unit <= 0xff60);
  return unit >= 0x3001 && unit <= 0x3029;
}
