/** The `<head>` of a page. */
import type { Element } from 'hast';
import type { EditionOptions } from '../edition.ts';
import { pageLanguage } from '../language/index.ts';
import type { Child } from './element.ts';
import { element, lines } from './element.ts';
import type { Place } from './links.ts';
import { absoluteUrl, rootFrom } from './links.ts';

export interface PageHead {
  readonly place: Place;
  readonly title: string;
  readonly description: string | null;
  /** Keeps search engines away: the page holds unreviewed text. */
  readonly noindex: boolean;
}

function meta(name: string, content: string): Element {
  return element('meta', { name, content });
}

/** Canonical and alternates: absolute or not at all. Each page names itself and the other language. */
function addresses({ place, noindex }: PageHead, options: EditionOptions): Child[] {
  const canonical = absoluteUrl(place, options);
  if (canonical === null) return [];
  const self = element('link', { rel: ['canonical'], href: canonical });
  if (noindex || place.view === null || place.view === 'bilingual') return [self];
  const alternate = (tag: string, view: Place['view']): Element =>
    element('link', {
      rel: ['alternate'],
      hrefLang: tag,
      href: absoluteUrl({ ...place, view }, options) ?? '',
    });
  return [
    self,
    alternate(pageLanguage('zh', options).tag, 'zh'),
    alternate(pageLanguage('en', options).tag, 'en'),
    alternate('x-default', place.slug === null ? null : 'bilingual'),
  ];
}

/** The head; nothing in it loads from another site. */
export function pageHead(head: PageHead, options: EditionOptions): Element {
  const { place, title, description, noindex } = head;
  return element(
    'head',
    {},
    ...lines(
      element('meta', { charSet: 'utf-8' }),
      meta('viewport', 'width=device-width, initial-scale=1'),
      element('title', {}, title),
      description === null ? null : meta('description', description),
      noindex ? meta('robots', 'noindex') : null,
      meta('color-scheme', 'light dark'),
      ...addresses(head, options),
      element('link', { rel: ['stylesheet'], href: `${rootFrom(place, options)}style.css` }),
    ),
  );
}
