/** The `<head>` of a page. */
import type { Element } from 'hast';
import type { EditionOptions, View } from '../edition.ts';
import { pageLanguage } from '../language/index.ts';
import { alternatesOf } from './alternates.ts';
import { chineseSites } from './derived.ts';
import { element, lines, nodesOf, type Child } from './element.ts';
import { feedLinks } from './feed-links.ts';
import { jsonLd, type JsonValue } from './json-ld.ts';
import { absoluteUrl, pagePath, rootFrom, type Place } from './links.ts';
import type { PictureSize } from '../parts/picture-size.ts';
import { labelLanguage } from './words.ts';

/** A picture that stands for an article elsewhere. */
export interface ArticleImage {
  /** Absolute. */
  readonly url: string;
  readonly size: PictureSize | null;
}

export interface PageHead {
  readonly place: Place;
  readonly title: string;
  readonly description: string | null;
  /** Keeps search engines away: the page holds unreviewed text, or is nobody's to find. */
  readonly noindex: boolean;
  /** Paths of the same page in other languages that are not there, where others have theirs. */
  readonly absent?: readonly string[];
  /** Of an article: its day, that of its last change, and its subjects. */
  readonly article?: {
    readonly published: string | null;
    readonly modified: string | null;
    readonly tags: readonly string[];
    readonly image: ArticleImage | null;
  };
  /** What machines read of the page (JSON-LD). */
  readonly data?: readonly JsonValue[];
}

interface Extra {
  /** Path of the icon below the site's root. */
  readonly icon: string;
  readonly script: boolean;
  readonly more: Child;
}

function meta(name: string, content: string): Element {
  return element('meta', { name, content });
}

function property(name: string, content: string): Element {
  return element('meta', { property: name, content });
}

/** Canonical and alternates: absolute or not at all. Each page names itself and the other language. */
function addresses({ place, noindex, absent }: PageHead, options: EditionOptions): Child[] {
  const canonical = absoluteUrl(place, options);
  if (canonical === null) return [];
  const self = element('link', { rel: ['canonical'], href: canonical });
  if (noindex || place.view === null || place.view === 'bilingual') return [self];
  return [
    self,
    ...alternatesOf(place, options, (path) => absent?.includes(path) === true).map(
      ({ tag, href }) => element('link', { rel: ['alternate'], hrefLang: tag, href }),
    ),
  ];
}

function ofImage(image: ArticleImage | null): Child[] {
  if (image === null) return [];
  const { url, size } = image;
  return [
    property('og:image', url),
    size === null ? null : property('og:image:width', String(size.width)),
    size === null ? null : property('og:image:height', String(size.height)),
  ];
}

function ofArticle(article: PageHead['article']): Child[] {
  if (article === undefined) return [];
  const { published, modified, tags, image } = article;
  return [
    published === null ? null : property('article:published_time', published),
    modified === null ? null : property('article:modified_time', modified),
    ...tags.map((tag) => property('article:tag', tag)),
    ...ofImage(image),
  ];
}

/** The languages that the site has the page in, as Open Graph calls them: the page's own first. */
function locales({ place, absent = [] }: PageHead, options: EditionOptions): readonly string[] {
  const locale = (of: EditionOptions): string => pageLanguage('zh', of).openGraph;
  const isThere = (view: View, of: EditionOptions): boolean =>
    !absent.includes(pagePath({ ...place, view }, of));
  const chinese = chineseSites(options).filter((of) => isThere('zh', of));
  const english = isThere('en', options) ? [pageLanguage('en', options).openGraph] : [];
  const own = labelLanguage(place.view) === 'en' ? english : [locale(options)];
  return [...new Set([...own, ...chinese.map(locale), ...english])];
}

/** Open Graph, whose languages take underscores; of what has an address. */
function openGraph(head: PageHead, options: EditionOptions): Child[] {
  const { place, title, description, article } = head;
  const url = absoluteUrl(place, options);
  if (url === null) return [];
  const lang = labelLanguage(place.view);
  const [locale = '', ...others] = locales(head, options);
  return [
    property('og:type', article === undefined ? 'website' : 'article'),
    property('og:site_name', options.name[lang]),
    property('og:title', title),
    description === null ? null : property('og:description', description),
    property('og:url', url),
    property('og:locale', locale),
    ...others.map((other) => property('og:locale:alternate', other)),
    ...ofArticle(article),
    meta('twitter:card', article?.image ? 'summary_large_image' : 'summary'),
  ];
}

/** The head; nothing in it loads from another site. */
export function pageHead(head: PageHead, extra: Extra, options: EditionOptions): Element {
  const { place, title, description, noindex, data = [] } = head;
  const root = rootFrom(place, options);
  return element(
    'head',
    {},
    ...lines(
      element('meta', { charSet: 'utf-8' }),
      meta('viewport', 'width=device-width, initial-scale=1'),
      element('title', {}, title),
      description === null ? null : meta('description', description),
      noindex ? meta('robots', 'noindex') : null,
      meta('color-scheme', 'light dark'),
      ...addresses(head, options),
      ...feedLinks(place, options),
      ...openGraph(head, options),
      element('link', { rel: ['icon'], href: `${root}${extra.icon}` }),
      element('link', { rel: ['stylesheet'], href: `${root}style.css` }),
      extra.script ? element('script', { src: `${root}reader.js`, defer: true }) : null,
      ...data.map(jsonLd),
      ...nodesOf(extra.more),
    ),
  );
}
