/**
 * A dictionary of OpenCC of which only those words are made ready that begin with a character somebody has
 * asked about: a few articles meet a small part of its 50,000. It is asked only where a word can begin: most
 * characters of a text are the same in all regions.
 */
import { Trie, type DictGroup, type DictLike } from 'opencc-js/core';

/** Ideographic description characters: what they join is one character, and nothing in it is replaced. */
const DESCRIBES = /[\u2ff0-\u2fff]/;

/** Whether words begin with a UTF-16 unit; they are not ready yet, or they are. */
const WAITING = 1;
const READY = 2;

/** Places of lines in the text of a dictionary, `from` and `to` in turn. */
type Places = number[];

interface Indexed {
  readonly text: string;
  /** By the first UTF-16 unit of what the lines replace. */
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
    addPlace(places, text.charCodeAt(from), [from, to]);
    from = to + 1;
  }
  return { text, places };
}

export class GrowingTrie {
  private readonly trie = new Trie();
  private readonly dictionaries: readonly Indexed[];
  /** By UTF-16 unit. */
  private readonly beginnings = new Uint8Array(0x10000);

  /** @param group of what two dictionaries replace, the first one's way holds */
  constructor(group: DictGroup) {
    this.dictionaries = group.map(indexed).reverse();
    for (const { places } of this.dictionaries) {
      for (const first of places.keys()) this.beginnings[first] = WAITING;
    }
  }

  convert(text: string): string {
    if (DESCRIBES.test(text)) return this.byLibrary(text);
    let converted = '';
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const found = this.canBegin(text.charCodeAt(at)) ? this.trie.matchPrefix(text, at) : null;
      if (found === null) continue;
      converted += text.slice(from, at) + found.value;
      from = found.end;
      at = from - 1;
    }
    return converted + text.slice(from);
  }

  private byLibrary(text: string): string {
    for (let at = 0; at < text.length; at += 1) this.canBegin(text.charCodeAt(at));
    return this.trie.convert(text);
  }

  /** Whether words begin with this unit: they are ready then. */
  private canBegin(unit: number): boolean {
    const state = this.beginnings[unit];
    if (state === WAITING) this.load(unit);
    return state !== 0;
  }

  private load(first: number): void {
    this.beginnings[first] = READY;
    for (const { text, places } of this.dictionaries) {
      const own = places.get(first) ?? [];
      for (let at = 0; at < own.length; at += 2) {
        this.trie.loadDict(text.slice(own[at], own[at + 1]));
      }
    }
  }
}
