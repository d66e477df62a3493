/** An article as lists, feeds and maps show it: plain data, to be kept from one run to the next. */
import type { Lang } from '../core/model.ts';
import { mainLanguage } from '../core/main-language.ts';
import type { PublishedChange, PublishedHistory } from '../core/published/history.ts';
import type { ArticleState } from '../core/state.ts';
import { plainText } from '../core/tags.ts';
import type { EditionOptions } from './edition.ts';
import {
  articleDate,
  dateIn,
  dateOf,
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

/** A change of what had been published, as readers are told of it. */
export interface CardCorrection {
  readonly date: ArticleDate;
  /** The languages whose text changed. */
  readonly langs: readonly Lang[];
  /** What readers are told, where the change is a correction. */
  readonly note?: Readonly<Partial<Record<Lang, string>>>;
  /** What a correction put right, as plain texts; null: there was nothing, or there is nothing any more. */
  readonly changes: readonly {
    readonly lang: Lang;
    readonly from: string | null;
    readonly to: string | null;
  }[];
}

export interface ArticleCard {
  readonly slug: string;
  /** The article's own date, else the day it was first published. */
  readonly date: ArticleDate | null;
  /** When it went out first, and when it was changed last; front matter wins over the record. */
  readonly published: ArticleDate | null;
  readonly updated: ArticleDate | null;
  /** Newest first. */
  readonly corrections: readonly CardCorrection[];
  /** Segments that are shown as they were approved last, since their source is being edited. */
  readonly lastApproved: number;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  /** The language that most of it was written in. */
  readonly source: Lang;
  /** Segments that nobody has reviewed. */
  readonly unreviewed: number;
  readonly texts: Readonly<Record<Lang, CardTexts>>;
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
    published: dateIn(state, 'published'),
    updated: dateIn(state, 'updated'),
    corrections: [],
    lastApproved: 0,
    authors: authors(state),
    tags: tagsOf(state),
    source: mainLanguage(state.article.segments),
    unreviewed: readiness(state).open.length,
    texts: { zh: textsIn(state, 'zh', options), en: textsIn(state, 'en', options) },
  };
}

function correctionOf({ day, langs, changes, note }: PublishedChange): CardCorrection[] {
  const date = dateOf(day);
  if (date === null) return [];
  const plain = (text: string | null): string | null => (text === null ? null : plainText(text));
  const shown = note === undefined ? [] : changes;
  return [
    {
      date,
      langs,
      changes: shown.map(({ lang, from, to }) => ({ lang, from: plain(from), to: plain(to) })),
      ...(note === undefined ? {} : { note }),
    },
  ];
}

/** A card with what the record of its publications adds to it. */
export function withHistory(
  card: ArticleCard,
  history: Pick<PublishedHistory, 'first' | 'changes'>,
): ArticleCard {
  const { first, changes } = history;
  const published = card.published ?? (first === null ? null : dateOf(first));
  const last = changes.findLast(({ langs }) => langs.length > 0);
  return {
    ...card,
    date: card.date ?? published,
    published,
    updated: card.updated ?? (last === undefined ? null : dateOf(last.day)),
    corrections: changes.flatMap(correctionOf).reverse(),
  };
}

/** The day of the last change that went out, `YYYY-MM-DD`: all that machines read says the same. */
export function lastChange({
  date,
  published,
  updated,
}: Pick<ArticleCard, 'date' | 'published' | 'updated'>): string | undefined {
  return [date, published, updated]
    .flatMap((day) => day?.machine ?? [])
    .sort()
    .at(-1);
}

/** Newest first; articles of one day by their slugs. */
export function newestFirst(cards: readonly ArticleCard[]): readonly ArticleCard[] {
  return cards
    .map((card) => ({ card, slug: card.slug, day: card.date?.machine ?? '' }))
    .sort((a, b) => {
      if (a.day !== b.day) return a.day < b.day ? 1 : -1;
      return a.slug < b.slug ? -1 : 1;
    })
    .map(({ card }) => card);
}
