/** The files of the site as a whole. */
import type { ArticleCard } from '../editions/card.ts';
import type { OutgoingArticle, WholeSite } from '../editions/edition.ts';
import { putAll, type MadeArticle, type Maker } from './publish-article.ts';
import type { GoingArticle } from './publish-job.ts';
import { readLinks } from './publish-links.ts';

export interface SiteMake {
  readonly cards: readonly ArticleCard[];
  readonly going: ReadonlyMap<string, GoingArticle>;
  readonly site: WholeSite;
  /** Name of all that the files are made of. */
  readonly inputs: string;
}

async function opened(
  going: SiteMake['going'],
  open: Maker['open'],
): Promise<readonly OutgoingArticle[]> {
  const articles: OutgoingArticle[] = [];
  for (const [slug, { card }] of going) articles.push({ state: await open(slug), card });
  return articles;
}

/** Renders lists, feeds and maps, and what holds the texts of all articles where that is asked for. */
export async function makeSite(
  { cards, going, site, inputs }: SiteMake,
  { options, extras, open, put }: Maker,
): Promise<MadeArticle> {
  const { renderAll, renderSite, together } = await import('../editions/index.ts');
  const hasWhole = extras.also.some(({ ofAll }) => ofAll !== undefined);
  const all = hasWhole ? renderAll(await opened(going, open), site) : new Map();
  const files = together([renderSite(cards, site), all]);
  const { broken, outward } = readLinks(files, options);
  const rendered = { inputs, asked: [], whole: null, files: [...files.keys()], outward };
  return { rendered, broken, hashes: putAll(files, put) };
}
