/** An article as lists, feeds and maps show it: plain data, to be kept from one run to the next. */
import type { Lang } from '../core/model.ts';
import { mainLanguage } from '../core/load.ts';
import type { ArticleState } from '../core/state.ts';
import type { EditionOptions } from './edition.ts';
import {
  articleDate,
  authors,
  descriptionText,
  fieldBlock,
  plainTexts,
  tagsOf,
  titleBlock,
  titleText,
  type ArticleDate,
  type PlainText,
} from './parts/front.ts';
import { readiness } from './parts/readiness.ts';
import type { Correction } from './theme/parts.ts';

/** What a card says in one language. */
export interface CardTexts {
  /** The title as plain text; the slug when the article has none. */
  readonly title: string;
  /** Its parts, each in the language it really is in. */
  readonly titleParts: readonly PlainText[];
  readonly dekParts: readonly PlainText[];
  /** What search results and feeds show. */
  readonly description: string | null;
}

export interface ArticleCard {
  readonly slug: string;
  readonly date: ArticleDate | null;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  /** The language that most of it was written in. */
  readonly source: Lang;
  /** Segments that nobody has reviewed. */
  readonly unreviewed: number;
  readonly texts: Readonly<Record<Lang, CardTexts>>;
  /** What was put right after the article came out, newest first. */
  readonly corrections?: readonly Correction[];
}

function textsIn(state: ArticleState, lang: Lang, options: EditionOptions): CardTexts {
  const parts = (block: ReturnType<typeof titleBlock>): readonly PlainText[] =>
    block === undefined ? [] : plainTexts(state, block, lang);
  return {
    title: titleText(state, lang, options),
    titleParts: parts(titleBlock(state)),
    dekParts: parts(fieldBlock(state, 'dek')),
    description: descriptionText(state, lang, options),
  };
}

/** The card of an article. */
export function cardOf(state: ArticleState, options: EditionOptions): ArticleCard {
  return {
    slug: state.article.slug,
    date: articleDate(state),
    authors: authors(state),
    tags: tagsOf(state),
    source: mainLanguage(state.article.segments),
    unreviewed: readiness(state).open.length,
    texts: { zh: textsIn(state, 'zh', options), en: textsIn(state, 'en', options) },
  };
}

/** Newest first; articles of one day by their slugs. */
export function newestFirst(cards: readonly ArticleCard[]): readonly ArticleCard[] {
  const date = ({ date }: ArticleCard): string => date?.machine ?? '';
  return [...cards].sort((a, b) => {
    if (date(a) !== date(b)) return date(a) < date(b) ? 1 : -1;
    return a.slug < b.slug ? -1 : 1;
  });
}
