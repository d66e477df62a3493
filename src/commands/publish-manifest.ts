/** What a new site consists of. */
import type { SiteArticle, SiteManifest } from '../core/site-folder.ts';
import type { GoingArticle } from './publish-job.ts';
import type { RenderedArticle } from './publish-memory.ts';
import type { OldSite } from './publish-old.ts';

/** What is known when everything has been rendered. */
export interface NewSite {
  readonly version: string;
  /** Of the site that stands. */
  readonly old: OldSite;
  readonly going: ReadonlyMap<string, GoingArticle>;
  /** Articles whose old pages stay. */
  readonly kept: ReadonlySet<string>;
  readonly rendered: ReadonlyMap<string, RenderedArticle>;
  /** Files of no article. */
  readonly siteFiles: readonly string[];
  /** Hashes of what is written in this run, by path. */
  readonly fresh: ReadonlyMap<string, string>;
}

/** Every file of the new site with its hash. Of a page that stays only what somebody has taken away cannot. */
export function filesOf(site: NewSite): Map<string, string> {
  const { old, going, kept, rendered, siteFiles, fresh } = site;
  const hashes = old.manifest?.files ?? {};
  const own = [...going.keys()].flatMap((slug) => rendered.get(slug)?.files ?? []);
  const there = [...kept].flatMap((slug) => old.filesOf(slug));
  const all = [...own, ...there, ...siteFiles];
  return new Map(all.map((path) => [path, fresh.get(path) ?? hashes[path] ?? '']));
}

/**
 * The list that goes with the site.
 * @param files as `filesOf` gives them
 */
export function manifestOf(site: NewSite, files: ReadonlyMap<string, string>): SiteManifest {
  const { version, old, going, kept, rendered } = site;
  const fresh = [...going].map(([slug, { card, hash }]): [string, SiteArticle] => [
    slug,
    { files: rendered.get(slug)?.files ?? [], card, hash },
  ]);
  const stays = [...kept].flatMap((slug): [string, SiteArticle][] => {
    const article = old.article(slug);
    return article === undefined ? [] : [[slug, article]];
  });
  return {
    version,
    files: Object.fromEntries(files),
    articles: Object.fromEntries([...fresh, ...stays]),
  };
}
