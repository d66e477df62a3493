/** Pinyin with tone marks from pinyin with tone numbers. */

const MARKS: Readonly<Record<string, string>> = {
  a: 'āáǎàa',
  e: 'ēéěèe',
  i: 'īíǐìi',
  o: 'ōóǒòo',
  u: 'ūúǔùu',
  ü: 'ǖǘǚǜü',
};
const NASAL: Readonly<Record<string, string>> = {
  m: '\u0304\u0301\u030c\u0300',
  n: '\u0304\u0301\u030c\u0300',
};
const SYLLABLE = /^([A-Za-zü:ÜêÊ]+)([1-5])$/u;

/** The letter that bears the mark: a or e, the o of ou, else the last vowel. */
function markedAt(letters: string): number {
  const lower = letters.toLowerCase();
  const open = lower.search(/[ae]/u);
  if (open !== -1) return open;
  const ou = lower.indexOf('ou');
  return ou === -1 ? lower.search(/[iouü](?=[^iouü]*$)/u) : ou;
}

function marked(letter: string, tone: number): string {
  const form = MARKS[letter.toLowerCase()]?.charAt(tone - 1) ?? letter;
  return letter === letter.toLowerCase() ? form : form.toUpperCase();
}

/** Syllables without a vowel: m2, ng4. */
function markedNasal(letters: string, tone: number): string {
  const mark = NASAL[letters.charAt(0).toLowerCase()]?.charAt(tone - 1) ?? '';
  return `${letters.charAt(0)}${mark}${letters.slice(1)}`.normalize('NFC');
}

function withTone(syllable: string): string {
  const [, written, digit] = SYLLABLE.exec(syllable) ?? [];
  if (written === undefined) return syllable.replace(/u:/g, 'ü').replace(/U:/g, 'Ü');
  const letters = written.replace(/u:|v/g, 'ü').replace(/U:|V/g, 'Ü');
  const tone = Number(digit);
  // 儿 at the end of a word is written as a mere r.
  if (letters === 'r' || letters === 'R') return letters;
  const at = markedAt(letters);
  if (at === -1) return markedNasal(letters, tone);
  return letters.slice(0, at) + marked(letters.charAt(at), tone) + letters.slice(at + 1);
}

/**
 * `lu:4 shi1` becomes `lǜ shī`; `r5` is written to the syllable before it: `hua1 r5`, `huār`. What is no
 * syllable (a letter, a mark) stays as it is.
 * Source: the rules of the Chinese national standard GB/T 16159 for placing the mark.
 */
export function tonedPinyin(numbered: string): string {
  return numbered
    .split(/\s+/u)
    .filter((part) => part !== '')
    .map((part) => (/^[rR]5$/.test(part) ? '\0r' : withTone(part)))
    .join(' ')
    .replace(/ ?\0r/gu, 'r');
}
