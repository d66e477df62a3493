/**
 * The filter's language. Parts stand side by side and have to hold all: words (in either text), `zh:关税`,
 * `en:"to do"`, `/\d+%/`, `status:draft,stale`, `is:open`, `has:finding`, `finding:tags`, `term:关税`,
 * `note:open`, `assigned:me`, `by:lin`, `since:2026-11-01`, `article:ferry`, `key:title`; `-` turns a part
 * round. Full-width `：`, `，` and `－` are taken as their ASCII forms.
 */
import { fold, type FoldOptions } from '../fold.ts';
import type { MessageKey, MessageValues } from '../messages.ts';
import { safePattern, type SafePattern } from '../safe-pattern.ts';
import { CLOSED_VALUES, FILTER_NAMES, isFilterName, type FilterName } from './names.ts';
import { tokensOf, type Token } from './tokens.ts';

/** One part. Any of its values will do. */
export interface Clause {
  readonly negated: boolean;
  /** `text`: in either side. */
  readonly name: FilterName | 'text';
  /** Folded, but for names and dates. */
  readonly values: readonly string[];
  /** In place of values. */
  readonly pattern: SafePattern | null;
}

export interface SegmentFilter {
  readonly clauses: readonly Clause[];
  /** How texts are folded before they are compared. */
  readonly folding: FoldOptions;
}

export interface FilterProblem {
  /** Offset in the filter's text, in UTF-16 units. */
  readonly at: number;
  readonly problem: MessageKey;
  readonly values: MessageValues;
}

type ProblemCode = 'name' | 'value' | 'missing' | 'quote' | 'date' | 'expression';

function refuse(
  text: string,
  at: number,
  code: ProblemCode,
  values: MessageValues = {},
): FilterProblem {
  const place = Array.from(text.slice(0, at)).length + 1;
  return { at, problem: `filter.problem.${code}`, values: { at: place, ...values } };
}

/** A year, month or day, or a time of it. */
const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T[\d:.]+Z?)?)?)?$/i;

/** Names whose values are lists. */
const LISTS: ReadonlySet<FilterName> = new Set([
  'status',
  'is',
  'has',
  'finding',
  'note',
  'assigned',
  'by',
  'article',
  'key',
]);

const TEXTS: ReadonlySet<FilterName | 'text'> = new Set(['text', 'zh', 'en']);

function valuesOf({ value, form }: Token, name: FilterName, folding: FoldOptions): string[] {
  if (name === 'since') return [value.toUpperCase()];
  const parts = form === 'plain' && LISTS.has(name) ? value.split(/[,，、]/) : [value];
  return parts.map((part) => fold(part.trim(), folding)).filter((part) => part !== '');
}

function expressionClause(
  text: string,
  token: Token,
  name: Clause['name'],
): Clause | FilterProblem {
  const pattern = safePattern(token.value, 'i');
  if ('expression' in pattern) return { negated: token.negated, name, values: [], pattern };
  return refuse(text, token.valueFrom, 'expression', { value: token.value });
}

function valueProblem(
  text: string,
  token: Token,
  name: FilterName,
  values: readonly string[],
): FilterProblem | null {
  if (values.length === 0) return refuse(text, token.from, 'missing', { value: `${name}:` });
  const known = CLOSED_VALUES[name];
  const unknown = known && values.find((value) => !known.includes(value));
  if (known !== undefined && unknown !== undefined) {
    const list = { value: unknown, known: known.join(', ') };
    return refuse(text, token.valueFrom, 'value', list);
  }
  const isDate = name !== 'since' || DATE.test(values[0] ?? '');
  return isDate ? null : refuse(text, token.valueFrom, 'date', { value: token.value });
}

function clauseOf(text: string, token: Token, folding: FoldOptions): Clause | FilterProblem {
  const { name, negated, form } = token;
  if (name !== '' && !isFilterName(name)) {
    const known = { value: `${name}:`, known: FILTER_NAMES.join(', ') };
    return refuse(text, token.from + Number(negated), 'name', known);
  }
  const asked = name === '' ? 'text' : name;
  if (form === 'expression' && TEXTS.has(asked)) return expressionClause(text, token, asked);
  if (asked === 'text') {
    return { negated, name: asked, values: [fold(token.value, folding)], pattern: null };
  }
  const values = valuesOf(token, asked, folding);
  const problem = valueProblem(text, token, asked, values);
  return problem ?? { negated, name: asked, values, pattern: null };
}

/**
 * Reads a filter. An empty text shows everything.
 * @param folding what folds besides width and case, such as Traditional to Simplified
 */
export function parseFilter(
  text: string,
  folding: FoldOptions = {},
): SegmentFilter | FilterProblem {
  const tokens = tokensOf(text);
  if ('openQuote' in tokens) return refuse(text, tokens.openQuote, 'quote');
  const clauses: Clause[] = [];
  for (const token of tokens) {
    const clause = clauseOf(text, token, folding);
    if ('problem' in clause) return clause;
    clauses.push(clause);
  }
  return { clauses, folding };
}
