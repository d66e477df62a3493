/** Inflected forms of English words and expressions, made from rules and lists of exceptions. */
import {
  IRREGULAR_PLURALS,
  IRREGULAR_VERBS,
  MAN_IS_NO_MAN,
  NOUN_RATHER_THAN_VERB,
  PLURAL_IN_OES,
  PLURAL_IN_VES,
  SINGULAR_IN_S,
  UNCHANGED_PLURALS,
} from './en-irregular.ts';
import { HEAD_BEFORE, HEAD_FIRST_ADJECTIVES, NOT_INFLECTED, PARTICLES } from './en.ts';
import type { PartOfSpeech } from './model.ts';

/** Words of a form as it is written, what stands between them, and what it is. */
export interface Inflectable {
  readonly words: readonly string[];
  readonly gaps: readonly string[];
  readonly hyphenated: boolean;
  readonly pos: PartOfSpeech | undefined;
}

const VOWEL = /[aeiou]/;

/** An ending found for the word in small letters, put to the word as it is written. */
function like(word: string, changed: string): string {
  const capital = /^\p{Lu}/u.test(word);
  return capital ? changed.charAt(0).toUpperCase() + changed.slice(1) : changed;
}

/** -s as verbs and nouns take it. */
function withS(word: string): string {
  if (/(?:[sxz]|[cs]h)$/.test(word)) return `${word}es`;
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

function irregularPlurals(word: string): readonly string[] | undefined {
  const known = IRREGULAR_PLURALS.get(word);
  if (known !== undefined) return known;
  if (UNCHANGED_PLURALS.has(word) || /[a-z]{2}ese$/.test(word)) return [];
  if (/.man$/.test(word) && !MAN_IS_NO_MAN.has(word)) return [`${word.slice(0, -3)}men`];
  if (/.person$/.test(word)) return [`${word}s`, `${word.slice(0, -6)}people`];
  return undefined;
}

/** A plural does not get another; -ss, -us and -is are of singulars. */
function isPluralAlready(word: string): boolean {
  return /[^sui]s$/.test(word) && word.length > 3 && !SINGULAR_IN_S.has(word);
}

function regularPlurals(word: string): readonly string[] {
  if (isPluralAlready(word)) return [];
  if (PLURAL_IN_VES.has(word)) return [word.replace(/fe?$/, 'ves')];
  return PLURAL_IN_OES.has(word) ? [`${word}es`, `${word}s`] : [withS(word)];
}

/** Plurals of a noun: all that are in use, none for a word that has none. */
function pluralsOf(noun: string): readonly string[] {
  if (/^[\p{Lu}\p{Nd}]+$/u.test(noun)) return [`${noun}s`];
  const word = noun.toLowerCase();
  if (!/\p{Ll}$/u.test(word)) return [];
  const plurals = irregularPlurals(word) ?? regularPlurals(word);
  // Kennedys, Germanys: names keep their y.
  const names = /^\p{Lu}/u.test(noun) && /[^aeiou]y$/.test(word) ? [`${word}s`] : [];
  return [...plurals, ...names].map((plural) => like(noun, plural));
}

/** Stems that take -ed and -ing: with the last consonant doubled, where stress may ask for it both. */
function stems(word: string): readonly string[] {
  if (word.endsWith('c')) return [`${word}k`];
  if (!/[^aeiou][aeiou][^aeiouwxy]$|^[aeiou][^aeiouwxy]$|qu[aeiou][^aeiouwxy]$/.test(word)) {
    return [word];
  }
  const doubled = word + word.slice(-1);
  const beats = word.match(/[aeiouy]+/g)?.length ?? 0;
  return beats === 1 ? [doubled] : [word, doubled];
}

function pastsOf(word: string): readonly string[] {
  if (word.endsWith('e')) return [`${word}d`];
  if (/[^aeiou]y$/.test(word)) return [`${word.slice(0, -1)}ied`];
  return stems(word).map((stem) => `${stem}ed`);
}

function participlesOf(word: string): readonly string[] {
  if (word.endsWith('ie')) return [`${word.slice(0, -2)}ying`];
  if (/[^eoy]e$/.test(word) && VOWEL.test(word.slice(0, -1))) return [`${word.slice(0, -1)}ing`];
  return stems(word).map((stem) => `${stem}ing`);
}

/** Forms of a verb but the one given: -s, -ed, -ing or what is irregular. */
function verbFormsOf(verb: string): readonly string[] {
  const word = verb.toLowerCase();
  if (!/^[a-z]{2,}$/.test(word)) return [];
  const pasts = IRREGULAR_VERBS.get(word) ?? pastsOf(word);
  const third = /[^aeiou]o$/.test(word) ? `${word}es` : withS(word);
  const forms = word === 'be' ? [...pasts, 'being'] : [third, ...pasts, ...participlesOf(word)];
  return forms.filter((form) => form !== word).map((form) => like(verb, form));
}

/** Where the head of an expression may stand: last, or before "of" and its like. */
function nounHeads({ words }: Inflectable): readonly number[] {
  const last = words.length - 1;
  const preposition = words.findIndex((word, at) => at > 0 && HEAD_BEFORE.has(word.toLowerCase()));
  if (preposition > 0) return [preposition - 1, last];
  const end = (words[last] ?? '').toLowerCase();
  // Attorneys general and runners-up, but start-ups.
  const early = last > 0 && (HEAD_FIRST_ADJECTIVES.has(end) || PARTICLES.has(end));
  return early ? [last - 1, last] : [last];
}

/** "fact-check" changes its end, "carry out" and "impose sanctions" their beginning. */
function verbHead({ words, hyphenated }: Inflectable): number {
  const last = words.length - 1;
  const joined = hyphenated && words.length === 2 && !PARTICLES.has(words[last] ?? '');
  return joined ? last : 0;
}

/** All combinations of the words with those at `at` in each of `forms`. */
function replaced(
  words: readonly string[],
  at: number,
  forms: readonly string[],
): readonly (readonly string[])[] {
  return forms.map((form) => words.map((word, index) => (index === at ? form : word)));
}

function nounPatterns(source: Inflectable): readonly (readonly string[])[] {
  let all: readonly (readonly string[])[] = [source.words];
  for (const at of nounHeads(source)) {
    all = [...all, ...all.flatMap((words) => replaced(words, at, pluralsOf(words[at] ?? '')))];
  }
  return all.slice(1);
}

function verbPatterns(source: Inflectable): readonly (readonly string[])[] {
  const at = verbHead(source);
  return replaced(source.words, at, verbFormsOf(source.words[at] ?? ''));
}

/**
 * A single word in small letters of which nothing is said may be a verb as well ("sanction"); not
 * its irregular forms where the noun is the commoner word ("spring").
 */
function perhapsVerb(source: Inflectable): boolean {
  const [word = ''] = source.words;
  return source.words.length === 1 && /^[a-z]{3,}$/.test(word) && !NOUN_RATHER_THAN_VERB.has(word);
}

function patternsFor(source: Inflectable): readonly (readonly string[])[] {
  switch (source.pos) {
    case 'verb':
      return verbPatterns(source);
    case 'noun':
    case 'title':
      return nounPatterns(source);
    case undefined: {
      const nouns = nounPatterns(source);
      return perhapsVerb(source) ? [...nouns, ...verbPatterns(source)] : nouns;
    }
    default:
      return [];
  }
}

/**
 * The words of a form in its other inflections: plurals of nouns and titles, forms of verbs, both
 * for a single word in small letters without a part of speech. Names, adjectives and phrases stay
 * as they are; possessives are no matter of words.
 */
export function inflections(source: Inflectable): readonly (readonly string[])[] {
  const [first = ''] = source.words;
  const not = source.words.length === 1 ? NOT_INFLECTED.get(first.toLowerCase()) : undefined;
  const own = source.words.join(' ');
  const seen = new Set([own]);
  return patternsFor(source).filter((words) => {
    const spelled = words.join(' ');
    if (seen.has(spelled) || (not?.includes(spelled.toLowerCase()) ?? false)) return false;
    seen.add(spelled);
    return true;
  });
}
