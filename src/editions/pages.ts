/**
 * A page an article and view: `zh/<slug>/`, `en/<slug>/`, `duizhao/<slug>/`, in the Chinese of other regions
 * `zh-tw/<slug>/`, `zh-hk/<slug>/`; and the pictures on them.
 */
import type { Content, Edition } from './edition.ts';
import { articlePage } from './html/article-page.ts';
import { siteViews } from './html/derived.ts';
import { pagePath, picturePathOf } from './html/links.ts';
import { skeletonOf } from './html/skeleton.ts';
import { ArticlePictures } from './parts/pictures.ts';

export const edition: Edition = {
  id: 'pages',
  ofArticle: (state, card, site) => {
    const { slug } = card;
    const pictures = new ArticlePictures(site.picture);
    const pages = { state, card, skeleton: skeletonOf(state), pictures, texts: new Map() };
    const files = new Map<string, Content>(
      siteViews(site).map(({ view, site: own }) => [
        pagePath({ view, slug }, own.options),
        articlePage({ ...pages, site: own }, view),
      ]),
    );
    for (const picture of pictures.all) files.set(picturePathOf(slug, picture), picture.bytes);
    return files;
  },
};
