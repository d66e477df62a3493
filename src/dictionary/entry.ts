/** An entry of a dictionary in the format of CC-CEDICT: `傳統 传统 [chuan2 tong3] /tradition/traditional/`. */

export interface Entry {
  readonly traditional: string;
  readonly simplified: string;
  /** As the file has it, with numbers for tones. */
  readonly numbered: string;
  readonly senses: readonly string[];
}

/** Headwords have no white space; the syllables stand in one pair of brackets, or in two. */
const LINE = /^(\S+) (\S+) \[\[?([^\][]*)\]\]?\s+\/(.*)\/\s*$/u;

/** In UTF-16 units; longer than any line of the dictionary: such a line is no entry. */
export const LONGEST_LINE = 10_000;

/** Reads a line; null for one that is no entry. Senses that are empty are left out. */
export function parseEntry(line: string): Entry | null {
  if (line.length > LONGEST_LINE) return null;
  const [, traditional, simplified, numbered, senses] = LINE.exec(line) ?? [];
  if (traditional === undefined || simplified === undefined) return null;
  const kept = (senses ?? '').split('/').filter((sense) => sense.trim() !== '');
  if (kept.length === 0) return null;
  return { traditional, simplified, numbered: numbered ?? '', senses: kept };
}
