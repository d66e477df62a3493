/** What the dictionary says of the word under the caret. */
import type { Lang, Span } from '../core/model.ts';
import { entriesOf, type Dictionary } from './dictionary.ts';
import { entriesInEnglish } from './english.ts';
import type { Entry } from './entry.ts';
import { tonedPinyin } from './pinyin.ts';

export interface LookedUp {
  readonly simplified: string;
  readonly traditional: string;
  /** With tone marks. */
  readonly pinyin: string;
  readonly senses: readonly string[];
  /** The word that was met, in the text that was asked about; UTF-16 units. */
  readonly span: Span;
}

/** Entries that one look-up answers with at most. */
const LIMIT = 24;
const HAN = /\p{Script=Han}/u;
const ENGLISH_WORD = /[\p{Script=Latin}\p{M}]+(?:['’][\p{Script=Latin}]+)*/gu;
/** Words of the longest English phrase that is tried. */
const LONGEST_PHRASE = 3;

function lookedUp({ simplified, traditional, numbered, senses }: Entry, span: Span): LookedUp {
  return { simplified, traditional, pinyin: tonedPinyin(numbered), senses, span };
}

/** Starts and ends of characters around a place, and the character that the caret is on (or, at an end, behind). */
function caretAt(text: string, offset: number): number | null {
  const on = Math.min(Math.max(0, offset), text.length);
  if (HAN.test(characterAt(text, on))) return startOf(text, on);
  return on > 0 && HAN.test(characterAt(text, on - 1)) ? startOf(text, on - 1) : null;
}

function startOf(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(startOf(text, at)) ?? 32);
}

/** Every span of at most so many units that holds the character at `caret`, the longest first, then the earliest. */
function spansAround(text: string, caret: number, longest: number): readonly Span[] {
  const end = caret + characterAt(text, caret).length;
  const spans: Span[] = [];
  for (let from = Math.max(0, end - longest); from <= caret; from += 1) {
    for (let to = end; to <= Math.min(text.length, from + longest); to += 1)
      spans.push({ from, to });
  }
  return spans.sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
}

function lookUpChinese(dictionary: Dictionary, text: string, offset: number): readonly LookedUp[] {
  const caret = caretAt(text, offset);
  if (caret === null) return [];
  return spansAround(text, caret, dictionary.longest)
    .flatMap((span) =>
      entriesOf(dictionary, text.slice(span.from, span.to)).map((entry) => lookedUp(entry, span)),
    )
    .slice(0, LIMIT);
}

/** A word as a dictionary may have it: without the endings of grammar. */
function stems(word: string): readonly string[] {
  const forms = [
    word,
    word.replace(/['’]s$/u, ''),
    word.replace(/ies$/u, 'y'),
    word.replace(/(?:es|ed|ing)$/u, ''),
    word.replace(/s$/u, ''),
    word.replace(/(?:d|ing)$/u, word.endsWith('ing') ? 'e' : ''),
    word.replace(/(\p{L})\1(?:ed|ing)$/u, '$1'),
  ];
  return [...new Set(forms)].filter((form) => form.length > 1);
}

interface Phrase {
  readonly words: readonly string[];
  readonly span: Span;
}

/** Phrases of up to three words that hold the word under the caret, the longest first. */
function phrasesAround(text: string, offset: number): readonly Phrase[] {
  const words = [...text.matchAll(ENGLISH_WORD)].map(({ 0: word, index }) => {
    return { word: word.toLowerCase(), from: index, to: index + word.length };
  });
  const caret = words.findIndex(({ from, to }) => from <= offset && offset <= to);
  if (caret === -1) return [];
  const phrases: Phrase[] = [];
  for (let length = LONGEST_PHRASE; length > 0; length -= 1) {
    for (let start = Math.max(0, caret - length + 1); start <= caret; start += 1) {
      const part = words.slice(start, start + length);
      const [first, last] = [part[0], part.at(-1)];
      if (part.length < length || first === undefined || last === undefined) continue;
      phrases.push({
        words: part.map(({ word }) => word),
        span: { from: first.from, to: last.to },
      });
    }
  }
  return phrases;
}

function lookUpPhrase(dictionary: Dictionary, { words, span }: Phrase): readonly LookedUp[] {
  const last = words.at(-1) ?? '';
  for (const stem of stems(last)) {
    const phrase = [...words.slice(0, -1), stem].join(' ');
    const entries = entriesInEnglish(dictionary, phrase, LIMIT);
    if (entries.length > 0) return entries.map((entry) => lookedUp(entry, span));
  }
  return [];
}

function lookUpEnglish(dictionary: Dictionary, text: string, offset: number): readonly LookedUp[] {
  const found = phrasesAround(text, offset).flatMap((phrase) => lookUpPhrase(dictionary, phrase));
  return found.slice(0, LIMIT);
}

/**
 * What the dictionary says of the word at an offset (UTF-16) of a plain text: entries of the longest word around
 * the caret first, then of shorter ones. In Chinese by headword, in either script; in English by the senses, a
 * phrase before its words. Nothing where the caret is on no word of the language.
 */
export function lookUp(
  dictionary: Dictionary,
  text: string,
  offset: number,
  lang: Lang = 'zh',
): readonly LookedUp[] {
  // A Latin word in Chinese text is looked up as one, and a Chinese word in English.
  const other = lang === 'zh' ? lookUpEnglish : lookUpChinese;
  const own = lang === 'zh' ? lookUpChinese : lookUpEnglish;
  const found = own(dictionary, text, offset);
  return found.length > 0 ? found : other(dictionary, text, offset);
}
