/** The files of the site as a whole. */
import { UserError } from '../core/errors.ts';
import { LANGS, type Lang } from '../core/model.ts';
import type { ArticleState } from '../core/state.ts';
import type { ArticleCard } from '../editions/card.ts';
import type { OutgoingArticle, WholeSite } from '../editions/edition.ts';
import { shownHash } from '../editions/parts/outgoing.ts';
import type { SiteExtras } from './publish-also.ts';
import { putAll, type MadeArticle, type Maker } from './publish-article.ts';
import type { GoingArticle } from './publish-job.ts';
import { readLinks } from './publish-links.ts';

export interface SiteMake {
  readonly cards: readonly ArticleCard[];
  readonly going: ReadonlyMap<string, GoingArticle>;
  /** Of those that stay as they were. */
  readonly steady: readonly OutgoingArticle[];
  readonly site: WholeSite;
  /** Name of all that the files are made of. */
  readonly inputs: string;
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

/** Renders lists, feeds and maps, and what holds the texts of all articles where that is asked for. */
export async function makeSite(
  make: SiteMake,
  { options, extras, open, put }: Maker,
): Promise<MadeArticle> {
  const { renderAll, renderSite, together } = await import('../editions/index.ts');
  await extras.ready();
  const { cards, site, inputs } = make;
  const all = hasWhole(extras) ? renderAll(await wholeOf(make, open), site) : new Map();
  const own = renderSite(cards, { ...site, whole: new Set(all.keys()) });
  const files = together([own, all]);
  const { broken, outward } = readLinks(files, options);
  const rendered = { inputs, asked: [], whole: null, files: [...files.keys()], outward };
  return { rendered, broken, fault: null, hashes: putAll(files, put) };
}
