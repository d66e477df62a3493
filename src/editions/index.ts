/** All editions, and the files they make together. */
import type { ArticleState } from '../core/state.ts';
import { edition as chooser } from './chooser.ts';
import { cardOf, newestFirst, type ArticleCard } from './card.ts';
import type {
  Content,
  Edition,
  EditionOptions,
  Files,
  OutgoingArticle,
  Site,
  WholeSite,
} from './edition.ts';
import { edition as feeds } from './feeds.ts';
import { harmless } from './harmless.ts';
import { edition as icon } from './icon.ts';
import { edition as indexes } from './indexes.ts';
import { edition as markdown } from './markdown.ts';
import { edition as pages } from './pages.ts';
import { edition as script } from './script.ts';
import type { SiteFile } from './site-file.ts';
import { edition as sitemap } from './sitemap.ts';
import { edition as stylesheet } from './stylesheet.ts';
import type { WholeArticle, WholeMaker, WholeSetting } from './whole-file.ts';
import { edition as withdrawn } from './withdrawn.ts';

export const EDITIONS: readonly Edition[] = [
  chooser,
  feeds,
  icon,
  indexes,
  markdown,
  pages,
  script,
  sitemap,
  stylesheet,
  withdrawn,
];

/** One set of files of several. Throws Error for a path that two of them write. */
export function together(sets: Iterable<Files>): Map<string, Content> {
  const files = new Map<string, Content>();
  for (const set of sets) {
    for (const [path, content] of set) {
      if (files.has(path)) throw new Error(`two editions write ${path}`);
      files.set(path, content);
    }
  }
  return files;
}

/** What the editions have made of the same. */
function madeOf(sets: Iterable<Files>): Files {
  const files = together(sets);
  for (const [path, content] of files) files.set(path, harmless(content));
  return files;
}

function editionsOf({ also = [], instead }: Site): readonly Edition[] {
  return instead === undefined ? [...EDITIONS, ...also] : [instead];
}

/**
 * The files of one article in every edition.
 * @throws Error for an article that may not go out: the caller has to ask `readiness` first
 */
export function renderArticle(state: ArticleState, card: ArticleCard, site: Site): Files {
  if (!site.options.drafts && card.unreviewed > 0)
    throw new Error(`${card.slug} holds unreviewed text`);
  return madeOf(
    editionsOf(site).map(({ ofArticle }) => ofArticle?.(state, card, site) ?? new Map()),
  );
}

function assertOnce(paths: readonly string[]): void {
  const known = new Set<string>();
  for (const path of paths) {
    if (known.has(path)) throw new Error(`two editions write ${path}`);
    known.add(path);
  }
}

/** The files of the site as a whole, none of them made yet. Throws Error for a path that two of them write. */
export function siteFiles(cards: readonly ArticleCard[], site: WholeSite): readonly SiteFile[] {
  const sorted = newestFirst(cards);
  const files = editionsOf(site).flatMap(({ ofSite }) => ofSite?.(sorted, site) ?? []);
  assertOnce([...files.map(({ path }) => path), ...(site.whole ?? [])]);
  return files.map(({ render, ...file }) => ({ ...file, render: () => harmless(render()) }));
}

/** The files of the site as a whole. */
export function renderSite(cards: readonly ArticleCard[], site: WholeSite): Files {
  return new Map(siteFiles(cards, site).map(({ path, render }) => [path, render()]));
}

/** The makers of the files that hold all articles, and the articles in their order. */
export function wholeMakers({ articles, ...setting }: WholeSetting): {
  readonly makers: readonly WholeMaker[];
  readonly sorted: readonly WholeArticle[];
} {
  const bySlug = new Map(articles.map((article) => [article.card.slug, article]));
  const cards = newestFirst(articles.map(({ card }) => card));
  const sorted = cards.flatMap(({ slug }) => bySlug.get(slug) ?? []);
  const makers = editionsOf(setting.site).flatMap(
    ({ ofAll }) => ofAll?.({ ...setting, articles: sorted }) ?? [],
  );
  return { makers, sorted };
}

/** The files that hold all articles, all of them made anew. */
function renderAll(outgoing: readonly OutgoingArticle[], site: Site): Files {
  const articles = outgoing.map(({ card }) => ({ card, inputs: null }));
  const { makers, sorted } = wholeMakers({ site, articles, before: () => null });
  const states = new Map(outgoing.map(({ card, state }) => [card.slug, state]));
  for (const article of sorted) {
    const state = states.get(article.card.slug);
    if (state !== undefined) for (const maker of makers) maker.add(article, state);
  }
  const files = makers.flatMap((maker) => maker.finish() ?? []);
  return new Map(files.map(({ path, bytes }) => [path, bytes]));
}

/**
 * Every file of a site of these articles. Throws Error as `renderArticle` does.
 * @param rest what else the site has
 */
export function renderEditions(
  states: readonly ArticleState[],
  options: EditionOptions,
  rest: Omit<Site, 'options' | 'slugs'> = {},
): Files {
  const slugs = new Set(states.map(({ article }) => article.slug));
  const site = { ...rest, options, slugs, withdrawn: [] };
  const articles = states.map((state) => ({ state, card: cardOf(state, options) }));
  const cards = articles.map(({ card }) => card);
  const ofArticles = articles.map(({ state, card }) => renderArticle(state, card, site));
  const all = renderAll(articles, site);
  const whole = new Set(all.keys());
  return together([...ofArticles, renderSite(cards, { ...site, whole }), all]);
}
