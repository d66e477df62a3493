/** A feed as Atom (RFC 4287). */
import { xmlAttributes, xmlText } from '../xml-text.ts';
import type { Feed, FeedEntry } from './entries.ts';

type Attributes = Readonly<Record<string, string | undefined>>;

function leaf(name: string, text: string, attributes: Attributes = {}): string {
  return `<${name}${xmlAttributes(attributes)}>${xmlText(text)}</${name}>`;
}

function empty(name: string, attributes: Attributes): string {
  return `<${name}${xmlAttributes(attributes)}/>`;
}

function person(name: string): string {
  return `<author>${leaf('name', name)}</author>`;
}

function entry(of: FeedEntry, feed: Feed): string {
  const { url, title, titleTag, summary, published, updated, authors, tags, related } = of;
  const titleLang = titleTag === feed.tag ? {} : { 'xml:lang': titleTag };
  const lines = [
    leaf('id', url),
    leaf('title', title, titleLang),
    leaf('published', published),
    leaf('updated', updated),
    empty('link', { rel: 'alternate', type: 'text/html', hreflang: feed.tag, href: url }),
    ...related.map(({ tag, href }) =>
      // The bilingual page is in no one language.
      empty('link', {
        rel: 'related',
        type: 'text/html',
        hreflang: tag === 'x-default' ? undefined : tag,
        href,
      }),
    ),
    ...authors.map(person),
    ...tags.map((term) => empty('category', { term })),
    ...(summary === null ? [] : [leaf('summary', summary)]),
  ];
  return `<entry>\n${lines.join('\n')}\n</entry>`;
}

/** @param self the feed's own absolute address */
export function atom(feed: Feed, self: string): string {
  const { tag, title, note, home, updated, entries } = feed;
  const root = xmlAttributes({ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': tag });
  const lines = [
    leaf('id', home),
    leaf('title', title),
    ...(note === null ? [] : [leaf('subtitle', note)]),
    leaf('updated', updated),
    empty('link', { rel: 'self', type: 'application/atom+xml', href: self }),
    empty('link', { rel: 'alternate', type: 'text/html', hreflang: tag, href: home }),
    // Stands for the entries that name nobody: each has to have an author.
    person(title),
    ...entries.map((each) => entry(each, feed)),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<feed${root}>\n${lines.join('\n')}\n</feed>\n`;
}
