/** Runs of one to four English words that may be terms: inside punctuation, no small word at an edge. */
import type { Candidate } from './candidate.ts';
import { EDGE_WORDS } from './edge-words-en.ts';

/** Words, small ones inside aside. */
const LONGEST = 4;
const LONGEST_WITH_SMALL = 6;
const WORD = /\p{Script=Latin}[\p{L}\p{M}\p{N}]*(?:[-&.'’][\p{L}\p{N}]+)*|\p{N}[\p{L}\p{N}.,]*/gu;
export const POSSESSIVE = /['’]s$/i;

export interface Word {
  readonly text: string;
  /** The same for all forms of a word. */
  readonly key: string;
  /** Begins a sentence, where a capital says nothing. */
  readonly first: boolean;
  /** More than a space stands before it: no term goes across. */
  readonly breaks: boolean;
}

/** Words that are the same but for capitals, number and the form of an apostrophe have one key. */
function keyOf(text: string): string {
  return singular(text.toLowerCase().replaceAll('’', "'"));
}

function singular(word: string): string {
  if (word.length <= 3 || !/[^su'i]s$/.test(word)) return word;
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}

/** The words of a text, in order. */
export function wordsOf(text: string): Word[] {
  let end = 0;
  return [...text.matchAll(WORD)].map((match): Word => {
    const between = text.slice(end, match.index);
    const word = match[0];
    const breaks = end === 0 || !/^\s$/.test(between);
    const first = end === 0 || /[.!?:“"”]/.test(between);
    end = match.index + word.length;
    return { text: word, key: keyOf(word), first, breaks };
  });
}

interface Gram {
  readonly pairs: number[];
  readonly words: number;
  /** How it is written, how often; where a sentence begins counts far less. */
  readonly forms: Map<string, number>;
}

function isSmall({ text }: Word): boolean {
  return EDGE_WORDS.has(text.toLowerCase()) || !/\p{L}/u.test(text) || text.length < 2;
}

/** "19th" begins many a name and is none. */
function mayEnd(word: Word): boolean {
  return !isSmall(word) && /^\p{L}/u.test(word.text);
}

/** Without the possessive, which belongs to what follows: "the harbour's" is the harbour. */
function withoutPossessive(word: Word): Word {
  const text = word.text.replace(POSSESSIVE, '');
  return text === word.text ? word : { ...word, text, key: keyOf(text) };
}

function addGram(grams: Map<string, Gram>, words: readonly Word[], pair: number): void {
  const key = words.map((word) => word.key).join(' ');
  const gram: Gram = grams.get(key) ?? { pairs: [], words: words.length, forms: new Map() };
  grams.set(key, gram);
  if (gram.pairs.at(-1) !== pair) gram.pairs.push(pair);
  const form = words.map((word) => word.text).join(' ');
  const weight = words[0]?.first === true ? 0.01 : 1;
  gram.forms.set(form, (gram.forms.get(form) ?? 0) + weight);
}

/** Runs that begin with the first of these words. */
function addRuns(grams: Map<string, Gram>, words: readonly Word[], pair: number): void {
  const run: Word[] = [];
  let large = 0;
  for (const word of words) {
    if (run.length > 0 && word.breaks) return;
    large += isSmall(word) ? 0 : 1;
    if (large > LONGEST) return;
    if (mayEnd(word)) addGram(grams, [...run, withoutPossessive(word)], pair);
    run.push(word);
  }
}

function addText(grams: Map<string, Gram>, text: string, pair: number): void {
  const words = wordsOf(text);
  for (const [from, word] of words.entries()) {
    if (!isSmall(word)) addRuns(grams, words.slice(from, from + LONGEST_WITH_SMALL), pair);
  }
}

/** A singular that is in use is what a term base holds, however often the plural is met. */
const IN_USE = 0.2;

/** The usual way to write it. */
function usualForm(forms: ReadonlyMap<string, number>): string {
  const sorted = [...forms].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const all = sorted.reduce((sum, [, weight]) => sum + weight, 0);
  const [usual = ''] = sorted[0] ?? [];
  const one = sorted.find(([form, weight]) => weight >= all * IN_USE && `${form}s` === usual);
  return one?.[0] ?? usual;
}

/** Every word but small ones begins with a capital. */
function isCapitalised(text: string): boolean {
  return text
    .split(' ')
    .every((word) => /^\P{Ll}/u.test(word) || EDGE_WORDS.has(word.toLowerCase()));
}

/** Runs of one to four words that stand in `minimum` pairs or more. */
export function englishCandidates(texts: readonly string[], minimum: number): Candidate[] {
  const grams = new Map<string, Gram>();
  for (const [pair, text] of texts.entries()) addText(grams, text, pair);
  return [...grams.values()]
    .filter(({ pairs }) => pairs.length >= minimum)
    .map(({ pairs, words, forms }) => {
      const text = usualForm(forms);
      return { text, pairs, words, isName: isCapitalised(text) };
    });
}
