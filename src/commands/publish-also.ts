/** What `publish` writes besides the pages. */
import type { Config } from '../config.ts';
import { ALSO, type AlsoName } from '../core/also.ts';
import { nearest } from '../core/nearest.ts';
import { loadAlso } from '../editions/also/index.ts';
import type { Edition } from '../editions/edition.ts';

function alsoName(word: string): AlsoName {
  const name = ALSO.find((known) => known === word);
  if (name !== undefined) return name;
  const guess = nearest(word, ALSO);
  throw new Error(guess === null ? `expected ${ALSO.join(', ')}` : `did you mean "${guess}"?`);
}

/** A flag's word as a list of formats. Throws an Error that says what is none, for stricli to tell. */
export function parseAlso(word: string): readonly AlsoName[] {
  return word.split(',').map((name) => alsoName(name.trim()));
}

/** The editions that the config and the flag name. */
export async function alsoEditions(
  { publish }: Config,
  named: readonly AlsoName[] = [],
): Promise<readonly Edition[]> {
  return loadAlso(new Set([...publish.also, ...named]));
}
