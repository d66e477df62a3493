/** How a page in a region's Chinese says what the page says that it is derived from. */
import type { Element, Properties } from 'hast';
import { pageLanguage, type TaggedLanguage } from '../language/index.ts';
import type { Ground } from '../edition.ts';
import type { OwnWord } from './words.ts';

/** Attributes that people read or hear. */
const WORDS: ReadonlySet<string> = new Set(['alt', 'ariaLabel', 'content', 'title']);
/** What is written in them is written so everywhere. */
const KEPT: ReadonlySet<string> = new Set(['code', 'kbd', 'pre', 'samp', 'var']);

/** By the tag of their language. */
const OWN = new Map<string, ReadonlySet<unknown>>();

function ownOf(language: TaggedLanguage): ReadonlySet<unknown> {
  const known = OWN.get(language.tag);
  if (known !== undefined) return known;
  const words = new Set<unknown>(Object.values(language));
  OWN.set(language.tag, words);
  return words;
}

/**
 * Converts the texts of a page that are in its own Chinese: neither code, nor a link's name of another
 * language, nor an address. The page's elements stay as they are: pages of other regions may share them.
 */
export class Voice {
  private readonly from: TaggedLanguage;
  private readonly to: TaggedLanguage;
  private readonly convert: (text: string) => string;
  private readonly own: ReadonlySet<unknown>;

  /** @param from the language whose words elements may bear as theirs (`data.own`) */
  constructor(from: TaggedLanguage, to: TaggedLanguage, convert: (text: string) => string) {
    this.from = from;
    this.to = to;
    this.convert = convert;
    this.own = ownOf(to);
  }

  /** The tool's own words are left alone: they are written for the region as they are. */
  say(text: string): string {
    return this.own.has(text) ? text : this.convert(text);
  }

  /** A text that holds one of the page's own words, with this page's word in its place. */
  retold(text: string, word: OwnWord | undefined): string {
    return word === undefined ? text : text.replace(this.from[word], () => this.to[word]);
  }

  /** Whether what stands in an element is in the page's own Chinese, when what stands round it is. */
  speaksIn({ tagName, properties, data }: Element): boolean {
    if (KEPT.has(tagName)) return false;
    const { lang } = properties;
    return lang === undefined || lang === this.to.tag || data?.own?.['lang'] !== undefined;
  }

  /**
   * The value of an element's attribute on this page.
   * @param speaks whether the element is in the page's own Chinese
   */
  valueOf({ properties, data }: Element, name: string, speaks: boolean): Properties[string] {
    const value = properties[name];
    if (typeof value !== 'string') return value;
    const told = this.retold(value, data?.own?.[name]);
    return speaks && WORDS.has(name) ? this.say(told) : told;
  }
}

/** The voice of a region's pages; null for all others. */
export function voiceOf({ options, convert }: Ground): Voice | null {
  if (convert === undefined) return null;
  const from = pageLanguage('zh', options.derivedFrom ?? options);
  return new Voice(from, pageLanguage('zh', options), convert);
}
