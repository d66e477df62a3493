/** English text as words and what stands between them. */

export interface Word {
  /** As it stands, apostrophes made straight. */
  readonly written: string;
  /** Without capitals. */
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Letters, digits and what is combined with them; apostrophes and decimal points inside. A Han
 * character is a word by itself.
 */
const LETTERS = String.raw`[[\p{L}\p{N}\p{M}]--\p{Script=Han}]`;
const WORD = new RegExp(
  String.raw`\p{Script=Han}|\p{Nd}+(?:[.,]\p{Nd}+)+${LETTERS}*|${LETTERS}+(?:['’‘＇]${LETTERS}+)*`,
  'gv',
);
const APOSTROPHES = /[’‘＇ʼ]/g;
const HYPHEN = /^[-‐‑–]$/;
const DIGIT = /^\p{Nd}$/u;

function straight(text: string): string {
  return text.replace(APOSTROPHES, "'");
}

export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const { 0: found, index } of text.matchAll(WORD)) {
    const written = straight(found);
    words.push({ written, key: written.toLowerCase(), from: index, to: index + found.length });
  }
  return words;
}

/** A word without the 's of a possessive; null for one that has none. */
export function withoutPossessive(word: string): string | null {
  return word.length > 2 && /'s$/i.test(word) ? word.slice(0, -2) : null;
}

/**
 * What stands between two words, so that equals compare as equal: white space and hyphens are one
 * and the same ("long-term", "long term") but between digits ("9-11", "9 11"); white space beside
 * other marks counts for nothing.
 */
export function gapBetween(text: string, left: Word, right: Word): string {
  const gap = text.slice(left.to, right.from);
  if (gap === ' ') return ' ';
  const digits = DIGIT.test(text.charAt(left.to - 1)) && DIGIT.test(text.charAt(right.from));
  if (HYPHEN.test(gap)) return digits ? '-' : ' ';
  const marks = straight(gap).replace(/\s+/gu, '').replace(/[“”]/g, '"');
  return marks === '' && gap !== '' ? ' ' : marks;
}

/** What stands between words, by the index of the word before. */
export function gapsOf(text: string, words: readonly Word[]): readonly string[] {
  return words.slice(1).map((right, index) => {
    const left = words[index];
    return left === undefined ? '' : gapBetween(text, left, right);
  });
}

/** Words and what stands between them, as one string: equal where only the kind of gap differs. */
export function spell(words: readonly string[], gaps: readonly string[]): string {
  return words.map((word, index) => (index === 0 ? word : (gaps[index - 1] ?? '') + word)).join('');
}

/** Whether the words of a form are joined by a hyphen there. */
export function isHyphen(text: string, left: Word, right: Word): boolean {
  return HYPHEN.test(text.slice(left.to, right.from));
}
