/** Candidates for the term base, from approved pairs. They propose; a person takes them over. */
import type { Pair } from '../core/model.ts';
import type { Term } from './model.ts';
import { associate, type Association } from './suggesting/association.ts';
import { chineseCandidates } from './suggesting/chinese-candidates.ts';
import { englishCandidates } from './suggesting/english-candidates.ts';
import { dottedAssociations } from './suggesting/names.ts';

export interface SuggestOptions {
  /** Pairs that must hold both sides; 2 at least, 3 unless said. Names with a dot need only one. */
  readonly minimum?: number;
  /** How many to give back at most; all unless said. */
  readonly limit?: number;
}

export interface Suggestion {
  readonly zh: string;
  readonly en: string;
  /** Pairs that hold both, and that hold each. */
  readonly together: number;
  readonly withZh: number;
  readonly withEn: number;
  /** Log-likelihood ratio: above 15 is hardly an accident. */
  readonly score: number;
  /** A name with a dot, told by its form: it may rest on a single pair. */
  readonly isDottedName: boolean;
  /** Index of the first pair that holds both. */
  readonly example: number;
}

/** Not all that translates each other is a term: names and phrases come before single common words. */
function worth({ en, zh, score }: Association): number {
  const length = [...zh.text].length;
  return score * (en.isName ? 3 : 1) * (en.words > 1 ? 2 : 1) * (length > 2 ? 2 : 1);
}

function byWorth(a: Association, b: Association): number {
  const difference = worth(b) - worth(a);
  if (difference !== 0) return difference;
  return a.zh.text < b.zh.text ? -1 : Number(a.zh.text > b.zh.text);
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

function formsOf(terms: readonly Term[]): ReadonlySet<string> {
  return new Set(
    terms
      .flatMap(({ zh, en, forbidden }) => [...zh, ...en, ...forbidden.zh, ...forbidden.en])
      .map(fold),
  );
}

/** Whether `part` says nothing that `whole` does not: both sides inside it, hardly ever met alone. */
function isPart(part: Association, whole: Association): boolean {
  if (part === whole || part.together > whole.together * 1.2) return false;
  const inside = whole.zh.text.includes(part.zh.text) && part.zh.text !== whole.zh.text;
  return inside && ` ${fold(whole.en.text)} `.includes(` ${fold(part.en.text)} `);
}

function withoutParts(found: readonly Association[]): Association[] {
  const byPair = new Map<number, Association[]>();
  for (const one of found) {
    for (const pair of one.zh.pairs) {
      const list = byPair.get(pair) ?? [];
      byPair.set(pair, list);
      list.push(one);
    }
  }
  // A whole shares pairs with its parts: only what stands in the same pairs needs comparing.
  return found.filter(
    (part) =>
      !part.zh.pairs.some((pair) => (byPair.get(pair) ?? []).some((whole) => isPart(part, whole))),
  );
}

function suggestionOf(found: Association, dotted: ReadonlySet<Association>): Suggestion {
  const { zh, en, together, score } = found;
  const inEnglish = new Set(en.pairs);
  return {
    zh: zh.text,
    en: en.text,
    together,
    withZh: zh.pairs.length,
    withEn: en.pairs.length,
    score,
    isDottedName: dotted.has(found),
    example: zh.pairs.find((pair) => inEnglish.has(pair)) ?? 0,
  };
}

/**
 * Words and phrases of both languages that keep turning up in the same pairs, best first. The same
 * pairs give the same suggestions.
 * @param pairs plain text, tags away
 * @param known terms that need no suggesting: nothing with one of their forms comes back
 */
export function suggestTerms(
  pairs: readonly Pair[],
  known: readonly Term[],
  { minimum = 3, limit = Infinity }: SuggestOptions = {},
): Suggestion[] {
  const least = Math.max(2, minimum);
  const zhTexts = pairs.map(({ zh }) => zh.normalize('NFC'));
  const enTexts = pairs.map(({ en }) => en.normalize('NFC'));
  const dotted = dottedAssociations(zhTexts, enTexts);
  const named = new Set(dotted.map(({ en }) => fold(en.text)));
  const counted = associate(chineseCandidates(zhTexts, least), englishCandidates(enTexts, least), {
    pairs: pairs.length,
    minimum: least,
  }).filter(({ en }) => !named.has(fold(en.text)));
  const forms = formsOf(known);
  const isNew = ({ zh, en }: Association) => !forms.has(fold(zh.text)) && !forms.has(fold(en.text));
  const fromForm = new Set(dotted);
  // A part of a term that is known is as little news as the term.
  return withoutParts([...dotted, ...counted])
    .filter(isNew)
    .sort(byWorth)
    .slice(0, limit)
    .map((found) => suggestionOf(found, fromForm));
}
