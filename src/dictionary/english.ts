/** From English to Chinese: a table of the words that the senses of a dictionary hold, made when it is first asked. */
import { entryAt, type Dictionary } from './dictionary.ts';
import type { Entry } from './entry.ts';
import { hashText, WordTable } from './word-table.ts';

/** Words of the senses, about, for each entry. */
const WORDS_AN_ENTRY = 6;

const tables = new WeakMap<Dictionary, WordTable>();

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code > 191;
}

/** Adds every word between two places, without case, once a line. */
function addWords(table: WordTable, lower: string, place: number): void {
  const met = new Set<number>();
  let at = 0;
  while (at < lower.length) {
    while (at < lower.length && !isLetter(lower.charCodeAt(at))) at += 1;
    const from = at;
    while (at < lower.length && isLetter(lower.charCodeAt(at))) at += 1;
    const hash = hashText(lower, from, at);
    if (at > from && !met.has(hash)) {
      met.add(hash);
      table.add(hash, place);
    }
  }
}

function tableOf(dictionary: Dictionary): WordTable {
  const known = tables.get(dictionary);
  if (known !== undefined) return known;
  const { text, entries } = dictionary;
  const table = new WordTable(entries * WORDS_AN_ENTRY);
  let place = 0;
  while (place < text.length) {
    const end = text.indexOf('\n', place);
    const senses = text.indexOf('/', place);
    if (senses !== -1 && senses < end && text.charAt(place) !== '#') {
      addWords(table, text.slice(senses, end).toLowerCase(), place);
    }
    place = end === -1 ? text.length : end + 1;
  }
  tables.set(dictionary, table);
  return table;
}

/** Asides and the articles and `to` that senses begin with say nothing about the word. */
function bare(sense: string): string {
  return sense
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]/gu, ' ')
    .replace(/^\s*(?:to|a|an|the)\s+/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** 0 is the word itself; the further, the less the sense is about it. Infinity where it does not stand. */
function distance(sense: string, phrase: string): number {
  const text = bare(sense);
  if (text === phrase) return 0;
  const at = ` ${text.replace(/[^\p{L}\p{N}'-]+/gu, ' ')} `.indexOf(` ${phrase} `);
  if (at === -1) return Infinity;
  return 1 + at + (text.length - phrase.length) / 100;
}

function rank({ senses }: Entry, phrase: string): number {
  return Math.min(...senses.map((sense, at) => distance(sense, phrase) + at / 10));
}

/** A word that stands in more lines than this says little inside a longer sense. */
const MANY = 2000;

/** Of the lines of a very common word those with a sense that begins with it. */
function narrowed(
  { text }: Dictionary,
  places: readonly number[],
  phrase: string,
): readonly number[] {
  if (places.length <= MANY) return places;
  const starts = [`/${phrase}/`, `/to ${phrase}/`, `/${phrase} (`, `/${phrase},`, `/${phrase};`];
  return places.filter((place) => {
    const line = text.slice(place, text.indexOf('\n', place)).toLowerCase();
    return starts.some((start) => line.includes(start));
  });
}

/** The word of a phrase that stands in the fewest lines. */
function placesOf(dictionary: Dictionary, phrase: string): readonly number[] {
  const table = tableOf(dictionary);
  const lists = phrase.split(' ').map((word) => table.find(hashText(word, 0, word.length)));
  const [shortest = []] = lists.sort((a, b) => a.length - b.length);
  return narrowed(dictionary, shortest, phrase);
}

/** Entries that hold a word or phrase (lower case) in a sense, the nearest first. */
export function entriesInEnglish(
  dictionary: Dictionary,
  phrase: string,
  limit: number,
): readonly Entry[] {
  return [...new Set(placesOf(dictionary, phrase))]
    .flatMap((place) => {
      const entry = entryAt(dictionary, place);
      if (entry === null) return [];
      const at = rank(entry, phrase);
      return Number.isFinite(at) ? [{ entry, at, place }] : [];
    })
    .sort(
      (a, b) =>
        a.at - b.at || a.entry.simplified.length - b.entry.simplified.length || a.place - b.place,
    )
    .slice(0, limit)
    .map(({ entry }) => entry);
}
