/** The term base as values: `locales/terms.csv`, read once. */
import type { Lang, Span } from '../core/model.ts';
import type { Variant } from '../core/variants.ts';

export type PartOfSpeech = 'noun' | 'name' | 'title' | 'verb' | 'adjective' | 'phrase';

export const PARTS_OF_SPEECH: readonly PartOfSpeech[] = [
  'noun',
  'name',
  'title',
  'verb',
  'adjective',
  'phrase',
];

/** One concept. Its forms in a language are any-of: the first is preferred, the others are allowed. */
export interface Term {
  readonly zh: readonly string[];
  readonly en: readonly string[];
  /** Renderings that are wrong, whatever stands on the other side. */
  readonly forbidden: { readonly zh: readonly string[]; readonly en: readonly string[] };
  /** Stays as it is in both languages: the zh and en forms are the same. */
  readonly keep: boolean;
  readonly pos?: PartOfSpeech;
  readonly note?: string;
  /** First and last day on which it holds (an office holder's title), `YYYY-MM-DD`, both inclusive. */
  readonly from?: string;
  readonly until?: string;
  readonly caseSensitive: boolean;
  /** How it is said in Chinese that is derived for a region. */
  readonly regional?: Readonly<Partial<Record<Variant, string>>>;
  /** 1-based line of the file; 0 for a term that comes from elsewhere. */
  readonly line: number;
}

/** A term found in a text. `span` is UTF-16 units of the plain text that was searched. */
export interface TermMatch {
  readonly term: Term;
  readonly span: Span;
  /** The form of the term base that was met, whatever its inflection in the text. */
  readonly form: string;
  /** It is one of the forbidden renderings. */
  readonly forbidden: boolean;
}

/** A term base, made ready to search. */
export interface TermMatcher {
  readonly terms: readonly Term[];
  /**
   * Terms in a plain text, by position: the longest at each place, none overlapping. With `date`
   * (`YYYY-MM-DD`) only terms that hold on that day; without, all.
   */
  find(text: string, lang: Lang, date?: string): readonly TermMatch[];
}
