/**
 * A dictionary of OpenCC of which only those words are made ready that begin with a character somebody has
 * asked about: a few articles meet a small part of its 50,000.
 */
import { Trie, type DictGroup, type DictLike } from 'opencc-js/core';

/** Whoever asks about so many UTF-16 units asks about more: all words are made ready then. */
const MANY = 30_000;

/** Places of lines in the text of a dictionary, `from` and `to` in turn. */
type Places = number[];

interface Indexed {
  readonly text: string;
  /** By the first code point of what the lines replace. */
  readonly places: ReadonlyMap<number, Places>;
}

function textOf(dictionary: DictLike): string {
  if (typeof dictionary === 'string') return dictionary;
  return dictionary.map((pair) => pair.join(' ')).join('|');
}

/** Adds a line; neighbours mostly begin alike, and then are one place. */
function addPlace(places: Map<number, Places>, first: number, [from, to]: [number, number]): void {
  const own = places.get(first) ?? [];
  if (own.at(-1) === from - 1) own[own.length - 1] = to;
  else own.push(from, to);
  places.set(first, own);
}

function indexed(dictionary: DictLike): Indexed {
  const text = textOf(dictionary);
  const places = new Map<number, Places>();
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('|', from);
    const to = end === -1 ? text.length : end;
    addPlace(places, text.codePointAt(from) ?? 0, [from, to]);
    from = to + 1;
  }
  return { text, places };
}

export class GrowingTrie {
  private readonly trie = new Trie();
  private readonly dictionaries: readonly Indexed[];
  /** Characters whose words are not ready. */
  private readonly rest: Set<number>;
  private asked = 0;

  /** @param group of what two dictionaries replace, the first one's way holds */
  constructor(group: DictGroup) {
    this.dictionaries = group.map(indexed).reverse();
    this.rest = new Set(this.dictionaries.flatMap(({ places }) => [...places.keys()]));
  }

  convert(text: string): string {
    if (this.rest.size > 0) this.prepare(text);
    return this.trie.convert(text);
  }

  private prepare(text: string): void {
    this.asked += text.length;
    if (this.asked > MANY) {
      for (const first of this.rest) this.load(first);
      return;
    }
    for (const character of text) {
      const first = character.codePointAt(0) ?? 0;
      if (this.rest.has(first)) this.load(first);
    }
  }

  private load(first: number): void {
    this.rest.delete(first);
    for (const { text, places } of this.dictionaries) {
      const own = places.get(first) ?? [];
      for (let at = 0; at < own.length; at += 2) {
        this.trie.loadDict(text.slice(own[at], own[at + 1]));
      }
    }
  }
}
