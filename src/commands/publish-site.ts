/** The files of the site as a whole. */
import type { ArticleCard } from '../editions/card.ts';
import type { WholeSite } from '../editions/edition.ts';
import type { SiteFile } from '../editions/site-file.ts';
import type { WholeFile } from '../editions/whole-file.ts';
import type { Maker } from './publish-article.ts';

export interface SiteMake {
  readonly cards: readonly ArticleCard[];
  readonly site: WholeSite;
  /** Files of all articles. */
  readonly whole: readonly WholeFile[];
}

/**
 * Lists, feeds and maps, none of them made yet; and what holds the texts of all articles.
 * @param inputs name of all that these can be made of
 */
export async function siteFilesOf(
  { cards, site, whole }: SiteMake,
  inputs: string,
  { extras }: Maker,
): Promise<readonly SiteFile[]> {
  const { siteFiles } = await import('../editions/index.ts');
  await extras.ready();
  const paths = new Set(whole.map(({ path }) => path));
  const own = siteFiles(cards, { ...site, whole: paths });
  return [...own, ...whole.map(({ path, bytes }) => ({ path, inputs, render: () => bytes }))];
}
