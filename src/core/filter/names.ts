/** The names that a filter knows, and what may follow them. */
import { STATUSES } from '../model.ts';

/** What may stand behind `name:`. */
export type FilterName =
  | 'zh'
  | 'en'
  | 'status'
  | 'is'
  | 'has'
  | 'finding'
  | 'term'
  | 'note'
  | 'assigned'
  | 'by'
  | 'since'
  | 'article'
  | 'key';

export const FILTER_NAMES: readonly FilterName[] = [
  'zh',
  'en',
  'status',
  'is',
  'has',
  'finding',
  'term',
  'note',
  'assigned',
  'by',
  'since',
  'article',
  'key',
];

/** Names whose values are these only. */
export const CLOSED_VALUES: Partial<Readonly<Record<FilterName, readonly string[]>>> = {
  status: STATUSES,
  is: ['open', 'done', 'mine', 'corrected', 'waiting'],
  has: ['finding', 'error', 'warning', 'dismissed', 'note', 'draft', 'pair', 'tag', 'doubt'],
};

/** Values that mean something, beside texts of any kind. */
export const KNOWN_VALUES: Partial<Readonly<Record<FilterName, readonly string[]>>> = {
  ...CLOSED_VALUES,
  note: ['open', 'resolved'],
  assigned: ['me', 'nobody', 'anybody'],
  by: ['me'],
};

export function isFilterName(name: string): name is FilterName {
  return FILTER_NAMES.some((known) => known === name);
}
