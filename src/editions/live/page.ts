/** Pages as a preview shows them: with what an editor has to know, and the script that shows them anew. */
import { toHtml } from 'hast-util-to-html';
import type { Lang } from '../../core/model.ts';
import { element, lines, nodesOf, serialize, type Child } from '../html/element.ts';
import { LIVE_PATH } from './script.ts';

/** What a preview adds to a page. */
export interface LiveParts {
  /** The article that the page shows; null for a page of several. */
  readonly slug: string | null;
  readonly lang: Lang;
  /** Sentences as they stand, one a paragraph. */
  readonly notices: readonly string[];
}

// Quoted like this it stands in no attribute and no text, whatever they hold: both are escaped.
const MAIN = '<main id="text">';

function added({ slug, lang, notices }: LiveParts): Child[] {
  const script = element('script', { src: LIVE_PATH, defer: true, dataSlug: slug ?? '' });
  if (notices.length === 0) return lines(script);
  const said = notices.map((notice) => element('p', {}, notice));
  return lines(script, element('div', { className: ['notice'], role: 'note', lang }, ...said));
}

/** A page of the site, in a preview. */
export function livePage(html: string, parts: LiveParts): string {
  const at = html.indexOf(MAIN);
  if (at === -1) return html;
  const end = at + MAIN.length;
  const inside = toHtml({ type: 'root', children: nodesOf(added(parts)) });
  return html.slice(0, end) + inside + html.slice(end);
}

/**
 * A page in the place of one that cannot be made.
 * @param icon its path in the site
 */
export function messagePage(title: string, icon: string, parts: LiveParts): string {
  const head = element(
    'head',
    {},
    ...lines(
      element('meta', { charSet: 'utf-8' }),
      element('title', {}, title),
      element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      element('meta', { name: 'robots', content: 'noindex' }),
      element('link', { rel: ['icon'], href: `/${icon}` }),
      element('link', { rel: ['stylesheet'], href: '/style.css' }),
    ),
  );
  const header = element('header', { className: ['flag'] }, element('h1', {}, title));
  const main = element('main', { id: 'text' }, ...lines(header), added(parts));
  const body = element('body', { className: ['message'] }, ...lines(main));
  return serialize(element('html', { lang: parts.lang }, ...lines(head, body)));
}
