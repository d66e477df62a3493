/** A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1). */
import type { Feed, FeedEntry } from './entries.ts';

function people(names: readonly string[]) {
  return names.length === 0 ? undefined : names.map((name) => ({ name }));
}

function item(entry: FeedEntry, feed: Feed) {
  const { url, title, titleTag, summary, published, updated, authors, tags, related } = entry;
  return {
    id: url,
    url,
    title,
    summary: summary ?? undefined,
    // An item has to have content of its own; the text is on the page.
    content_text: summary ?? title,
    date_published: published,
    date_modified: updated,
    authors: people(authors),
    tags: tags.length === 0 ? undefined : tags,
    language: summary === null ? titleTag : feed.tag,
    // An object of our own, as the format allows below a name with `_`.
    _related: related.map(({ tag, href }) => ({
      url: href,
      language: tag === 'x-default' ? undefined : tag,
    })),
  };
}

/** @param self the feed's own absolute address */
export function jsonFeed(feed: Feed, self: string): string {
  const value = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.note ?? undefined,
    home_page_url: feed.home,
    feed_url: self,
    language: feed.tag,
    authors: people([feed.title]),
    items: feed.entries.map((entry) => item(entry, feed)),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
