/** What machines read of a page: schema.org as JSON-LD. */
import type { Element } from 'hast';
import { otherLang, type Lang } from '../../core/model.ts';
import { lastChange, type ArticleCard } from '../card.ts';
import type { EditionOptions, View } from '../edition.ts';
import { pageLanguage } from '../language/index.ts';
import { element } from './element.ts';
import { absoluteUrl, type Place } from './links.ts';

export type JsonValue =
  | string
  | number
  | boolean
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue | undefined };

const CONTEXT = 'https://schema.org';

/** A script element that no text can end: every `<` in it is written as an escape. */
export function jsonLd(value: JsonValue): Element {
  const json = JSON.stringify(value).replaceAll('<', '\\u003c');
  return element('script', { type: 'application/ld+json' }, json);
}

/** The name that an article has in a language, whichever page speaks of it; null without an address. */
function articleId(slug: string, lang: Lang, options: EditionOptions): string | null {
  const url = absoluteUrl({ view: lang, slug }, options);
  return url === null ? null : `${url}#article`;
}

function reference(slug: string, lang: Lang, options: EditionOptions): JsonValue {
  return { '@id': articleId(slug, lang, options) ?? '' };
}

function person(name: string): JsonValue {
  return { '@type': 'Person', name };
}

function people(names: readonly string[]): JsonValue | undefined {
  return names.length === 0 ? undefined : names.map(person);
}

function publisher(lang: Lang, options: EditionOptions): JsonValue {
  return { '@type': 'Organization', name: options.name[lang], url: options.url ?? '' };
}

/**
 * The side of the language that most of an article was written in is the work, the other one its
 * translation: in an article of both neither page is simply the one or the other.
 */
function relation(
  { slug, source }: ArticleCard,
  lang: Lang,
  translators: readonly string[],
  options: EditionOptions,
): Readonly<Record<string, JsonValue | undefined>> {
  // A region's page is no translation, and the other language's page says nothing of it.
  const { derivedFrom } = options;
  if (derivedFrom !== undefined) return { isBasedOn: reference(slug, lang, derivedFrom) };
  const other = reference(slug, otherLang(lang), options);
  return lang === source
    ? { workTranslation: [other] }
    : { translationOfWork: other, translator: people(translators) };
}

/** What an article's data say besides its card. */
interface Besides {
  readonly translators: readonly string[];
  /** Address of a picture of it; null for none. */
  readonly image: string | null;
}

function newsArticle(
  card: ArticleCard,
  lang: Lang,
  { translators, image }: Besides,
  options: EditionOptions,
): JsonValue {
  const { slug, date, authors, tags, texts } = card;
  const { title, description } = texts[lang];
  return {
    '@context': CONTEXT,
    '@type': 'NewsArticle',
    '@id': articleId(slug, lang, options) ?? '',
    url: absoluteUrl({ view: lang, slug }, options) ?? '',
    mainEntityOfPage: absoluteUrl({ view: lang, slug }, options) ?? '',
    inLanguage: pageLanguage(lang, options).tag,
    headline: title,
    description: description ?? undefined,
    image: image === null ? undefined : [image],
    datePublished: date?.machine,
    dateModified: lastChange(card),
    author: people(authors),
    keywords: tags.length === 0 ? undefined : tags,
    publisher: publisher(lang, options),
    ...relation(card, lang, translators, options),
  };
}

/** What the page of both languages is: a page whose parts are the two articles. */
function bothArticles({ slug, texts }: ArticleCard, options: EditionOptions): JsonValue {
  const url = absoluteUrl({ view: 'bilingual', slug }, options) ?? '';
  return {
    '@context': CONTEXT,
    '@type': 'WebPage',
    '@id': `${url}#page`,
    url,
    inLanguage: [pageLanguage('zh', options).tag, pageLanguage('en', options).tag],
    name: [texts.zh.title, texts.en.title],
    hasPart: [reference(slug, 'zh', options), reference(slug, 'en', options)],
  };
}

/** An article's page; nothing while the site has no address. */
export function articleData(
  card: ArticleCard,
  view: View,
  besides: Besides,
  options: EditionOptions,
): readonly JsonValue[] {
  if (options.url === undefined) return [];
  return [
    view === 'bilingual' ? bothArticles(card, options) : newsArticle(card, view, besides, options),
  ];
}

/** A step on the way from the front page. */
export interface Step {
  readonly name: string;
  readonly place: Place;
}

/** The way from the front page to this page, which comes last; nothing while the site has no address. */
export function breadcrumbData(
  steps: readonly Step[],
  options: EditionOptions,
): readonly JsonValue[] {
  if (options.url === undefined) return [];
  const items = steps.map(({ name, place }, at) => ({
    '@type': 'ListItem',
    position: at + 1,
    name,
    item: absoluteUrl(place, options) ?? '',
  }));
  return [{ '@context': CONTEXT, '@type': 'BreadcrumbList', itemListElement: items }];
}
