/** Adding to the term base: what is new, what is there already, and what contradicts it. */
import { UserError } from '../core/errors.ts';
import { LANGS } from '../core/model.ts';
import { TERMS_PATH } from '../core/paths.ts';
import type { Term } from './model.ts';
import { MAX_TERMS, parseTerms, serializeTerms } from './term-file.ts';
import { cellsOf, COLUMNS, termOfRow, type Row } from './term-row.ts';

function fold(form: string): string {
  return form.normalize('NFC').toLowerCase();
}

/** All that a term says, but where it stands. */
function contentOf(term: Term): string {
  return JSON.stringify(cellsOf(term));
}

/** Whether two terms say the same. */
export function isSameTerm(one: Term, other: Term): boolean {
  return contentOf(one) === contentOf(other);
}

/** Whether two terms share a form in a language, forbidden ones aside. */
export function sharesForm(one: Term, other: Term): boolean {
  return LANGS.some((lang) => {
    const forms = new Set(one[lang].map(fold));
    return other[lang].some((form) => forms.has(fold(form)));
  });
}

function nameOf({ zh, en }: Term): string {
  return JSON.stringify([fold(zh[0] ?? ''), fold(en[0] ?? '')]);
}

export interface TermMerge {
  readonly added: readonly Term[];
  readonly identical: readonly Term[];
  /** The same two preferred forms with other details: the term base's own stays. */
  readonly conflicts: readonly { readonly term: Term; readonly known: Term }[];
}

/** Compares incoming terms with those there are, and with one another, in order. */
export function mergeTerms(known: readonly Term[], incoming: readonly Term[]): TermMerge {
  const byName = new Map<string, Term[]>();
  const remember = (term: Term): void => {
    byName.set(nameOf(term), [...(byName.get(nameOf(term)) ?? []), term]);
  };
  known.forEach(remember);
  const added: Term[] = [];
  const identical: Term[] = [];
  const conflicts: { term: Term; known: Term }[] = [];
  for (const term of incoming) {
    const namesakes = byName.get(nameOf(term)) ?? [];
    const [first] = namesakes;
    if (namesakes.some((namesake) => isSameTerm(namesake, term))) identical.push(term);
    else if (first !== undefined) conflicts.push({ term, known: first });
    else {
      added.push(term);
      remember(term);
    }
  }
  return { added, identical, conflicts };
}

/** Why the term base cannot hold a term as it is, as a clause; null when it can. */
export function whyUnfit(term: Term): string | null {
  const cells = cellsOf(term);
  const row = Object.fromEntries(COLUMNS.map((column, at) => [column, cells[at] ?? '']));
  const read = termOfRow(row as Row, term.line);
  if (typeof read === 'string') return read;
  const isWhole = LANGS.every(
    (lang) =>
      read[lang].length === term[lang].length &&
      read.forbidden[lang].length === term.forbidden[lang].length,
  );
  return isWhole ? null : 'a form is empty, stands twice or holds "|"';
}

/**
 * The term base with terms added at its end.
 * @param text what it holds; null when there is none yet
 * @throws UserError when it has rows that cannot be read (writing it anew would lose them), and when it
 *   would get too long to be read
 */
export function appendTerms(text: string | null, terms: readonly Term[]): string {
  const { terms: known, problems } = parseTerms(text ?? '', TERMS_PATH);
  const [problem] = problems;
  if (problem !== undefined) {
    const what = problem.message.replace(/\.$/, '');
    throw new UserError(`${what}; mend this row first, nothing was written.`);
  }
  if (known.length + terms.length > MAX_TERMS) {
    throw new UserError(
      `${TERMS_PATH} would have more than ${MAX_TERMS} terms; nothing was written.`,
    );
  }
  return serializeTerms([...known, ...terms]);
}
