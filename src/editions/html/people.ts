/** People's names, each marked when it is in the other language. */
import { detectLanguage } from '../../core/language.ts';
import type { EditionOptions, View } from '../edition.ts';
import type { Child } from './element.ts';
import { inLanguage, labelLanguage } from './words.ts';

/** A text that stands as it is in every edition: a name, a subject. */
export function asItStands(text: string, view: View | null, options: EditionOptions): Child {
  const lang = detectLanguage(text);
  return lang === null || lang === labelLanguage(view) ? text : inLanguage(lang, text, options);
}
