/** A page's links to the feeds of its languages. */
import { LANGS, type Lang } from '../../core/model.ts';
import type { EditionOptions } from '../edition.ts';
import { element, type Child } from './element.ts';
import { rootFrom, type Place } from './links.ts';

/** The forms of a feed: the file in the folder of its language, and how HTTP calls it. */
export const FEED_FORMATS = [
  { file: 'feed.xml', type: 'application/atom+xml' },
  { file: 'feed.json', type: 'application/feed+json' },
] as const;

/** Links to the feeds, without `hreflang`: that is for pages. None where the site has no address, since feeds have to name theirs. */
export function feedLinks(place: Place, options: EditionOptions): readonly Child[] {
  if (options.url === undefined) return [];
  const { view } = place;
  const langs: readonly Lang[] = view === 'zh' || view === 'en' ? [view] : LANGS;
  return langs.flatMap((lang) =>
    FEED_FORMATS.map(({ file, type }) =>
      element('link', {
        rel: ['alternate'],
        type,
        title: options.name[lang],
        href: `${rootFrom(place, options)}${options.paths[lang]}/${file}`,
      }),
    ),
  );
}
