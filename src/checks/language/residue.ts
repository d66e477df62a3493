/** Words of the other language that were left in a text. */
import { withoutAddresses } from '../../core/language.ts';
import type { Span } from '../../core/model.ts';
import { ENGLISH_WORDS } from './common-words.ts';

/** U+4E28 is a stroke by class, and a bar in use. */
const HAN = /[\u3400-\u4e27\u4e29-\u9fff]/;
const HAN_RUN = /(?!丨)\p{Script=Han}(?:[\p{Script=Han}·，、。]{0,200}\p{Script=Han})?/gu;
/** Glosses and titles stand in brackets; what is spoken about, behind its name in marks. */
const BRACKETED =
  /\([^()]{0,200}\)|（[^（）]{0,200}）|\[[^[\]]{0,200}\]|【[^【】]{0,200}】|《[^《》]{0,200}》/gu;
const SPOKEN_ABOUT =
  /\b(?:characters?|words?|term|phrase|slogan|written|reading|called|in Chinese|pinyin|meaning|means)[:,]?\s{1,2}["“'‘「]?\p{Script=Han}{1,20}["”'’」]?/giu;

/** The same length, so that places stay. */
function blank(text: string): string {
  return ' '.repeat(text.length);
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({
    from: index,
    to: index + length,
  }));
}

/** Chinese that stands in an English text without brackets. */
export function chineseIn(text: string): readonly Span[] {
  if (!HAN.test(text)) return [];
  return spansOf(text.replace(BRACKETED, blank).replace(SPOKEN_ABOUT, blank), HAN_RUN);
}

/** Runs of Latin words, with what may stand between two of them. */
const LATIN_RUN =
  /\p{Script=Latin}[\p{Script=Latin}\p{M}\p{N}'’-]*(?:[,;:]?[ \u00a0]["“‘]?\p{Script=Latin}[\p{Script=Latin}\p{M}\p{N}'’-]*){0,200}/gu;
/** No word of a sentence is without. */
const LATIN_SOME = /(?<![A-Za-z])[a-z]{2}/;
/** Words that stand in lower case inside names. */
const NAME_LINKS =
  /^(?:of|the|and|for|in|on|at|to|de|la|le|les|du|des|van|von|der|den|di|da|dos|el|al|bin|y|et|und|a|an|with|from|by|or)$/u;

/** Words that stand in names and brands in lower case too. */
const IN_NAMES =
  /^(?:[a-z]|go|may|no|in|on|new|live|vs|man|men|day|as|my|me|call|all|one|not|show|hit|old|own|time|world|people|city|today|women|woman|first|last|next|set|more|most|each|other|too|very|only|just|same)$/u;

function isPlain(word: string): boolean {
  return !/[\p{Lu}\p{N}]/u.test(word);
}

function isSentenceWord(word: string): boolean {
  return ENGLISH_WORDS.has(word) && !NAME_LINKS.test(word) && !IN_NAMES.test(word);
}

/** Three words in a row of which two are in no name; or any with a word that only sentences have. */
function isResidue(run: string): boolean {
  const words = run.split(/[,;:]?[ \u00a0]["“‘]?/u);
  if (words.some(isSentenceWord)) return true;
  const plain = words.filter((word) => isPlain(word) && !NAME_LINKS.test(word));
  return words.length >= 3 && plain.length >= 2 && plain.length * 2 >= words.length;
}

/** English that stands in a Chinese text without brackets, and is no name. */
export function englishIn(text: string): readonly Span[] {
  if (!LATIN_SOME.test(text)) return [];
  const words = withoutPlaces(text);
  return spansOf(words, LATIN_RUN).filter(({ from, to }) => isResidue(words.slice(from, to)));
}

const ADDRESS_LIKE =
  /[\w.+-]{0,64}@[\w.-]{1,200}|\b[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}|\b(?:https?:\/\/|www\.)[\w./?&=%#~:+-]{1,500}|[@#][\w.-]{1,100}/gu;

function withoutPlaces(text: string): string {
  const isAddressed = withoutAddresses(text) !== text || /[@#]|\w\.\w/u.test(text);
  const rest = isAddressed ? text.replace(ADDRESS_LIKE, blank) : text;
  return rest.replace(BRACKETED, blank);
}
