/** A page an article and view: `zh/<slug>/`, `en/<slug>/`, `duizhao/<slug>/`. */
import type { Edition } from './edition.ts';
import { VIEWS } from './edition.ts';
import { articlePage } from './html/article-page.ts';
import { pagePath } from './html/links.ts';

export const edition: Edition = {
  id: 'pages',
  ofArticle: (state, { slug }, { options, slugs }) =>
    new Map(
      VIEWS.map((view) => [
        pagePath({ view, slug }, options),
        articlePage(state, { view, options, slugs }),
      ]),
    ),
};
