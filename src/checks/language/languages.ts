/** Whether the two texts of a pair are in the languages they should be in. */
import { detectLanguage, isTranslatable } from '../../core/language.ts';
import { otherLang, type Lang } from '../../core/model.ts';
import { keepSpans } from '../../terms/hints.ts';
import type { PairView } from '../check.ts';
import { once } from '../once.ts';
import { ENGLISH_WORDS, FOREIGN_WORDS } from './common-words.ts';
import { ANY_OTHER, latinWords, scriptsOf } from './scripts.ts';

/** Blocks, which are faster to look for than scripts. */
const ANY_HAN = /[\u3400-\u9fff\uf900-\ufaff\ud840-\ud87f]/;
/** More Han in a row than stands in a text that is not translated. */
const HAN_RUN = /[\u3400-\u9fff]{12}/;
const ANY_LATIN = /[A-Za-zÀ-ſ]/;

/** Of a text's letters; a text that holds more of the source's script is not translated. */
const UNTRANSLATED = 0.8;
/** A Han character says at least as much as two letters. */
const LETTERS_OF_HAN = 2;
/** Of the letters of Chinese and Japanese; names of brands hold fewer. */
const JAPANESE = 0.2;
/** A name is hardly ever longer, in words. */
const LONGEST_NAME = 4;

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{P}\p{S}\s]/gu, '')
    .toLowerCase();
}

function isPlainWord(word: string): boolean {
  return ENGLISH_WORDS.has(word.toLowerCase());
}

/** Words that are no name: lower case from first to last, or known. */
function plainWords(text: string): number {
  return latinWords(text).filter((word) => !/\p{Lu}/u.test(word) || isPlainWord(word)).length;
}

/** The text without what the term base keeps as it is. */
function withoutKept({ setting, day }: PairView, text: string, lang: Lang): string {
  let rest = text;
  for (const { from, to } of keepSpans(setting.matcher, text, lang, day).toReversed()) {
    rest = `${rest.slice(0, from)} ${rest.slice(to)}`;
  }
  return rest;
}

/** Whether a text may be the same in both languages: the name of a product, a firm, a unit. */
function mayStay(text: string): boolean {
  const words = latinWords(text).length;
  // No name ends in a full stop; one of a single word may end in another mark: Yahoo!
  const isSentence = words > 1 ? /\p{Ll}{2}[.!?]["”’]?\s*$/u : /\p{Ll}{2}\.["”’]?\s*$/u;
  return words <= LONGEST_NAME && !isSentence.test(text) && plainWords(text) === 0;
}

/** Markup that stands in a text as text. */
const MARKUP = /<\/?[a-z][^<>]{0,200}>/gi;

function isCopied(view: PairView, target: Lang): boolean {
  if (ANY_HAN.test(view.zh) !== ANY_HAN.test(view.en)) return false;
  if (folded(view.zh) !== folded(view.en)) return false;
  const rest = withoutKept(view, view[target].replace(MARKUP, ' '), target);
  if (!isTranslatable(rest)) return false;
  return ANY_HAN.test(rest) || (latinWords(rest).length > 0 && !mayStay(rest));
}

/** A Chinese text of hardly anything but Latin words that are no names. */
function isEnglish(text: string): boolean {
  if (HAN_RUN.test(text)) return false;
  const { han, latin } = scriptsOf(text);
  if (latin === 0 || latin < UNTRANSLATED * (latin + han * LETTERS_OF_HAN)) return false;
  const plain = plainWords(text);
  return plain >= 3 || plain * 3 >= Math.max(1, latinWords(text).length + han);
}

/** The share of Han in a text that holds some. */
function shareOfHan(text: string): number {
  const { han, latin } = scriptsOf(text);
  const letters = han * LETTERS_OF_HAN;
  return letters / Math.max(1, letters + latin);
}

function isOfSource(view: PairView): boolean {
  const { source, zh, en } = view;
  if (source === 'zh')
    return ANY_HAN.test(en) && shareOfHan(withoutKept(view, en, 'en')) >= UNTRANSLATED;
  return ANY_LATIN.test(zh) && isEnglish(zh) && isEnglish(withoutKept(view, zh, 'zh'));
}

/** Whether the target has been left as the source is. */
export const isUntranslated = once((view): boolean => {
  return isCopied(view, otherLang(view.source)) || isOfSource(view);
});

/** What most English sentences hold, and none of the others' does. */
const SURELY_ENGLISH = /\b(?:the|of|and|said|was|with|that|for|is|are|has)\b/iu;

/** A sentence in Latin letters that are not English. */
function isOtherLatin(text: string): boolean {
  if (SURELY_ENGLISH.test(text)) return false;
  const all = latinWords(text).map((word) => word.toLowerCase());
  if (all.length < 4) return false;
  const foreign = all.filter((word) => FOREIGN_WORDS.has(word)).length;
  if (foreign < 2 || foreign * 5 < all.length) return false;
  return all.filter((word) => ENGLISH_WORDS.has(word)).length * 3 < foreign;
}

function isMainlyChinese(text: string): boolean {
  return detectLanguage(text) === 'zh' && shareOfHan(text) > 0.5;
}

const LOOKS: Readonly<Record<Lang, (text: string) => boolean>> = {
  zh: (text) =>
    ANY_LATIN.test(text) &&
    detectLanguage(text) === 'en' &&
    (isEnglish(text) || isOtherLatin(text)),
  en: (text) => (ANY_HAN.test(text) && isMainlyChinese(text)) || isOtherLatin(text),
};

const TITLES = /《[^《》]{0,200}》|（[^（）]{0,200}）|\([^()]{0,200}\)/gu;

/** Japanese, Russian, Arabic … */
function isElsewhere(text: string, lang: Lang): boolean {
  if (!ANY_OTHER.test(text)) return false;
  const { han, latin, kana, other } = scriptsOf(text.replace(TITLES, ' '));
  if (kana + other > han + latin) return true;
  return lang === 'zh' && kana > 2 && kana >= JAPANESE * (kana + han);
}

function isWrong(text: string, lang: Lang): boolean {
  return isElsewhere(text, lang) || LOOKS[lang](text);
}

/** So many Latin words are a sentence, or a headline in capitals, unless the English has them too. */
const LATIN_SENTENCE = 4;

/** A Chinese side of Latin words alone, most of which are no names that the English side holds too. */
function isAllLatin({ zh, en }: PairView): boolean {
  if (ANY_HAN.test(zh) || !ANY_LATIN.test(zh)) return false;
  const words = latinWords(zh).map((word) => word.toLowerCase());
  if (words.length < LATIN_SENTENCE) return false;
  const known = new Set(latinWords(en).map((word) => word.toLowerCase()));
  return words.filter((word) => known.has(word)).length * 2 < words.length;
}

/** The sides that are in another language than they should be. */
export const wrongSides = once((view): readonly Lang[] => {
  const sides: readonly Lang[] = [view.source, otherLang(view.source)];
  if (isUntranslated(view)) return [];
  return sides.filter((lang) => isWrong(view[lang], lang) || (lang === 'zh' && isAllLatin(view)));
});
