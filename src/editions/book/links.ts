/** Links and names of places in a book. */
import type { Element, ElementContent } from 'hast';
import { decodedPart } from '../../core/percent-decoding.ts';

/** A chapter's text before its links are known to lead somewhere. */
export interface LinkedChapter {
  /** Address of the page that it was made from; relative links are read from there. */
  readonly url: string | null;
  /** Slug of the article. */
  readonly slug: string;
  readonly body: readonly ElementContent[];
}

const SAFE_ID = /^[A-Za-z_][A-Za-z0-9_.-]*$/;

function eachElement(nodes: readonly ElementContent[], visit: (node: Element) => void): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    visit(node);
    eachElement(node.children, visit);
  }
}

/** Name of a chapter's file, without folder. */
export function fileOf(slug: string): string {
  return `${slug}.xhtml`;
}

/** Old name → new name, for every place of a chapter. */
export type PlaceNames = ReadonlyMap<string, string>;

/** Gives the places of a chapter names that a book may have, in place: each name once, and one that XML takes. */
export function namePlaces(chapter: LinkedChapter): PlaceNames {
  const names = new Map<string, string>();
  eachElement(chapter.body, ({ properties }) => {
    const { id } = properties;
    if (id === undefined) return;
    const name = String(id);
    if (names.has(name)) delete properties.id;
    else {
      names.set(name, SAFE_ID.test(name) ? name : `place-${names.size + 1}`);
      properties.id = names.get(name);
    }
  });
  return names;
}

const ARTICLE = /^\.\.\/([a-z0-9]+(?:-[a-z0-9]+)*)\/(?:#(.*))?$/;

/** The chapters of a book, as links ask for them. */
export interface Chapters {
  readonly has: (slug: string) => boolean;
  readonly names: (slug: string) => PlaceNames | undefined;
}

interface ChapterAddress {
  readonly slug: string;
  /** Of a place in it. */
  readonly fragment: string | undefined;
}

/** A link to a place in a chapter; null when the place is not there. */
function placeIn(
  { slug, fragment }: ChapterAddress,
  chapters: Chapters,
  here: LinkedChapter,
): string | null {
  if (!chapters.has(slug)) return null;
  if (!fragment) return fileOf(slug);
  const isHere = slug === here.slug;
  const file = isHere ? '' : fileOf(slug);
  const name = chapters.names(slug)?.get(decodedPart(fragment));
  if (name !== undefined) return `${file}#${name}`;
  return isHere ? null : file;
}

/**
 * An address outside of what is written, as a link may hold it; null for one that does more than lead somewhere.
 * @param base where relative addresses are read from; null: they lead nowhere
 */
export function outside(href: string, base: string | null): string | null {
  const url = URL.canParse(href, base ?? undefined) ? new URL(href, base ?? undefined) : null;
  if (url === null || !/^(?:https?|mailto):$/.test(url.protocol)) return null;
  // What an address may not hold, and `URL` leaves as it stands.
  return url.href.replace(/[^\x21-\x7e]|["<>\\^`{|}]/g, (sign) => encodeURIComponent(sign));
}

function hrefOf({ properties }: Element): string {
  return String(properties['href'] ?? '');
}

/** The article that a link from another one's page leads to; null where it leads to none. */
function chapterIn(href: string): ChapterAddress | null {
  const [, slug, fragment] = ARTICLE.exec(href) ?? [];
  return slug === undefined ? null : { slug, fragment };
}

/** The articles that a chapter's links lead to. */
export function chaptersAsked({ body }: LinkedChapter): readonly ChapterAddress[] {
  const asked: ChapterAddress[] = [];
  eachElement(body, (node) => {
    const address = node.tagName === 'a' ? chapterIn(hrefOf(node)) : null;
    if (address !== null) asked.push(address);
  });
  return asked;
}

function resolved(href: string, here: LinkedChapter, chapters: Chapters): string | null {
  if (href.startsWith('#')) {
    return placeIn({ slug: here.slug, fragment: href.slice(1) }, chapters, here);
  }
  const address = chapterIn(href);
  const inBook = address === null ? null : placeIn(address, chapters, here);
  return inBook ?? outside(href, here.url);
}

/**
 * Leads a chapter's links to places in the book or out of it, in place; a link that leads nowhere keeps its
 * words.
 */
export function linkChapter(chapter: LinkedChapter, chapters: Chapters): void {
  eachElement(chapter.body, (node) => {
    if (node.tagName !== 'a') return;
    const href = resolved(hrefOf(node), chapter, chapters);
    if (href === null) {
      node.tagName = 'span';
      delete node.properties['href'];
    } else node.properties['href'] = href;
  });
}
