/** Feeds of each language: `zh/feed.xml` (Atom), `zh/feed.json` (JSON Feed). */
import { LANGS, type Lang } from '../core/model.ts';
import type { ArticleCard } from './card.ts';
import type { Edition, WholeSite } from './edition.ts';
import { atom } from './feeds/atom.ts';
import { feedOf, type Feed } from './feeds/entries.ts';
import { jsonFeed } from './feeds/json-feed.ts';
import { derivedSites } from './html/derived.ts';
import { FEED_FORMATS } from './html/feed-links.ts';
import { listed } from './listed.ts';

const WRITERS: Readonly<
  Record<(typeof FEED_FORMATS)[number]['file'], (feed: Feed, self: string) => string>
> = { 'feed.json': jsonFeed, 'feed.xml': atom };

function feedFiles(cards: readonly ArticleCard[], lang: Lang, site: WholeSite): [string, string][] {
  const feed = feedOf(listed(cards, lang, site), lang, site);
  if (feed === null) return [];
  return FEED_FORMATS.map(({ file }) => [
    `${site.options.paths[lang]}/${file}`,
    WRITERS[file](feed, `${feed.home}${file}`),
  ]);
}

export const edition: Edition = {
  id: 'feeds',
  ofSite: (cards, site) =>
    new Map([
      ...LANGS.flatMap((lang) => feedFiles(cards, lang, site)),
      ...derivedSites(site).flatMap((derived) => feedFiles(cards, 'zh', derived)),
    ]),
};
