/**
 * How a source text changed since its pair was approved. What is doubtful counts as graver: a change of
 * fact must never pass for a cosmetic one.
 */
import { editDistance } from '../nearest.ts';
import type { Lang } from '../model.ts';
import { comparable, similarity } from '../reconcile/similarity.ts';
import { canonicalText, plainText } from '../tags.ts';
import { en } from './en.ts';
import type { FactWords } from './language.ts';
import { zh } from './zh.ts';

/**
 * `cosmetic`: signs, spacing, a typo · `factual`: a number, date, name, negation or quotation ·
 * `wording`: other words · `rewrite`: another sentence.
 */
export type ChangeClass = 'cosmetic' | 'wording' | 'factual' | 'rewrite';

const LANGUAGES: Readonly<Record<Lang, FactWords>> = { zh, en };

/** Below this the two texts have little more in common than their subject. */
const SAME_SENTENCE = 0.45;

/** Signs that may be written in several ways without meaning anything else. */
const SAME_SIGNS: readonly (readonly [RegExp, string])[] = [
  [/[“”„‟「」『』＂]/gu, '"'],
  [/[‘’‚‛＇]/gu, "'"],
  [/[—–―‒-]+/gu, '-'],
  [/…+|\.{3,}|。{3,}/gu, '…'],
  [/[·・•‧]/gu, '·'],
];

/** One form for all ways to write the same signs; numbers keep their points and commas. */
function foldSigns(text: string): string {
  let folded = text.normalize('NFKC');
  for (const [pattern, sign] of SAME_SIGNS) folded = folded.replace(pattern, sign);
  // A comma between digits groups them; a point between them does not.
  return folded
    .replace(/(?<=\d),(?=\d{3}(?!\d))/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

function numbersOf(text: string): string[] {
  return text.match(/[+±−-]?\d+(?:[.:/]\d+)*\s?[%‰°]?/gu)?.map((n) => n.replace(/\s/g, '')) ?? [];
}

/** What is said between quotation marks, and how often marks stand at all. */
function quotationsOf(text: string): string[] {
  const marks = text.match(/["]/gu)?.length ?? 0;
  const quoted = [...text.matchAll(/"([^"]*)"/gu)].map((match) =>
    (match[1] ?? '').replace(/[\p{P}\s]/gu, '').toLowerCase(),
  );
  return [String(marks), ...quoted];
}

function found(text: string, pattern: RegExp): string[] {
  return text.match(pattern)?.map((word) => word.toLowerCase()) ?? [];
}

/** Everything in a text that a reader could be misled by. In order: an exchange of two is a change. */
function factsOf(text: string, words: FactWords): string {
  const folded = foldSigns(text);
  return JSON.stringify([
    numbersOf(folded),
    found(folded, words.numberWord),
    found(folded, words.negation),
    folded.match(words.name) ?? [],
    quotationsOf(folded),
  ]);
}

/** The text without what is only form; words and facts are left. */
function wordsOnly(text: string): string {
  return foldSigns(text)
    .replace(/(?<!\d)[,.:](?!\d)|[;，；：、。"'·()[\]-]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

function isSlip(before: string, after: string, { slips }: FactWords): boolean {
  return slips.some(([a, b]) => {
    const one = before.replaceAll(a, b);
    return one === after.replaceAll(a, b);
  });
}

/** One letter lost, doubled, added or swapped inside a long word: the first letter stays. */
function isTypo(before: string, after: string): boolean {
  const long = Math.min(before.length, after.length) >= 5;
  const letters = /^\p{Ll}+$/u;
  if (!long || before[0] !== after[0] || !letters.test(before) || !letters.test(after))
    return false;
  // An ending (-s, -ed, -ing) is grammar, not a slip.
  const [short = '', longer = ''] = [before, after].sort((a, b) => a.length - b.length);
  return !longer.startsWith(short) && editDistance(before, after) === 1;
}

function onlyTypos(before: string, after: string, words: FactWords): boolean {
  if (!words.typos) return false;
  const [a, b] = [before.split(' '), after.split(' ')];
  const differing = a.flatMap((word, index) => (word === b[index] ? [] : [index]));
  if (a.length !== b.length || differing.length > 1) return false;
  return differing.every((index) => isTypo(a[index] ?? '', b[index] ?? ''));
}

function isCosmetic(before: string, after: string, words: FactWords): boolean {
  const [a, b] = [wordsOnly(before), wordsOnly(after)];
  const space = /(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu;
  const [x, y] = [a.replace(space, ''), b.replace(space, '')];
  return x === y || isSlip(x, y, words) || onlyTypos(x, y, words);
}

/**
 * @param before the source text of the approved pair, tagged
 * @param after the source text today
 */
export function classifyChange(before: string, after: string, lang: Lang): ChangeClass {
  if (canonicalText(before) === canonicalText(after)) return 'cosmetic';
  const words = LANGUAGES[lang];
  const [old, now] = [plainText(before), plainText(after)];
  const sameFacts = factsOf(old, words) === factsOf(now, words);
  if (sameFacts && isCosmetic(old, now, words)) return 'cosmetic';
  if (similarity(comparable(old, lang), comparable(now, lang)) < SAME_SENTENCE) return 'rewrite';
  return sameFacts ? 'wording' : 'factual';
}
