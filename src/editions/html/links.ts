/** Addresses inside the site. */
import type { EditionOptions, View } from '../edition.ts';
import { VIEW_FOLDERS } from '../edition.ts';

/** A page's place: the view's index, one article in it, or (null) the site's root. */
export interface Place {
  readonly view: View | null;
  readonly slug: string | null;
}

function folder({ view, slug }: Place): string {
  if (view === null) return '';
  return slug === null ? `${VIEW_FOLDERS[view]}/` : `${VIEW_FOLDERS[view]}/${slug}/`;
}

/** Path of the page's file below the output folder. */
export function pagePath(place: Place): string {
  return `${folder(place)}index.html`;
}

/** The way from a page to the site's root: nothing, `../`, … */
export function rootFrom(place: Place): string {
  return '../'.repeat(folder(place).split('/').length - 1);
}

/** A relative link from one page to another. */
export function linkTo(from: Place, to: Place): string {
  return `${rootFrom(from)}${folder(to)}` || './';
}

/** The page's absolute address; null when the site's is not known. */
export function absoluteUrl(place: Place, options: EditionOptions): string | null {
  return options.url === undefined ? null : `${options.url}${folder(place)}`;
}
