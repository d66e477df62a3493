/** Pages in the Chinese of other regions: `zh-tw/<slug>/`, `zh-hk/<slug>/`, and their lists. */
import type { Edition } from './edition.ts';
import { articlePage } from './html/article-page.ts';
import { derivedSites } from './html/derived.ts';
import { pagePath } from './html/links.ts';
import { skeletonOf } from './html/skeleton.ts';
import { viewPages } from './indexes.ts';
import { ArticlePictures } from './parts/pictures.ts';

export const edition: Edition = {
  id: 'regional',
  ofArticle: (state, card, site) => {
    const sites = derivedSites(site);
    if (sites.length === 0) return new Map();
    const skeleton = skeletonOf(state);
    const pictures = new ArticlePictures(site.picture);
    return new Map(
      sites.map((derived) => [
        pagePath({ view: 'zh', slug: card.slug }, derived.options),
        articlePage({ state, card, skeleton, pictures, site: derived }, 'zh'),
      ]),
    );
  },
  ofSite: (cards, site) =>
    new Map(derivedSites(site).flatMap((derived) => viewPages(cards, 'zh', derived))),
};
