/** A form of a term as a matcher holds it, and which of several at one place is meant. */
import type { Lang } from '../core/model.ts';
import type { Term } from './model.ts';

/** How near a spelling is to the form of the term base: the nearer one wins. */
export const NEARNESS = { exact: 0, respelled: 1, inflected: 2 } as const;

export interface Entry {
  /** Null for a guard: a longer expression in which shorter terms do not stand. */
  readonly term: Term | null;
  readonly form: string;
  readonly forbidden: boolean;
  readonly nearness: number;
  /** For a form that is case-sensitive: how the text must read. */
  readonly written?: string;
}

export interface Form {
  readonly term: Term;
  readonly form: string;
  readonly forbidden: boolean;
}

/** All forms of terms in a language, in the order of the term base. */
export function formsIn(terms: readonly Term[], lang: Lang): readonly Form[] {
  return terms.flatMap((term) => [
    ...term[lang].map((form) => ({ term, form, forbidden: false })),
    ...term.forbidden[lang].map((form) => ({ term, form, forbidden: true })),
  ]);
}

/** Whether a term holds on a day (`YYYY-MM-DD`); without a day, always. */
export function holdsOn(term: Term, date: string | undefined): boolean {
  if (date === undefined) return true;
  return (term.from ?? date) <= date && date <= (term.until ?? date);
}

const MOST_LETTERS = 5;

/**
 * Whether the capitals of a form matter: when the term says so, and for short forms of capitals
 * only, which would be words otherwise ("WHO", "US", "IT", "U.S."). Digits make a form its own.
 */
export function isCaseSensitive({ term, form }: Pick<Form, 'term' | 'form'>): boolean {
  if (term.caseSensitive) return true;
  const letters = form.replace(/[\s.&'’-]/g, '');
  return letters.length <= MOST_LETTERS && /^\p{Lu}{2,}$/u.test(letters);
}

export interface Reading {
  /** The text at the place as it stands. */
  readonly text: string;
  /** The same in the way in which `Entry.written` is spelled. */
  readonly written: string;
  readonly date: string | undefined;
}

function fits({ term, written }: Entry, reading: Reading): boolean {
  if (written !== undefined && written !== reading.written) return false;
  return term === null || holdsOn(term, reading.date);
}

/** Terms before guards; the text as it stands, nearness, allowed before forbidden. */
function weight(entry: Entry, text: string): number {
  const guard = entry.term === null ? 100 : 0;
  const unlike = entry.form === text ? 0 : 10;
  return guard + unlike + entry.nearness * 2 + (entry.forbidden ? 1 : 0);
}

/** The entry that is meant; of equals the first. Null when none fits the text and the day. */
export function bestOf(entries: readonly Entry[], reading: Reading): Entry | null {
  let best: Entry | null = null;
  for (const entry of entries) {
    if (!fits(entry, reading)) continue;
    if (best === null || weight(entry, reading.text) < weight(best, reading.text)) best = entry;
  }
  return best;
}
