/** Feeds of each language: `zh/feed.xml` (Atom), `zh/feed.json` (JSON Feed). */
import type { Lang } from '../core/model.ts';
import type { ArticleCard } from './card.ts';
import type { Edition, Ground, WholeSite } from './edition.ts';
import { atom } from './feeds/atom.ts';
import { feedCards, feedOf, type Feed } from './feeds/entries.ts';
import { jsonFeed } from './feeds/json-feed.ts';
import { siteViews } from './html/derived.ts';
import { FEED_FORMATS } from './html/feed-links.ts';
import { listed } from './listed.ts';
import { nameOnce, type SiteFile } from './site-file.ts';

const WRITERS: Readonly<
  Record<(typeof FEED_FORMATS)[number]['file'], (feed: Feed, self: string) => string>
> = { 'feed.json': jsonFeed, 'feed.xml': atom };

function feedFiles(all: readonly ArticleCard[], lang: Lang, site: WholeSite): readonly SiteFile[] {
  const ground: Ground = site;
  if (ground.options.url === undefined) return [];
  const shown = feedCards(listed(all, lang, site), lang, site);
  let made: Feed | null = null;
  return FEED_FORMATS.map(({ file }) => ({
    path: `${ground.options.paths[lang]}/${file}`,
    inputs: nameOnce(shown),
    render: () => {
      made ??= feedOf(shown, lang, ground);
      return WRITERS[file](made, `${made.home}${file}`);
    },
  }));
}

export const edition: Edition = {
  id: 'feeds',
  ofSite: (cards, all) =>
    siteViews(all).flatMap(({ view, site }) =>
      view === 'bilingual' ? [] : feedFiles(cards, view, site),
    ),
};
