/** What could be written next in a filter. */
import { fold } from '../fold.ts';
import { FILTER_NAMES, isFilterName, KNOWN_VALUES, type FilterName } from './names.ts';

/** What the workspace knows: values for the names that take any. */
export type FilterValues = Partial<Readonly<Record<FilterName, readonly string[]>>>;

export interface Completion {
  /** What of the text a candidate takes the place of; UTF-16 offsets. */
  readonly from: number;
  readonly to: number;
  readonly candidates: readonly string[];
}

const LAST_PART = /(?:^|\s)[-－]?((?:([A-Za-z]+)[:：])?([^\s:：]*))$/;

function startingWith(values: readonly string[], typed: string): readonly string[] {
  const start = fold(typed);
  return values.filter((value) => fold(value).startsWith(start) && value !== typed);
}

/** A value with a space in it is written in quotation marks. */
function written(value: string): string {
  return /[\s,，、]/.test(value) ? `"${value}"` : value;
}

function valuesFor(name: string, values: FilterValues): readonly string[] {
  const known = name.toLowerCase();
  if (!isFilterName(known)) return [];
  return [...new Set([...(KNOWN_VALUES[known] ?? []), ...(values[known] ?? [])])];
}

/**
 * Names (`status:`) and values that what stands before the caret may become; none where nothing fits.
 * @param caret UTF-16 offset
 */
export function completeFilter(text: string, caret: number, values: FilterValues = {}): Completion {
  const [, part = '', name, typed = ''] = LAST_PART.exec(text.slice(0, caret)) ?? [];
  if (name === undefined) {
    const candidates = startingWith(
      FILTER_NAMES.map((known) => `${known}:`),
      part,
    );
    return { from: caret - part.length, to: caret, candidates };
  }
  const last = typed.split(/[,，、]/).at(-1) ?? '';
  const candidates = startingWith(valuesFor(name, values), last).map(written);
  return { from: caret - last.length, to: caret, candidates };
}
