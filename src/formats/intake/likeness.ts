/** How much two paragraphs, one Chinese and one English, look like each other's translation. */

/** English characters to one Han in news text, and how far from it a translation may be (in e-folds). */
const TYPICAL_RATIO = 3.3;
/** Numbers of two digits or more are mostly the same in both languages. */
const NUMBER = /\d{2,}/g;

export interface Likeness {
  /** 1: as long as a translation is; 0 and less: no translation. */
  readonly length: number;
  /** How many numbers the two share, and how many there are to share. */
  readonly shared: number;
  readonly numbers: number;
}

function numbersOf(text: string): Set<string> {
  return new Set(
    text
      .normalize('NFKC')
      .replace(/(?<=\d),(?=\d{3})/g, '')
      .match(NUMBER) ?? [],
  );
}

/** Compares a Chinese text with an English one. */
export function likeness(zh: string, en: string): Likeness {
  const han = zh.match(/[\p{Script=Han}\d]/gu)?.length ?? 0;
  const latin = en.replace(/\s+/g, ' ').length;
  const distance = Math.abs(Math.log(Math.max(1, latin) / Math.max(1, han) / TYPICAL_RATIO));
  const [first, second] = [numbersOf(zh), numbersOf(en)];
  const shared = [...first].filter((number) => second.has(number)).length;
  return { length: 1 - distance, shared, numbers: Math.min(first.size, second.size) };
}
