/** Links and names of places in a book. */
import type { Element, ElementContent } from 'hast';

/** A chapter's text before its links are known to lead somewhere. */
export interface LinkedChapter {
  /** Name of its file, without folder. */
  readonly file: string;
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

/** Old name → new name, for every place of a chapter: each name once, and one that XML takes. */
function renameIds(chapter: LinkedChapter): ReadonlyMap<string, string> {
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

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

interface Shelf {
  readonly chapters: ReadonlyMap<string, LinkedChapter>;
  readonly names: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** A link to a place in a chapter; null when the place is not there. */
function placeIn(
  shelf: Shelf,
  slug: string,
  fragment: string | undefined,
  here: LinkedChapter,
): string | null {
  const chapter = shelf.chapters.get(slug);
  if (chapter === undefined) return null;
  const file = chapter === here ? '' : chapter.file;
  if (!fragment) return chapter.file;
  const name = shelf.names.get(slug)?.get(decoded(fragment));
  if (name !== undefined) return `${file}#${name}`;
  return chapter === here ? null : file;
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

function resolved(href: string, here: LinkedChapter, shelf: Shelf): string | null {
  if (href.startsWith('#')) return placeIn(shelf, here.slug, href.slice(1), here);
  const [, slug = '', fragment] = ARTICLE.exec(href) ?? [];
  const inBook = slug === '' ? null : placeIn(shelf, slug, fragment, here);
  return inBook ?? outside(href, here.url);
}

/**
 * Gives the places of all chapters names that a book may have, and leads links there, to other chapters or out
 * of the book, in place; a link that leads nowhere keeps its words.
 */
export function linkChapters(chapters: readonly LinkedChapter[]): void {
  const shelf: Shelf = {
    chapters: new Map(chapters.map((chapter) => [chapter.slug, chapter])),
    names: new Map(chapters.map((chapter) => [chapter.slug, renameIds(chapter)])),
  };
  for (const chapter of chapters) {
    eachElement(chapter.body, (node) => {
      if (node.tagName !== 'a') return;
      const href = resolved(String(node.properties['href'] ?? ''), chapter, shelf);
      if (href === null) {
        node.tagName = 'span';
        delete node.properties['href'];
      } else node.properties['href'] = href;
    });
  }
}
