/** Addresses inside the site. */
import type { EditionOptions, View } from '../edition.ts';
import type { Picture } from '../parts/pictures.ts';

/** A page's place: the site's root (no view), a view's index, or a page in it. */
export interface Place {
  readonly view: View | null;
  /** An article's slug; null for every page that is no article's. */
  readonly slug: string | null;
  /** A page of lists: `tags/<slug>`, `page/2`, `archive/2026`; not together with a slug. */
  readonly list?: string;
  /** The page for what is not there: no address of its own, and links from the site's root. */
  readonly missing?: boolean;
}

type Paths = Pick<EditionOptions, 'paths' | 'url'>;

function folder({ view, slug, list }: Place, { paths }: Paths): string {
  if (view === null) return '';
  const below = slug ?? list;
  return below === undefined ? `${paths[view]}/` : `${paths[view]}/${below}/`;
}

/** Path of the page's file below the output folder. */
export function pagePath(place: Place, options: Paths): string {
  return `${folder(place, options)}index.html`;
}

/** The way from a page to the site's root: nothing, `../`, … */
export function rootFrom(place: Place, options: Paths): string {
  if (place.missing === true) return new URL(options.url ?? 'https://x/').pathname;
  const path = folder(place, options);
  let up = '';
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) up += '../';
  return up;
}

/** A relative link from one page to another. */
export function linkTo(from: Place, to: Place, options: Paths): string {
  return `${rootFrom(from, options)}${folder(to, options)}` || './';
}

/** The page's absolute address; null when the site's is not known. */
export function absoluteUrl(place: Place, options: EditionOptions): string | null {
  if (place.missing === true) return null;
  return options.url === undefined ? null : `${options.url}${folder(place, options)}`;
}

/** Path of a picture of an article below the output folder: all editions show the same file. */
export function picturePathOf(slug: string, { name }: Pick<Picture, 'name'>): string {
  return `pictures/${slug}/${name}`;
}

/** The link from an article's page to one of its pictures. */
export function pictureLink(picture: Pick<Picture, 'name'>, from: Place, options: Paths): string {
  return rootFrom(from, options) + encodeURI(picturePathOf(from.slug ?? '', picture));
}
