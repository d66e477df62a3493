/**
 * How alike two texts are, 0 to 1. What is compared are the units that a language is made of:
 * characters and their pairs in Chinese, words and their pairs in English; numbers and names weigh
 * more, since a sentence that has lost its numbers and names is another sentence.
 */
import type { Lang } from '../model.ts';

/** NFKC without white space and tags: the form in which segments are matched, never stored. */
export function matchForm(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/<\/?\d{1,4}\/?>/g, '')
    .replace(/\s+/g, '');
}

/** A text as a weighted multiset of its units and of their pairs. */
export interface Comparable {
  readonly lang: Lang;
  readonly weights: ReadonlyMap<string, number>;
  readonly total: number;
}

/** A run of digits, a word of Latin (or another alphabet's) letters, or one character of Han. */
const UNIT = /\d+(?:[.,]\d+)*|\p{Script=Han}|[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;

const WEIGHT = { number: 1.5, name: 2, plain: 1, pair: 1 };
/** Stands for any number: a sentence whose figure was corrected is still that sentence. */
const ANY_NUMBER = '#';

/** Words that say little about which sentence it is. */
const COMMON: ReadonlySet<string> = new Set(
  'a an the of to in on at by for with and or but as is are was were be been it its he she they his her their that this from has have had will would said not'.split(
    ' ',
  ),
);
const COMMON_WEIGHT = 0.3;

function weightOf(unit: string, first: boolean): number {
  if (/^\d/.test(unit)) return WEIGHT.number;
  if (/^\p{Lu}/u.test(unit) && !first) return WEIGHT.name;
  return COMMON.has(unit.toLowerCase()) ? COMMON_WEIGHT : WEIGHT.plain;
}

/** Prepares a text for comparison. */
export function comparable(text: string, lang: Lang): Comparable {
  const weights = new Map<string, number>();
  let total = 0;
  const add = (unit: string, weight: number): void => {
    weights.set(unit, (weights.get(unit) ?? 0) + weight);
    total += weight;
  };
  let before = '';
  const plain = text.normalize('NFKC').replace(/<\/?\d{1,4}\/?>/g, '');
  for (const [unit] of plain.matchAll(UNIT)) {
    const word = unit.toLowerCase();
    const place = /^\d/.test(unit) ? ANY_NUMBER : word;
    add(word, weightOf(unit, before === ''));
    if (place === ANY_NUMBER) add(ANY_NUMBER, WEIGHT.plain);
    if (before !== '') add(`${before} ${place}`, WEIGHT.pair);
    before = place;
  }
  return { lang, weights, total };
}

function shared(a: Comparable, b: Comparable): number {
  const [small, large] = a.weights.size <= b.weights.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [unit, weight] of small.weights) {
    sum += Math.min(weight, large.weights.get(unit) ?? 0);
  }
  return sum;
}

/** Dice's coefficient of the weighted multisets, 0 across languages. */
export function similarity(a: Comparable, b: Comparable): number {
  const all = a.total + b.total;
  return a.lang !== b.lang || all === 0 ? 0 : (2 * shared(a, b)) / all;
}

/** Two texts that follow one another, as one. The pair at the seam is left out. */
export function joined(texts: readonly Comparable[]): Comparable {
  const weights = new Map<string, number>();
  let total = 0;
  for (const text of texts) {
    for (const [unit, weight] of text.weights) weights.set(unit, (weights.get(unit) ?? 0) + weight);
    total += text.total;
  }
  return { lang: texts[0]?.lang ?? 'zh', weights, total };
}
