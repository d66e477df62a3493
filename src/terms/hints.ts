/** What the term base says of a text: hints for engines, terms that are missing, spans to keep. */
import { otherLang, type Lang, type Span } from '../core/model.ts';
import type { TermHint } from '../core/ports.ts';
import { holdsOn } from './entry.ts';
import { createMatcher } from './matcher.ts';
import type { Term, TermMatch, TermMatcher } from './model.ts';

function allowedIn(
  matcher: TermMatcher,
  text: string,
  { lang, date }: { readonly lang: Lang; readonly date: string | undefined },
): readonly TermMatch[] {
  return matcher.find(text, lang, date).filter(({ forbidden }) => !forbidden);
}

/** The terms of a text with their preferred rendering, each form once, in the order of the text. */
export function hintsFor(
  matcher: TermMatcher,
  text: string,
  from: Lang,
  date?: string,
): readonly TermHint[] {
  const hints = new Map<string, TermHint>();
  for (const { term, form } of allowedIn(matcher, text, { lang: from, date })) {
    const target = term[otherLang(from)][0];
    if (target === undefined || hints.has(form)) continue;
    const note = term.note === undefined ? {} : { note: term.note };
    hints.set(form, { source: form, target, ...note });
  }
  return [...hints.values()];
}

export interface Pairing {
  /** Language of the source. */
  readonly from: Lang;
  /** The article's day, `YYYY-MM-DD`; undefined: terms of any time. */
  readonly date?: string | undefined;
}

/** Matchers of a single term, which see it inside a longer term of the term base too. */
const singles = new WeakMap<Term, TermMatcher>();

function singleMatcher(term: Term): TermMatcher {
  const known = singles.get(term) ?? createMatcher([term]);
  singles.set(term, known);
  return known;
}

/** Terms by form, for words that stand in the term base with several meanings. */
const indexes = new WeakMap<TermMatcher, Record<Lang, ReadonlyMap<string, readonly Term[]>>>();

function indexOf({ terms }: TermMatcher, lang: Lang): ReadonlyMap<string, readonly Term[]> {
  const index = new Map<string, Term[]>();
  for (const term of terms) {
    for (const form of term[lang]) index.set(form, [...(index.get(form) ?? []), term]);
  }
  return index;
}

function termsWithForm(matcher: TermMatcher, lang: Lang): ReadonlyMap<string, readonly Term[]> {
  const known = indexes.get(matcher) ?? { zh: indexOf(matcher, 'zh'), en: indexOf(matcher, 'en') };
  indexes.set(matcher, known);
  return known[lang];
}

/**
 * Terms whose allowed form stands in the source while no allowed form of theirs stands in the
 * target, in the order of the source. Variants are any-of, occurrences are not counted. A word that
 * several terms of the day share is rendered if it is as one of them; a term without a form in the
 * target's language is never missing.
 */
export function missingTerms(
  matcher: TermMatcher,
  source: string,
  target: string,
  { from, date }: Pairing,
): readonly Term[] {
  const to = otherLang(from);
  const rendered = new Set(allowedIn(matcher, target, { lang: to, date }).map(({ term }) => term));
  const isRendered = (term: Term): boolean =>
    term[to].length === 0 ||
    rendered.has(term) ||
    allowedIn(singleMatcher(term), target, { lang: to, date }).length > 0;
  const missing = new Set<Term>();
  for (const { term, form } of allowedIn(matcher, source, { lang: from, date })) {
    const alike = termsWithForm(matcher, from).get(form) ?? [term];
    const meant = alike.filter((one) => holdsOn(one, date));
    if (!meant.some(isRendered)) missing.add(term);
  }
  return [...missing];
}

/** Where terms that stay as they are stand in a plain text. */
export function keepSpans(
  matcher: TermMatcher,
  text: string,
  lang: Lang,
  date?: string,
): readonly Span[] {
  return allowedIn(matcher, text, { lang, date })
    .filter(({ term }) => term.keep)
    .map(({ span }) => span);
}
