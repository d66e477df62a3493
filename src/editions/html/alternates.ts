/** The same page in other languages, as search engines are told of it: reciprocal on every page and in the map. */
import type { EditionOptions, View } from '../edition.ts';
import { pageLanguage } from '../language/index.ts';
import { chineseSites } from './derived.ts';
import { absoluteUrl, pagePath, type Place } from './links.ts';

export interface Alternate {
  /** BCP 47, or `x-default`. */
  readonly tag: string;
  /** Absolute. */
  readonly href: string;
}

/**
 * Every page that stands for this one in a language, itself among them; none without an address.
 * @param lacks whether there is no such page, by its path
 */
export function alternatesOf(
  place: Place,
  options: EditionOptions,
  lacks?: (path: string) => boolean,
): readonly Alternate[] {
  const inView = (tag: string, view: View | null, site = options): Alternate[] => {
    if (lacks?.(pagePath({ ...place, view }, site)) === true) return [];
    const href = absoluteUrl({ ...place, view }, site);
    return href === null ? [] : [{ tag, href }];
  };
  const isFront = place.slug === null && place.list === undefined;
  return [
    ...chineseSites(options).flatMap((site) => inView(pageLanguage('zh', site).tag, 'zh', site)),
    ...inView(pageLanguage('en', options).tag, 'en'),
    ...inView('x-default', isFront ? null : 'bilingual'),
  ];
}
