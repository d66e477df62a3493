/**
 * A page an article and view: `zh/<slug>/`, `en/<slug>/`, `duizhao/<slug>/`, in the Chinese of other regions
 * `zh-tw/<slug>/`, `zh-hk/<slug>/`; and the pictures on them.
 */
import type { Content, Edition } from './edition.ts';
import { VIEWS } from './edition.ts';
import { articlePage } from './html/article-page.ts';
import { derivedSites } from './html/derived.ts';
import { pagePath, picturePathOf } from './html/links.ts';
import { skeletonOf } from './html/skeleton.ts';
import { ArticlePictures } from './parts/pictures.ts';

export const edition: Edition = {
  id: 'pages',
  ofArticle: (state, card, site) => {
    const { slug } = card;
    const pictures = new ArticlePictures(site.picture);
    const pages = { state, card, site, skeleton: skeletonOf(state), pictures };
    const files = new Map<string, Content>(
      VIEWS.map((view) => [pagePath({ view, slug }, site.options), articlePage(pages, view)]),
    );
    for (const picture of pictures.all) files.set(picturePathOf(slug, picture), picture.bytes);
    for (const derived of derivedSites(site)) {
      const path = pagePath({ view: 'zh', slug }, derived.options);
      files.set(path, articlePage({ ...pages, site: derived }, 'zh'));
    }
    return files;
  },
};
