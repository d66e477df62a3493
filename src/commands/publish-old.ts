/** The site that stands, as far as it stays. */
import type { SiteArticle, SiteManifest } from '../core/site-folder.ts';
import type { ArticleCard } from '../editions/card.ts';
import type { OutgoingArticle } from '../editions/edition.ts';
import { readCard } from '../editions/read-card.ts';
import type { Maker } from './publish-article.ts';
import type { PressOrder } from './publish-job.ts';
import { steadyArticles } from './publish-site.ts';

export class OldSite {
  readonly manifest: SiteManifest | null;

  constructor(manifest: SiteManifest | 'old' | null) {
    this.manifest = manifest === 'old' ? null : manifest;
  }

  article(slug: string): SiteArticle | undefined {
    const articles = this.manifest?.articles ?? {};
    return Object.hasOwn(articles, slug) ? articles[slug] : undefined;
  }

  /** Of an article; null when another version wrote what this one cannot read. */
  card(slug: string): ArticleCard | null {
    return readCard(slug, this.article(slug)?.card);
  }

  /** Those that can stand in a file of all articles as they are out. */
  steady(
    kept: ReadonlySet<string>,
    live: PressOrder['live'],
    open: Maker['open'],
  ): Promise<readonly OutgoingArticle[]> {
    const known = [...kept].flatMap((slug) => {
      const card = this.card(slug);
      return card === null ? [] : [{ card, live: live(slug) }];
    });
    return steadyArticles(known, open);
  }
}
