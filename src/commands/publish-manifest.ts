/** What a new site consists of. */
import type { SiteArticle, SiteManifest } from '../core/site-folder.ts';
import type { GoingArticle } from './publish-job.ts';
import type { RenderedArticle } from './publish-memory.ts';

/** What is known when everything has been rendered. */
export interface NewSite {
  readonly version: string;
  /** Of the site that stands. */
  readonly before: SiteManifest | null;
  readonly going: ReadonlyMap<string, GoingArticle>;
  /** Articles whose old pages stay. */
  readonly kept: ReadonlySet<string>;
  readonly rendered: ReadonlyMap<string, RenderedArticle>;
  /** Files of no article. */
  readonly siteFiles: readonly string[];
  /** Hashes of what is written in this run, by path. */
  readonly fresh: ReadonlyMap<string, string>;
  /** Whether a file of the old site can still be had. */
  readonly isThere: (path: string) => boolean;
}

function oldArticle({ before }: NewSite, slug: string): SiteArticle {
  const articles = before?.articles ?? {};
  const own = Object.hasOwn(articles, slug) ? articles[slug] : undefined;
  return own ?? { files: [], card: null };
}

/** Every file of the new site with its hash. Of a page that stays only what somebody has taken away cannot. */
export function filesOf(site: NewSite): Map<string, string> {
  const { before, going, kept, rendered, siteFiles, fresh, isThere } = site;
  const hashes = before?.files ?? {};
  const own = [...going.keys()].flatMap((slug) => rendered.get(slug)?.files ?? []);
  const there = [...kept].flatMap((slug) => oldArticle(site, slug).files).filter(isThere);
  const all = [...own, ...there, ...siteFiles];
  return new Map(all.map((path) => [path, fresh.get(path) ?? hashes[path] ?? '']));
}

/** The list that goes with the site. */
export function manifestOf(site: NewSite): SiteManifest {
  const { version, going, kept, rendered } = site;
  const fresh = [...going].map(([slug, { card }]): [string, SiteArticle] => [
    slug,
    { files: rendered.get(slug)?.files ?? [], card },
  ]);
  const old = [...kept].map((slug): [string, SiteArticle] => [slug, oldArticle(site, slug)]);
  return {
    version,
    files: Object.fromEntries(filesOf(site)),
    articles: Object.fromEntries([...fresh, ...old]),
  };
}
