/**
 * Keys of segments. A key is minted once, from a hash of the source text at birth, so that two
 * branches mint the same key for the same sentence; after that only `reconcile` hands it on.
 */
import { createHash } from 'node:crypto';
import { canonicalText } from './tags.ts';

/** Base 32 after Crockford: no i, l, o, u. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LETTERS = 7;

/** The shape of every key: a field's name, or `s` + digit + 7 for a body segment. */
export const KEY_SHAPE = /^[a-z][a-z0-9]*$/;

function hashKey(text: string): string {
  const digest = createHash('sha256').update(text, 'utf8').digest();
  let key = `s${(digest[0] ?? 0) % 10}`;
  for (let index = 1; index <= LETTERS; index += 1) key += ALPHABET[(digest[index] ?? 0) % 32];
  return key;
}

/** By set of taken keys: the number that a text minted last. All before it are taken. */
const minted = new WeakMap<ReadonlySet<string>, Map<string, number>>();

/**
 * A new key for a source text.
 * @param taken every key known for the article, orphans included; a set only ever grows
 */
export function mintKey(source: string, taken: ReadonlySet<string>): string {
  const text = canonicalText(source);
  const numbers = minted.get(taken) ?? new Map<string, number>();
  minted.set(taken, numbers);
  let n = numbers.get(text) ?? 1;
  let key = numberedKey(text, n);
  for (; taken.has(key); key = numberedKey(text, n)) n += 1;
  numbers.set(text, n);
  return key;
}

/** A sentence that stands there several times has a key for each time. */
function numberedKey(text: string, n: number): string {
  return hashKey(n === 1 ? text : `${text}\n${n}`);
}
