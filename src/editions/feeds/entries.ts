/** What a feed says, whatever its format: from the cards alone, so that no article is opened for it. */
import type { Lang } from '../../core/model.ts';
import { lastChange, type ArticleCard } from '../card.ts';
import type { Site } from '../edition.ts';
import { alternatesOf, type Alternate } from '../html/alternates.ts';
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

/** The title with the language that it is in: that of its parts, where it is one. */
function titleOf({ texts }: ArticleCard, lang: Lang, { options, convert = AS_IT_IS }: Site) {
  const { title, titleParts } = texts[lang];
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

function entryOf(card: ArticleCard, lang: Lang, site: Site): FeedEntry[] {
  const { options, convert = AS_IT_IS } = site;
  const place = { view: lang, slug: card.slug };
  const url = absoluteUrl(place, options);
  const day = dayOf(card);
  if (url === null || day === undefined) return [];
  const { description } = card.texts[lang];
  return [
    {
      url,
      ...titleOf(card, lang, site),
      summary: description === null ? null : convert(description),
      published: moment(day),
      updated: moment(lastChange(card) ?? day),
      authors: card.authors.map(convert),
      tags: card.tags.map(convert),
      related: alternatesOf(place, options).filter(({ href }) => href !== url),
    },
  ];
}

/** The feed of a language; null when the site has no address: entries and their ids are absolute. */
export function feedOf(cards: readonly ArticleCard[], lang: Lang, site: Site): Feed | null {
  const { options, convert = AS_IT_IS } = site;
  const home = absoluteUrl({ view: lang, slug: null }, options);
  if (home === null) return null;
  const entries = cards.flatMap((card) => entryOf(card, lang, site)).slice(0, LONGEST);
  return {
    tag: pageLanguage(lang, options).tag,
    title: convert(options.name[lang]),
    note: lang === 'zh' ? derivedText(options) : null,
    home,
    updated: latest(entries.map(({ updated }) => updated)) ?? NEVER,
    entries,
  };
}
