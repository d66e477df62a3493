/** The files of the site as a whole. */
import { UserError } from '../core/errors.ts';
import { LANGS, type Lang } from '../core/model.ts';
import type { ArticleState } from '../core/state.ts';
import type { ArticleCard } from '../editions/card.ts';
import type { Files, OutgoingArticle, WholeSite } from '../editions/edition.ts';
import { shownHash } from '../editions/parts/outgoing.ts';
import type { SiteFile } from '../editions/site-file.ts';
import type { SiteExtras } from './publish-also.ts';
import type { Maker } from './publish-article.ts';
import type { GoingArticle } from './publish-job.ts';

export interface SiteMake {
  readonly cards: readonly ArticleCard[];
  readonly going: ReadonlyMap<string, GoingArticle>;
  /** Of those that stay as they were. */
  readonly steady: readonly OutgoingArticle[];
  readonly site: WholeSite;
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

/** Some files hold the texts of all articles. */
export function hasWhole({ also }: Pick<SiteExtras, 'also'>): boolean {
  return also.some(({ ofAll }) => ofAll !== undefined);
}

async function wholeOf(
  { going, steady }: SiteMake,
  open: Maker['open'],
): Promise<readonly OutgoingArticle[]> {
  const articles = [...steady];
  for (const [slug, { card }] of going) articles.push({ state: await open(slug), card });
  return articles;
}

async function wholeFiles(make: SiteMake, { open, extras }: Maker): Promise<Files> {
  if (!hasWhole(extras)) return new Map();
  const { renderAll } = await import('../editions/index.ts');
  return renderAll(await wholeOf(make, open), make.site);
}

/**
 * Lists, feeds and maps, none of them made yet; and what holds the texts of all articles, where that is asked
 * for.
 * @param inputs name of all that these can be made of
 */
export async function siteFilesOf(
  make: SiteMake,
  inputs: string,
  maker: Maker,
): Promise<readonly SiteFile[]> {
  const { siteFiles } = await import('../editions/index.ts');
  await maker.extras.ready();
  const { cards, site } = make;
  const all = await wholeFiles(make, maker);
  const whole = [...all].map(([path, content]) => ({ path, inputs, render: () => content }));
  return [...siteFiles(cards, { ...site, whole: new Set(all.keys()) }), ...whole];
}
