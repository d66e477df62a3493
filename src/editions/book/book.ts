/** Articles as a book: what it is called, whose it is, and its chapters. */
import { createHash } from 'node:crypto';
import { LANGS, type Lang } from '../../core/model.ts';
import type { ArticleState } from '../../core/state.ts';
import type { ArticleCard } from '../card.ts';
import type { EditionOptions, OutgoingArticle, Site, View } from '../edition.ts';
import { absoluteUrl } from '../html/links.ts';
import { chapterOf, titleOf, type Chapter } from './chapter.ts';
import { linkChapter, namePlaces } from './links.ts';
import { PictureShelf, type BookPicture } from './shelf.ts';
import { writeChapter, type WrittenChapter } from './written-chapter.ts';

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
  readonly chapters: readonly WrittenChapter[];
  /** By their addresses from a chapter. */
  readonly pictures: ReadonlyMap<string, BookPicture>;
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

/** What a book says of itself. */
export type BookAbout = Omit<Book, 'chapters' | 'pictures'>;

/** What an article says of itself as a book. */
export function aboutArticle(
  article: OutgoingArticle,
  view: View,
  options: EditionOptions,
): BookAbout {
  const { card } = article;
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
  };
}

/** An article as the only chapter of a book, and the pictures that it shows. */
export function onlyChapter(
  article: OutgoingArticle,
  view: View,
  site: Site,
): { readonly chapter: Chapter; readonly pictures: Book['pictures'] } {
  const shelf = new PictureShelf();
  const chapter = chapterOf(article, view, site, shelf);
  const names = namePlaces(chapter);
  linkChapter(chapter, { has: (slug) => slug === chapter.slug, names: () => names });
  return { chapter, pictures: shelf.all };
}

/** One article as a book. */
export function bookOfArticle(article: OutgoingArticle, view: View, site: Site): Book {
  const { options } = site;
  const { chapter, pictures } = onlyChapter(article, view, site);
  const chapters = [writeChapter(chapter, view, options)];
  return { ...aboutArticle(article, view, options), chapters, pictures };
}

/**
 * What all articles say of themselves as one book, under the name of the site.
 * @param moments when they became what they are
 */
export function aboutSite(
  cards: readonly ArticleCard[],
  moments: readonly string[],
  view: View,
  options: EditionOptions,
): BookAbout {
  return {
    view,
    title: siteNameOf(view, options),
    langs: langsOf(view),
    id: idOf(view, '', options),
    modified: moments.reduce((last, at) => (at > last ? at : last), NEVER),
    authors: once(cards.map(({ authors }) => authors)),
    tags: once(cards.map(({ tags }) => tags)),
    publisher: siteNameOf(view, options),
    description: null,
    date: cards[0]?.date?.machine ?? null,
    source: absoluteUrl({ view, slug: null }, options),
  };
}
