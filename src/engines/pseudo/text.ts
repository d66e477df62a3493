/**
 * Text that looks like a translation and is none, of the length a real one would have: for looking at
 * layouts before there is anything to read.
 *
 * Length: one Han character for every three letters of a Latin word, 0.7 Latin words for a Han character;
 * measured on articles in both languages, where an English word has 4.4 letters and takes 1.4 Han
 * characters.
 */
import type { Lang } from '../../core/model.ts';

const LETTERS_PER_HAN = 3;
const WORDS_PER_HAN = 0.7;

/** The Thousand Character Classic begins like this; no character comes twice. */
const HAN = [
  ...'天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜金生丽水玉出昆冈剑号巨阙珠称夜光果珍李柰菜重芥姜海咸河淡鳞潜羽翔',
];

/** Of the lengths that English words have, the short ones more often. */
const WORDS =
  'a of to in it the and for was not with that from tide harbour winter market people between morning station already several weather council'.split(
    ' ',
  );

const ACCENTS = new Map(
  Array.from(
    'aåAÅcçCÇdđDĐeéEÉgğGĞhħHĦiîIÎjĵJĴkķKĶlļLĻnñNÑoøOØrřRŘsšSŠtţTŢuûUÛwŵWŴyýYÝzžZŽ'.match(/../gu) ??
      [],
  ).map((pair) => [[...pair][0] ?? '', [...pair][1] ?? ''] as const),
);

const WIDE: Readonly<Record<string, string>> = {
  '.': '。',
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
};

const NARROW: Readonly<Record<string, string>> = {
  '。': '. ',
  '，': ', ',
  '、': ', ',
  '；': '; ',
  '：': ': ',
  '？': '? ',
  '！': '! ',
  '（': ' (',
  '）': ') ',
  '《': ' “',
  '》': '” ',
  '「': ' “',
  '」': '” ',
  '『': ' ‘',
  '』': '’ ',
};

/** FNV-1a: the same text has the same numbers everywhere. */
function hash(text: string): number {
  let value = 2166136261;
  for (const char of text) {
    value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 16777619) >>> 0;
  }
  return value;
}

function hanFor(word: string): string {
  const letters = word.match(/\p{L}/gu)?.length ?? 0;
  const start = hash(word.toLowerCase()) % HAN.length;
  const count = Math.max(1, Math.round(letters / LETTERS_PER_HAN));
  return Array.from({ length: count }, (_, index) => HAN[(start + index) % HAN.length]).join('');
}

function accented(word: string): string {
  return [...word].map((letter) => ACCENTS.get(letter) ?? letter).join('');
}

function wordsFor(run: string): string {
  const characters = [...run];
  const count = Math.max(1, Math.round(characters.length * WORDS_PER_HAN));
  const words = Array.from({ length: count }, (_, index) => {
    const own = characters.slice(
      Math.floor((index * characters.length) / count),
      Math.floor(((index + 1) * characters.length) / count),
    );
    return WORDS[hash(own.join('')) % WORDS.length] ?? '';
  });
  return ` ${accented(words.join(' '))} `;
}

function toChinese(text: string): string {
  return text
    .replace(/\p{Script=Latin}[\p{Script=Latin}\p{M}'’]*/gu, hanFor)
    .replace(/([.,;:?!])(?=\s|["”’)]|$)/g, (sign) => WIDE[sign] ?? sign)
    .replace(/(?<=[\p{Script=Han}，。；：？！])[ \t]+|[ \t]+(?=\p{Script=Han})/gu, '');
}

function toEnglish(text: string): string {
  return text
    .replace(/\p{Script=Han}+/gu, wordsFor)
    .replace(/[\u3001-\u300f\uff01-\uff1f]/g, (sign) => NARROW[sign] ?? sign);
}

/** What stays as it is: addresses, markup, the content of `<x>`, and escapes. */
const KEPT_PLAIN =
  /(?:https?|ftp):\/\/[^\s<>，。！？；：、（）《》「」]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu;
const KEPT_TAGGED = new RegExp(
  String.raw`<x id="\d+">[^<]*<\/x>|<[^>]*>|&(?:[a-z]+|#\w+);|${KEPT_PLAIN.source}`,
  'giu',
);

function tidyEnglish(text: string): string {
  return text
    .replace(/(<g [^>]*>)\s+/g, ' $1')
    .replace(/\s+(<\/g>)/g, '$1 ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:?!)”’])/g, '')
    .replace(/(?<=[(“‘]) /g, '')
    .trim()
    .replace(
      /(^|[.?!] )((?:<g [^>]*>)*)(\p{Ll})/gu,
      (_, before: string, tags: string, letter: string) => {
        return before + tags + letter.toUpperCase();
      },
    );
}

/**
 * A text's pseudo-translation: the same for the same text. Brackets show where it begins and ends, and
 * that it is none; numbers, addresses and tags are those of the source.
 * @param tagged the text is XML with `<g>` and `<x>`
 */
export function pseudoText(text: string, to: Lang, tagged: boolean): string {
  const change = to === 'zh' ? toChinese : toEnglish;
  let made = '';
  let at = 0;
  for (const match of text.matchAll(tagged ? KEPT_TAGGED : KEPT_PLAIN)) {
    made += change(text.slice(at, match.index)) + match[0];
    at = match.index + match[0].length;
  }
  made += change(text.slice(at));
  return to === 'zh' ? `［！！${made.trim()}！！］` : `[!! ${tidyEnglish(made)} !!]`;
}
