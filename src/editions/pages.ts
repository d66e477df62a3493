/** A page an article and view: `zh/<slug>/`, `en/<slug>/`, `duizhao/<slug>/`. */
import type { Edition } from './edition.ts';
import { VIEWS } from './edition.ts';
import { articlePage } from './html/article-page.ts';
import { pagePath } from './html/links.ts';

export const edition: Edition = {
  id: 'pages',
  render: (states, options) => {
    const slugs = new Set(states.map((state) => state.article.slug));
    const files = new Map<string, string>();
    for (const state of states) {
      for (const view of VIEWS) {
        const path = pagePath({ view, slug: state.article.slug });
        files.set(path, articlePage(state, { view, options, slugs }));
      }
    }
    return files;
  },
};
