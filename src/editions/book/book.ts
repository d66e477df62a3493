/** Articles as a book: what it is called, whose it is, and its chapters. */
import { createHash } from 'node:crypto';
import { LANGS, type Lang } from '../../core/model.ts';
import type { ArticleState } from '../../core/state.ts';
import type { EditionOptions, OutgoingArticle, Site, View } from '../edition.ts';
import { absoluteUrl } from '../html/links.ts';
import type { Picture } from '../parts/pictures.ts';
import { chapterOf, titleOf, type Chapter } from './chapter.ts';
import { linkChapters } from './links.ts';
import { PictureShelf } from './shelf.ts';

export interface Book {
  readonly view: View;
  readonly title: string;
  /** Languages of its text. */
  readonly langs: readonly Lang[];
  /** A name that no other book has, and that this one keeps. */
  readonly id: string;
  /** ISO 8601, UTC, to the second. */
  readonly modified: string;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  readonly publisher: string;
  readonly description: string | null;
  readonly date: string | null;
  /** Address of the page that says the same. */
  readonly source: string | null;
  readonly chapters: readonly Chapter[];
  /** By their addresses from a chapter. */
  readonly pictures: ReadonlyMap<string, Picture>;
}

/** The namespace of addresses (RFC 9562, version 5). */
const URL_NAMESPACE = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');

/** A UUID of version 5. */
function uuidOf(name: string): string {
  const hash = createHash('sha1').update(URL_NAMESPACE).update(name).digest().subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [8, 4, 4, 4, 12]
    .reduce(
      ({ at, parts }, length) => ({
        at: at + length,
        parts: [...parts, hex.slice(at, at + length)],
      }),
      { at: 0, parts: [] as string[] },
    )
    .parts.join('-');
}

function idOf(view: View, slug: string, { url, name }: EditionOptions): string {
  return `urn:uuid:${uuidOf([url ?? `${name.zh}/${name.en}/`, view, slug].join(' '))}`;
}

const NEVER = '1970-01-01T00:00:00Z';
const MOMENT = /^(\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d)(?:\.\d+)?Z$/;

/** When an article became what it is: its day, or the last approval after it. */
export function modifiedOf({ state, card }: OutgoingArticle): string {
  const day = card.date === null ? NEVER : `${card.date.machine}T00:00:00Z`;
  return signOffsOf(state).reduce((last, at) => (at > last ? at : last), day);
}

function signOffsOf({ units }: ArticleState): string[] {
  return units.flatMap(({ status, record }) => {
    const [, at] = MOMENT.exec(record?.signoffs.at(-1)?.at ?? '') ?? [];
    return status === 'reviewed' && at !== undefined ? [`${at}Z`] : [];
  });
}

function langsOf(view: View): readonly Lang[] {
  return view === 'bilingual' ? LANGS : [view];
}

function siteNameOf(view: View, { name }: EditionOptions): string {
  return [...new Set(langsOf(view).map((lang) => name[lang]))].join(' · ');
}

function descriptionOf({ card }: OutgoingArticle, view: View): string | null {
  const texts = langsOf(view).flatMap((lang) => card.texts[lang].description ?? []);
  return texts.length === 0 ? null : [...new Set(texts)].join(' ');
}

function once(lists: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(lists.flat())];
}

function contentOf(
  articles: readonly OutgoingArticle[],
  view: View,
  site: Site,
): Pick<Book, 'chapters' | 'pictures'> {
  const shelf = new PictureShelf();
  const chapters = articles.map((article) => chapterOf(article, view, site, shelf));
  linkChapters(chapters);
  return { chapters, pictures: shelf.all };
}

/** One article as a book. */
export function bookOfArticle(article: OutgoingArticle, view: View, site: Site): Book {
  const { card } = article;
  const { options } = site;
  return {
    view,
    title: titleOf(article, view),
    langs: langsOf(view),
    id: idOf(view, card.slug, options),
    modified: modifiedOf(article),
    authors: card.authors,
    tags: card.tags,
    publisher: siteNameOf(view, options),
    description: descriptionOf(article, view),
    date: card.date?.machine ?? null,
    source: absoluteUrl({ view, slug: card.slug }, options),
    ...contentOf([article], view, site),
  };
}

/** All articles as one book, under the name of the site. */
export function bookOfSite(articles: readonly OutgoingArticle[], view: View, site: Site): Book {
  const { options } = site;
  const moments = articles.map(modifiedOf);
  return {
    view,
    title: siteNameOf(view, options),
    langs: langsOf(view),
    id: idOf(view, '', options),
    modified: moments.reduce((last, at) => (at > last ? at : last), NEVER),
    authors: once(articles.map(({ card }) => card.authors)),
    tags: once(articles.map(({ card }) => card.tags)),
    publisher: siteNameOf(view, options),
    description: null,
    date: articles[0]?.card.date?.machine ?? null,
    source: absoluteUrl({ view, slug: null }, options),
    ...contentOf(articles, view, site),
  };
}
