/** The files of the site as a whole. */
import { UserError } from '../core/errors.ts';
import { LANGS, type Lang } from '../core/model.ts';
import type { ArticleState } from '../core/state.ts';
import type { ArticleCard } from '../editions/card.ts';
import type { OutgoingArticle, WholeSite } from '../editions/edition.ts';
import { shownHash } from '../editions/parts/outgoing.ts';
import type { SiteFile } from '../editions/site-file.ts';
import type { WholeFile } from '../editions/whole-file.ts';
import type { Maker } from './publish-article.ts';

export interface SiteMake {
  readonly cards: readonly ArticleCard[];
  readonly site: WholeSite;
  /** Files of all articles. */
  readonly whole: readonly WholeFile[];
}

/** An article that stays as it was: what lists know of it, and what of its text is out. */
export interface KeptArticle {
  readonly card: ArticleCard;
  readonly live: Readonly<Record<Lang, string>> | null;
}

/**
 * Articles whose text today is the one that is out. The pages of the others stay, but nobody could write a
 * book with what they said.
 */
export async function steadyArticles(
  kept: readonly KeptArticle[],
  open: Maker['open'],
): Promise<readonly OutgoingArticle[]> {
  const steady: OutgoingArticle[] = [];
  for (const { card, live } of kept) {
    const state = live === null ? null : await opened(card.slug, open);
    if (state === null) continue;
    const hash = shownHash(state);
    if (LANGS.every((lang) => hash[lang] === live?.[lang])) steady.push({ state, card });
  }
  return steady;
}

/** null for files that cannot be read: whoever asks for the article is told. */
async function opened(slug: string, open: Maker['open']): Promise<ArticleState | null> {
  try {
    return await open(slug);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
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
