/** What a feed says, whatever its format: from the cards alone, so that no article is opened for it. */
import type { Lang } from '../../core/model.ts';
import { lastChange, type ArticleCard, type CardTexts } from '../card.ts';
import type { Ground, WholeSite } from '../edition.ts';
import { alternatesOf, type Alternate } from '../html/alternates.ts';
import { absentOf } from '../html/absent.ts';
import { derivedText } from '../html/derived.ts';
import { absoluteUrl } from '../html/links.ts';
import { pageLanguage } from '../language/index.ts';

/** Readers fetch a feed often and keep what they have seen: the newest articles are enough. */
const LONGEST = 50;

export interface FeedEntry {
  /** Absolute; also the entry's id: each language has its own. */
  readonly url: string;
  readonly title: string;
  /** BCP 47, of the title: a headline that nobody had to translate stands in its own language. */
  readonly titleTag: string;
  readonly summary: string | null;
  /** Moments of RFC 3339, which feeds ask for: the day's begin in UTC, since articles have days. */
  readonly published: string;
  readonly updated: string;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  /** The same article on the site's other pages. */
  readonly related: readonly Alternate[];
}

export interface Feed {
  readonly tag: string;
  readonly title: string;
  /** That it was derived, where it is a region's. */
  readonly note: string | null;
  /** Absolute, of the index page. */
  readonly home: string;
  readonly updated: string;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
}

/** Of a feed without articles: it has to have one, and no clock may decide. */
const NEVER = '1970-01-01T00:00:00Z';

function moment(day: string): string {
  return `${day}T00:00:00Z`;
}

function latest(days: readonly string[]): string | undefined {
  return [...days].sort().at(-1);
}

const AS_IT_IS = (text: string): string => text;

/** What a feed shows of an article. */
export interface FeedCard extends Pick<
  ArticleCard,
  'slug' | 'date' | 'published' | 'updated' | 'authors' | 'tags'
> {
  readonly texts: CardTexts;
  /** When it came out, `YYYY-MM-DD`. */
  readonly day: string;
  /** Paths of its pages in other languages that are not there; without it all are. */
  readonly absent?: readonly string[];
}

/** The title with the language that it is in: that of its parts, where it is one. */
function titleOf({ texts }: FeedCard, lang: Lang, { options, convert = AS_IT_IS }: Ground) {
  const { title, titleParts } = texts;
  const langs = new Set(titleParts.map((part) => part.lang));
  const inLang = langs.size === 1 ? ([...langs][0] ?? lang) : lang;
  return {
    title: inLang === lang ? convert(title) : title,
    titleTag: pageLanguage(inLang, options).tag,
  };
}

/** What nobody has reviewed is sent to nobody, and what has no day has no place in the order. */
function dayOf({ date, published, unreviewed }: ArticleCard): string | undefined {
  return unreviewed > 0 ? undefined : (date ?? published)?.machine;
}

/** What the feed of a language shows of these articles, which are sorted newest first. */
export function feedCards(
  cards: readonly ArticleCard[],
  lang: Lang,
  { options, lacks }: Pick<WholeSite, 'options' | 'lacks'>,
): readonly FeedCard[] {
  const shown: FeedCard[] = [];
  for (const card of cards) {
    const day = dayOf(card);
    if (day === undefined) continue;
    const { slug, date, published, updated, authors, tags } = card;
    const absent = absentOf({ view: lang, slug }, options, lacks);
    const entry = { slug, date, published, updated, authors, tags, texts: card.texts[lang], day };
    shown.push(absent.length === 0 ? entry : { ...entry, absent });
    if (shown.length === LONGEST) break;
  }
  return shown;
}

function entryOf(card: FeedCard, lang: Lang, ground: Ground): FeedEntry {
  const { options, convert = AS_IT_IS } = ground;
  const place = { view: lang, slug: card.slug };
  const url = absoluteUrl(place, options) ?? '';
  const { description } = card.texts;
  return {
    url,
    ...titleOf(card, lang, ground),
    summary: description === null ? null : convert(description),
    published: moment(card.day),
    updated: moment(lastChange(card) ?? card.day),
    authors: card.authors.map(convert),
    tags: card.tags.map(convert),
    related: alternatesOf(place, options, (path) => card.absent?.includes(path) === true).filter(
      ({ href }) => href !== url,
    ),
  };
}

/** The feed of a language, on a site that has an address: entries and their ids are absolute. */
export function feedOf(cards: readonly FeedCard[], lang: Lang, ground: Ground): Feed {
  const { options, convert = AS_IT_IS } = ground;
  const entries = cards.map((card) => entryOf(card, lang, ground));
  return {
    tag: pageLanguage(lang, options).tag,
    title: convert(options.name[lang]),
    note: lang === 'zh' ? derivedText(options) : null,
    home: absoluteUrl({ view: lang, slug: null }, options) ?? '',
    updated: latest(entries.map(({ updated }) => updated)) ?? NEVER,
    entries,
  };
}
