/** Dates as pages say them. */
import type { Lang } from '../../core/model.ts';
import type { EditionOptions, View } from '../edition.ts';
import { pageLanguage } from '../language/index.ts';
import type { ArticleDate } from '../parts/front.ts';
import type { DateProps } from '../theme/parts.ts';
import type { Child } from './element.ts';
import { inLanguage } from './words.ts';

/** The date as a reader of the view reads it; on a page of both languages in both. */
export function dateProps(date: ArticleDate, view: View, options: EditionOptions): DateProps {
  const { machine, year, month, day } = date;
  const say = (lang: Lang): string => pageLanguage(lang, options).date(year, month, day);
  const words: Child =
    view === 'bilingual'
      ? [inLanguage('zh', say('zh'), options), ' ', inLanguage('en', say('en'), options)]
      : say(view);
  return { machine, words };
}
