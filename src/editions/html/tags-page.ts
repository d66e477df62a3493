/** All subjects of a site. */
import type { Ground, View } from '../edition.ts';
import { tagPlace, tagsPlace } from '../parts/lists.ts';
import { siteFile, type SiteFile } from '../site-file.ts';
import { element, lines, type Child } from './element.ts';
import { breadcrumbData } from './json-ld.ts';
import { linkTo, pagePath } from './links.ts';
import { page, pageContext, themeOf } from './page.ts';
import { asItStands } from './people.ts';
import { label, plainLabel } from './words.ts';

/** A subject under one address. */
export interface CountedTopic {
  readonly slug: string;
  /** As the newest article writes it. */
  readonly name: string;
  /** Its articles. */
  readonly count: number;
}

/** What the page shows. Plain data. */
interface ShownTopics {
  readonly topics: readonly CountedTopic[];
  readonly view: View;
  /** The site's, for the browser's tab. */
  readonly title: string;
  /** Paths of the same page in other languages that are not there. */
  readonly absent: readonly string[];
}

function item({ slug, name, count }: CountedTopic, view: View, { options }: Ground): Child {
  const href = linkTo(tagsPlace(view), tagPlace(view, slug), options);
  return element(
    'li',
    {},
    element('a', { href }, asItStands(name, view, options)),
    ' ',
    element('span', { className: ['count'] }, String(count)),
  );
}

function tagsHtml({ topics, view, title, absent }: ShownTopics, ground: Ground): string {
  const { options } = ground;
  const place = tagsPlace(view);
  const front = { view, slug: null };
  const name = plainLabel(view, 'topics', options);
  const home = { name: plainLabel(view, 'home', options), place: front };
  return page(
    {
      kind: 'tags',
      head: {
        place,
        title: `${name} · ${title}`,
        description: null,
        noindex: false,
        absent,
        data: breadcrumbData([home, { name, place }], options),
      },
      main: [
        themeOf(ground).indexHeader({
          page: pageContext('tags', place, options),
          title: label(view, 'topics', options),
          count: topics.length,
        }),
        element(
          'ul',
          { className: ['all-topics'] },
          ...lines(...topics.map((topic) => item(topic, view, ground))),
        ),
      ],
      trail: [{ href: linkTo(place, front, options), words: label(view, 'home', options) }],
      next: [{ href: linkTo(place, front, options), words: label(view, 'allArticles', options) }],
    },
    ground,
  );
}

/** The page, at its path. */
export function tagsPage(shown: ShownTopics, ground: Ground): SiteFile {
  const path = pagePath(tagsPlace(shown.view), ground.options);
  return siteFile(path, shown, () => tagsHtml(shown, ground));
}
