/** What the side panel knows of a segment: matches of the memory, terms. */
import { otherLang, type Lang, type Span, type Unit } from '../core/model.ts';
import type { ArticleState } from '../core/state.ts';
import { plainText } from '../core/tags.ts';
import { neighboursAt } from '../memory/approved-pairs.ts';
import type { NamesIn } from '../memory/danger/danger.ts';
import type { Memory } from '../memory/memory.ts';
import { findMatches, type MemoryMatch } from '../memory/scored.ts';
import { missingTerms } from '../terms/hints.ts';
import type { Term, TermMatch, TermMatcher } from '../terms/model.ts';
import { targetText } from './unit.ts';

/** A term of the source, in the order of the text. */
export interface TermAid {
  /** The form of the term base that stands in the source. */
  readonly source: string;
  /** What it is to be rendered as. */
  readonly target: string;
  readonly note?: string;
  /** UTF-16 units of the source's plain text. */
  readonly spanInSource: Span;
  /** An allowed rendering stands in the target. */
  readonly used: boolean;
  /** It must not stand in the source as it does. */
  readonly forbidden: boolean;
}

/** All that a look at a segment brings; a value of its texts, to be kept until one of them changes. */
export interface Aids {
  readonly key: string;
  /** The source and the target that it was made for. */
  readonly source: string;
  readonly target: string;
  readonly matches: readonly MemoryMatch[];
  readonly terms: readonly TermAid[];
}

export interface AidsRequest {
  readonly memory: Memory;
  readonly matcher: TermMatcher;
  readonly article: ArticleState;
  /** Of the unit. */
  readonly index: number;
  /** The article's day, `YYYY-MM-DD`; null: terms of any time. */
  readonly date: string | null;
  /** The target as it is being typed; without it the one that stands. */
  readonly target?: string;
}

const named = new WeakMap<TermMatcher, NamesIn>();

/** Names of the term base: the memory alone cannot see that 毛宁 is one. */
function namesOf(matcher: TermMatcher): NamesIn {
  const known =
    named.get(matcher) ??
    ((text: string, lang: Lang): readonly string[] =>
      matcher
        .find(text, lang)
        .filter(({ term, forbidden }) => term.pos === 'name' && !forbidden)
        .map(({ form }) => form));
  named.set(matcher, known);
  return known;
}

function termAid(
  { term, form, span, forbidden }: TermMatch,
  to: Lang,
  missing: ReadonlySet<Term>,
): TermAid[] {
  const target = term[to][0];
  if (target === undefined) return [];
  return [
    {
      source: form,
      target,
      ...(term.note === undefined ? {} : { note: term.note }),
      spanInSource: span,
      used: !missing.has(term),
      forbidden,
    },
  ];
}

function termsFor(unit: Unit, target: string, { matcher, date }: AidsRequest): readonly TermAid[] {
  const { lang, text } = unit.segment;
  const [source, written] = [plainText(text), plainText(target)];
  const day = date ?? undefined;
  const matches = matcher.find(source, lang, day);
  if (matches.length === 0) return [];
  const missing = new Set(missingTerms(matcher, source, written, { from: lang, date: day }));
  return matches.flatMap((match) => termAid(match, otherLang(lang), missing));
}

function matchesFor(unit: Unit, { memory, matcher, article }: AidsRequest): readonly MemoryMatch[] {
  const [before, after] = neighboursAt(article.units, unit.index);
  const { text, lang, untranslatable } = unit.segment;
  if (untranslatable) return [];
  const query = { text, lang, slug: article.article.slug, key: unit.key, before, after };
  return findMatches(memory, query, { namesIn: namesOf(matcher) });
}

/** The aids for a unit of an article; null where there is no such unit. */
export function aidsFor(request: AidsRequest): Aids | null {
  const { article, index } = request;
  const unit = article.units[index];
  if (unit === undefined) return null;
  const target = request.target ?? targetText(unit);
  return {
    key: unit.key,
    source: unit.segment.text,
    target,
    matches: matchesFor(unit, request),
    terms: termsFor(unit, target, request),
  };
}
