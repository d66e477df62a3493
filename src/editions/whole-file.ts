/**
 * Files that hold the texts of all articles. Such a file takes over what has not changed from the one that
 * stands, so that a change of one article has only that one read and written again.
 */
import type { ArticleState } from '../core/state.ts';
import type { ArticleCard } from './card.ts';
import type { Site } from './edition.ts';

/** An article for a file of all. */
export interface WholeArticle {
  readonly card: ArticleCard;
  /** Changes with all that its own files are made of; null: nobody knows. */
  readonly inputs: string | null;
}

/** A file as it was made last, on the same ground. */
export interface WholeBefore {
  readonly bytes: Uint8Array;
  /** What the file said of itself. */
  readonly notes: unknown;
}

export interface WholeFile {
  /** Below the output folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What it has to know of itself to be a file before. Plain data. */
  readonly notes: unknown;
}

export interface WholeSetting {
  readonly site: Site;
  /** Newest first. */
  readonly articles: readonly WholeArticle[];
  /** What stands at a path; null: nothing that could be used. */
  readonly before: (path: string) => WholeBefore | null;
}

/** Makes one file. Every article is handed to it once, in order: to `keep`, and to `add` where that says no. */
export interface WholeMaker {
  /** Takes an article over as it stands; false: its text is needed. */
  readonly keep: (article: WholeArticle) => boolean;
  readonly add: (article: WholeArticle, state: ArticleState) => void;
  /** Slugs of articles that stay, and whose text is needed nevertheless. To be asked when all are there. */
  readonly wanted: () => readonly string[];
  /** Looks at one of these. */
  readonly look: (article: WholeArticle, state: ArticleState) => void;
  /** Pure and deterministic: what was kept is what would be made anew. null: there is nothing to write. */
  readonly finish: () => WholeFile | null;
}

/** Makes files of all articles. */
export async function makeWhole(
  makers: readonly WholeMaker[],
  articles: readonly WholeArticle[],
  open: (slug: string) => Promise<ArticleState>,
): Promise<readonly WholeFile[]> {
  for (const article of articles) {
    const rest = makers.filter((maker) => !maker.keep(article));
    if (rest.length === 0) continue;
    const state = await open(article.card.slug);
    for (const maker of rest) maker.add(article, state);
  }
  const bySlug = new Map(articles.map((article) => [article.card.slug, article]));
  for (const maker of makers) {
    for (const slug of maker.wanted()) {
      const article = bySlug.get(slug);
      if (article !== undefined) maker.look(article, await open(slug));
    }
  }
  return makers.flatMap((maker) => maker.finish() ?? []);
}
