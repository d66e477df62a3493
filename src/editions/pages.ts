/** A page an article and view: `zh/<slug>/`, `en/<slug>/`, `duizhao/<slug>/`. */
import type { Edition } from './edition.ts';
import { VIEWS } from './edition.ts';
import { articlePage } from './html/article-page.ts';
import { pagePath } from './html/links.ts';
import { skeletonOf } from './html/skeleton.ts';

export const edition: Edition = {
  id: 'pages',
  ofArticle: (state, card, site) => {
    const pages = { state, card, site, skeleton: skeletonOf(state) };
    return new Map(
      VIEWS.map((view) => [
        pagePath({ view, slug: card.slug }, site.options),
        articlePage(pages, view),
      ]),
    );
  },
};
