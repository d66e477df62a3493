/** How a text is made wrong: one span of it replaced. */
import { otherLang, type Lang } from '../../core/model.ts';
import type { Term } from '../../terms/model.ts';
import type { Random } from './random.ts';

export interface Edit {
  /** UTF-16 offsets into the text. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

interface PairTexts {
  readonly zh: string;
  readonly en: string;
}

/** A person or a place by its names in both languages. */
export interface Name extends PairTexts {
  /** Chinese people, people with a `·` in their Chinese name, places. */
  readonly kind: 'han' | 'foreign' | 'place';
}

/** What wrong names, terms and languages are taken from. */
export interface Pool {
  readonly pairs: readonly PairTexts[];
  readonly names: readonly Name[];
  readonly namesOf: (pair: PairTexts) => readonly Name[];
  readonly terms: readonly Term[];
}

export interface Subject {
  readonly pair: PairTexts;
  /** The side that is made wrong. */
  readonly lang: Lang;
  readonly text: string;
  readonly other: string;
  readonly random: Random;
  readonly pool: Pool;
}

/** The ways in which a text can be made wrong; one of them is taken. */
export type ErrorMaker = (subject: Subject) => readonly Edit[];

export function subjectOf(pair: PairTexts, lang: Lang, random: Random, pool: Pool): Subject {
  return { pair, lang, text: pair[lang], other: pair[otherLang(lang)], random, pool };
}

/** Numbers and words inside of addresses and marks are none of the text's. */
const APART =
  /https?:\/\/[^\s\p{Script=Han}]+|www\.[^\s\p{Script=Han}]+|[\w.+-]{1,64}@[\w.-]{1,64}|\{\{[^{}]{0,80}\}\}|<\/?\d+\/?>/gu;

function apartIn(text: string): readonly (readonly [number, number])[] {
  if (!/[:@{<]|www\./.test(text)) return [];
  return [...text.matchAll(APART)].map((found) => [found.index, found.index + found[0].length]);
}

/**
 * An edit for each match of a pattern and each thing that may stand in its place.
 * @param pattern global
 */
export function replacing(
  text: string,
  pattern: RegExp,
  by: (match: RegExpExecArray) => readonly string[],
): Edit[] {
  const apart = apartIn(text);
  const edits: Edit[] = [];
  for (const match of text.matchAll(pattern)) {
    const [from, to] = [match.index, match.index + match[0].length];
    if (apart.some(([start, end]) => from < end && start < to)) continue;
    for (const other of by(match)) edits.push({ from, to, text: other });
  }
  return edits;
}

/** What may stand in the place of each match of a pattern. `$1` is the first group. */
export type Swap = readonly [pattern: RegExp, ...others: string[]];

export function swapping(text: string, swaps: readonly Swap[]): Edit[] {
  return swaps.flatMap(([pattern, ...others]) =>
    replacing(text, pattern, (match) => others.map((other) => other.replace('$1', match[1] ?? ''))),
  );
}

/** Every occurrence of a string as [from, to]. */
export function placesOf(text: string, wanted: string): (readonly [number, number])[] {
  const places: (readonly [number, number])[] = [];
  if (wanted === '') return places;
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
    places.push([at, at + wanted.length]);
  }
  return places;
}
