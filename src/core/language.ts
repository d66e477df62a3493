/** Which language a text is in, and whether there is anything in it to translate. */
import type { Lang } from './model.ts';

/** Addresses are not words. The bounds keep a long word from costing more than it should. */
const ADDRESS =
  /\b(?:https?|ftp|mailto):[^\s\p{Script=Han}，。！？；：、（）《》「」“”]+|\bwww\.[^\s\p{Script=Han}，。！？；：、（）《》「」“”]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}|^\s*[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}\/\S*\s*$/giu;
/** What every address holds; most texts hold none of it. */
const ADDRESS_SIGN = /[:@/]|www\./i;
/** Names and glosses in the other language stand in brackets and title marks. */
const ASIDE = /（[^（）]{0,200}）|\([^()]{0,200}\)|《[^《》]{0,200}》/gu;
const HAN = /\p{Script=Han}/gu;
const ANY_HAN = /\p{Script=Han}/u;
const ANY_LATIN = /\p{Script=Latin}/u;
const LATIN_WORD = /\p{Script=Latin}[\p{Script=Latin}\p{M}'’-]*/gu;
/** U+2139 and its like are letters by class and pictographs in use; Han radicals are symbols by class. */
const LETTER = /(?!\p{Extended_Pictographic})[\p{L}\p{Script=Han}]/u;

/**
 * What one of each weighs where a text mixes both: about 1.5 Han characters make a word, and a Latin
 * word with a capital is most often a name inside Chinese.
 */
const WEIGHT = { han: 0.7, word: 1, name: 0.3 };

/**
 * The language a text is mainly in; null when it holds neither Han characters nor words in Latin
 * letters (numbers, punctuation, an address only). Text in brackets counts only when there is no
 * other.
 */
export function detectLanguage(text: string): Lang | null {
  const plain = withoutAddresses(text);
  return languageOf(plain.replace(ASIDE, ' ')) ?? languageOf(plain);
}

/** A text with a space for each web and e-mail address. */
export function withoutAddresses(text: string): string {
  return ADDRESS_SIGN.test(text) ? text.replace(ADDRESS, ' ') : text;
}

function languageOf(text: string): Lang | null {
  const latin = ANY_LATIN.test(text);
  if (!ANY_HAN.test(text)) return latin ? 'en' : null;
  return latin ? heavierLanguage(text) : 'zh';
}

/** Of a text that holds both. */
function heavierLanguage(text: string): Lang {
  const han = text.match(HAN)?.length ?? 0;
  const words = text.match(LATIN_WORD) ?? [];
  const names = words.filter((word) => /\p{Lu}/u.test(word)).length;
  const english = names * WEIGHT.name + (words.length - names) * WEIGHT.word;
  return han * WEIGHT.han >= english ? 'zh' : 'en';
}

/** Why there is nothing to translate in a text: what it holds instead of words. */
export type Untranslatable = 'empty' | 'number' | 'url' | 'email' | 'symbols' | 'object';

/** The first that a text without words shows is its reason. U+FFFC is an image, code or raw HTML. */
const REASONS: readonly (readonly [Untranslatable, RegExp])[] = [
  ['empty', /^\s*$/u],
  ['url', /:\/\/|\bwww\./iu],
  ['email', /@/u],
  ['url', LETTER],
  ['object', /\uFFFC/u],
  ['number', /\p{N}/u],
];

/**
 * Why there is nothing to translate in a text, or null where there is: a letter or a Han character
 * outside web and e-mail addresses. Numbers, punctuation, symbols, emoji and inline objects (U+FFFC)
 * are nothing.
 */
export function whyUntranslatable(text: string): Untranslatable | null {
  if (LETTER.test(withoutAddresses(text))) return null;
  return REASONS.find(([, sign]) => sign.test(text))?.[0] ?? 'symbols';
}

/** Whether a text holds anything to translate. */
export function isTranslatable(text: string): boolean {
  return whyUntranslatable(text) === null;
}
