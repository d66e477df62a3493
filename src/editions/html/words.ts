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

/** A label for attributes, which can mark no language. */
export function plainLabel(view: View | null, key: Word, options: EditionOptions): string {
  if (view === 'zh' || view === 'en') return pageLanguage(view, options)[key];
  return `${pageLanguage('zh', options)[key]} ${pageLanguage('en', options)[key]}`;
}
