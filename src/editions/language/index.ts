/** Which words and which tag a language takes on a page. */
import type { Lang } from '../../core/model.ts';
import type { EditionOptions } from '../edition.ts';
import { en } from './en.ts';
import { hant } from './hant.ts';
import type { PageLanguage } from './labels.ts';
import { REGIONS } from './regions.ts';
import { zh } from './zh.ts';

export interface TaggedLanguage extends PageLanguage {
  /** BCP 47. */
  readonly tag: string;
}

function chinese(tag: EditionOptions['chinese'], words: PageLanguage): TaggedLanguage {
  return { ...words, tag };
}

function named({ endonym, openGraph }: Pick<PageLanguage, 'endonym' | 'openGraph'>) {
  return { endonym, openGraph };
}

const ENGLISH: TaggedLanguage = { ...en, tag: 'en' };

const CHINESE: Readonly<Record<EditionOptions['chinese'], TaggedLanguage>> = {
  'zh-Hans': chinese('zh-Hans', zh),
  'zh-Hant': chinese('zh-Hant', hant),
  'zh-Hant-HK': chinese('zh-Hant-HK', { ...hant, ...named(REGIONS.hk) }),
  'zh-Hant-TW': chinese('zh-Hant-TW', { ...hant, ...named(REGIONS.tw) }),
};

/** The words and the tag of a language on this site's pages. */
export function pageLanguage(lang: Lang, options: Pick<EditionOptions, 'chinese'>): TaggedLanguage {
  return lang === 'en' ? ENGLISH : CHINESE[options.chinese];
}
