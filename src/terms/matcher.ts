/** Finds the terms of the term base in texts: one matcher for glossary, hints and checks. */
import type { Lang } from '../core/model.ts';
import { formsIn } from './entry.ts';
import { createEnglishSearch } from './en-search.ts';
import type { Term, TermMatch, TermMatcher } from './model.ts';
import { createChineseSearch } from './zh-search.ts';

type Search = (text: string, date?: string) => readonly TermMatch[];

const SEARCHES: Readonly<Record<Lang, (terms: readonly Term[]) => Search>> = {
  zh: (terms) => createChineseSearch(formsIn(terms, 'zh')),
  en: (terms) => createEnglishSearch(formsIn(terms, 'en')),
};

/**
 * Makes a term base ready to search; each language when it is first asked for.
 *
 * Both searches walk a trie from each place of the text (Fredkin, "Trie Memory", CACM 3(9), 1960)
 * that is entered by the first character (zh) or the first word (en), and take the longest form. An
 * Aho–Corasick automaton would save reading some characters again, but forms are short, and a walk
 * can fall back to a shorter form when the longest does not hold on the day.
 */
export function createMatcher(terms: readonly Term[]): TermMatcher {
  const made: Partial<Record<Lang, Search>> = {};
  return {
    terms,
    find: (text, lang, date) => (made[lang] ??= SEARCHES[lang](terms))(text, date),
  };
}
