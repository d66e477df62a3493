/** The page's own words, in its language or in both. */
import type { Element } from 'hast';
import type { Lang } from '../../core/model.ts';
import type { EditionOptions, View } from '../edition.ts';
import { pageLanguage } from '../language/index.ts';
import type { PageLanguage } from '../language/labels.ts';
import type { Child } from './element.ts';
import { element } from './element.ts';

/** The language of a page's own words. */
export function labelLanguage(view: View | null): Lang {
  return view === 'en' ? 'en' : 'zh';
}

/** A text in its language. */
export function inLanguage(lang: Lang, text: string, options: EditionOptions): Element {
  return element('span', { lang: pageLanguage(lang, options).tag }, text);
}

/** The names of the words that are plain strings. */
export type Word = {
  [Key in keyof PageLanguage]: PageLanguage[Key] extends string ? Key : never;
}[keyof PageLanguage];

/** A page's own word, or the tag of its language. */
export type OwnWord = Word | 'tag';

declare module 'hast' {
  interface ElementData {
    /** Attributes of a Chinese page that hold one of its own words: in a region's Chinese that is another. */
    own?: Readonly<Record<string, OwnWord>>;
  }
  interface TextData {
    own?: OwnWord;
  }
}

/** Says which attributes of an element hold which of the page's own words. */
export function own(node: Element, words: Readonly<Record<string, OwnWord>>): Element {
  node.data = { own: { ...node.data?.own, ...words } };
  return node;
}

/** A label in both languages, each marked with its own. */
export function inBoth(key: Word, options: EditionOptions): Child[] {
  const word = (lang: Lang): Element => inLanguage(lang, pageLanguage(lang, options)[key], options);
  return [word('zh'), ' ', word('en')];
}

/** A label in the page's language; on a page of both, in both. */
export function label(view: View | null, key: Word, options: EditionOptions): Child[] {
  if (view === 'zh' || view === 'en') return [pageLanguage(view, options)[key]];
  return inBoth(key, options);
}

/** The same, and of a page of one language it says which of its own words it is. */
export function ownLabel(view: View, key: Word, options: EditionOptions): Child[] {
  if (view === 'bilingual') return inBoth(key, options);
  return [{ type: 'text', value: pageLanguage(view, options)[key], data: { own: key } }];
}

/** A label for attributes, which can mark no language. */
export function plainLabel(view: View | null, key: Word, options: EditionOptions): string {
  if (view === 'zh' || view === 'en') return pageLanguage(view, options)[key];
  return `${pageLanguage('zh', options)[key]} ${pageLanguage('en', options)[key]}`;
}
