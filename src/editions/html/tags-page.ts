/** All subjects of a site. */
import type { ArticleCard } from '../card.ts';
import type { Site, View } from '../edition.ts';
import { tagPlace, tagsPlace } from '../parts/lists.ts';
import { element, lines, type Child } from './element.ts';
import { breadcrumbData } from './json-ld.ts';
import { linkTo, pagePath } from './links.ts';
import { page, pageContext, themeOf } from './page.ts';
import { asItStands } from './people.ts';
import { label, plainLabel } from './words.ts';

/** A subject under one address, with its articles, newest first. */
export interface Topic {
  readonly slug: string;
  /** As the newest article writes it. */
  readonly name: string;
  readonly cards: readonly ArticleCard[];
}

function item({ slug, name, cards }: Topic, view: View, { options }: Site): Child {
  const href = linkTo(tagsPlace(view), tagPlace(view, slug), options);
  return element(
    'li',
    {},
    element('a', { href }, asItStands(name, view, options)),
    ' ',
    element('span', { className: ['count'] }, String(cards.length)),
  );
}

/** The page, at its path. */
export function tagsPage(
  topics: readonly Topic[],
  view: View,
  { title, site }: { readonly title: string; readonly site: Site },
): [string, string] {
  const { options } = site;
  const place = tagsPlace(view);
  const front = { view, slug: null };
  const name = plainLabel(view, 'topics', options);
  const home = { name: plainLabel(view, 'home', options), place: front };
  const html = page(
    {
      kind: 'tags',
      head: {
        place,
        title: `${name} · ${title}`,
        description: null,
        noindex: false,
        data: breadcrumbData([home, { name, place }], options),
      },
      main: [
        themeOf(site).indexHeader({
          page: pageContext('tags', place, options),
          title: label(view, 'topics', options),
          count: topics.length,
        }),
        element(
          'ul',
          { className: ['all-topics'] },
          ...lines(...topics.map((topic) => item(topic, view, site))),
        ),
      ],
      trail: [{ href: linkTo(place, front, options), words: label(view, 'home', options) }],
      next: [{ href: linkTo(place, front, options), words: label(view, 'allArticles', options) }],
    },
    site,
  );
  return [pagePath(place, options), html];
}
