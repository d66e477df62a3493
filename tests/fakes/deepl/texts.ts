/**
 * The "translations": the same for the same text, Chinese without a Latin word, English without a Han
 * character, and with a glossary's renderings as they stand in it.
 */

const HAN = [
  ...'春江花月夜山水云风雨雪松竹梅兰菊石泉林海天地星光明远近高低深浅长短新旧东西南北城乡路桥',
];
const SYLLABLES =
  'ba be bi bo bu da de di do du fa fe fi fo ga go ka ke ki ko la le li lo lu ma me mi mo mu na ne ni no pa pe pi po ra re ri ro sa se si so ta te ti to va ve vi vo'.split(
    ' ',
  );
const WORDS_TO_HAN: Readonly<Record<string, string>> = {
  thousand: '千',
  million: '百万',
  billion: '十亿',
  percent: '%',
};
const HAN_TO_WORDS: Readonly<Record<string, string>> = {
  万: ' ten thousand ',
  亿: ' hundred million ',
};
const TO_WIDE: Readonly<Record<string, string>> = {
  '. ': '。',
  ', ': '，',
  '; ': '；',
  ': ': '：',
  '? ': '？',
  '! ': '！',
};
const TO_NARROW: Readonly<Record<string, string>> = {
  '。': '. ',
  '，': ', ',
  '、': ', ',
  '；': '; ',
  '：': ': ',
  '？': '? ',
  '！': '! ',
  '（': ' (',
  '）': ') ',
  '《': ' "',
  '》': '" ',
  '「': ' "',
  '」': '" ',
};

function hash(text: string): number {
  let value = 2166136261;
  for (const char of text.toLowerCase()) {
    value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 16777619) >>> 0;
  }
  return value;
}

function hanFor(word: string): string {
  const known = WORDS_TO_HAN[word.toLowerCase()];
  if (known !== undefined) return known;
  const value = hash(word);
  const first = HAN[value % HAN.length] ?? '';
  return word.length < 4 ? first : first + (HAN[(value >>> 8) % HAN.length] ?? '');
}

function toChinese(text: string): string {
  return text
    .replace(/\p{Script=Latin}[\p{Script=Latin}\p{M}'’]*/gu, hanFor)
    .replace(/[.,;:?!](?:\s|$)/g, (sign) => TO_WIDE[`${sign[0]} `] ?? sign)
    .replace(/(?<=\p{Script=Han}|[，。；：？！])\s+|\s+(?=\p{Script=Han})/gu, '');
}

function wordFor(run: string): string {
  let word = '';
  for (const char of run) word += SYLLABLES[hash(char) % SYLLABLES.length] ?? '';
  return word;
}

function toEnglish(text: string): string {
  return text
    .replace(/[万亿]/g, (sign) => HAN_TO_WORDS[sign] ?? '')
    .replace(
      /\p{Script=Han}+/gu,
      (run) => ` ${(run.match(/.{1,2}/gu) ?? []).map(wordFor).join(' ')} `,
    )
    .replace(/[\u3001-\u300d\uff01-\uff1f]/g, (sign) => TO_NARROW[sign] ?? ' ')
    .replace(/\s+(?=[.,;:?!)])/g, '')
    .replace(/\s+/g, ' ');
}

function pieceOf(text: string, target: string): string {
  return target === 'zh' ? toChinese(text) : toEnglish(text);
}

export function finish(text: string, target: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  if (target === 'zh') return `译：${trimmed}`;
  return trimmed.replace(/^([^\p{L}<]*)(\p{L})/u, (_, before: string, letter: string) => {
    return before + letter.toUpperCase();
  });
}

/** Source and target phrases, the longest source first. */
export type Entries = readonly (readonly [string, string])[];

/** A text in the target language, without the polish of a whole sentence. */
export function fakeText(text: string, target: string, entries: Entries): string {
  const low = text.toLowerCase();
  let best: { at: number; entry: readonly [string, string] } | null = null;
  for (const entry of entries) {
    const at = low.indexOf(entry[0].toLowerCase());
    if (at >= 0 && (best === null || at < best.at)) best = { at, entry };
  }
  if (best === null) return pieceOf(text, target);
  const [source, rendering] = best.entry;
  const before = pieceOf(text.slice(0, best.at), target);
  const after = fakeText(text.slice(best.at + source.length), target, entries);
  if (target === 'zh') return `${before.trim()}${rendering}${after.trimStart()}`;
  return `${before} ${rendering} ${after}`.replace(/\s+/g, ' ').replace(/\s+(?=[.,;:?!)])/g, '');
}
