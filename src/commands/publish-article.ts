/** The files of one article, and what is to be known of them. */
import { createHash } from 'node:crypto';
import type { StagedSite } from '../core/site-folder.ts';
import type { ArticleState } from '../core/state.ts';
import type { EditionOptions, Files, Site } from '../editions/edition.ts';
import { observe } from '../editions/press/observed.ts';
import type { SiteExtras } from './publish-also.ts';
import type { GoingArticle } from './publish-job.ts';
import { readLinks, type BrokenLink } from './publish-links.ts';
import type { RenderedArticle } from './publish-memory.ts';

/** What articles are rendered with, whoever does it. */
export interface Maker {
  readonly options: EditionOptions;
  readonly extras: SiteExtras;
  readonly open: (slug: string) => Promise<ArticleState>;
  /** Where the files go. */
  readonly put: StagedSite['put'];
}

/** An article that was rendered in this run. Plain data. */
export interface MadeArticle {
  readonly rendered: RenderedArticle;
  /** Hashes of its files' bytes, by their paths. */
  readonly hashes: ReadonlyMap<string, string>;
  /** Links that lead nowhere among its own pages. */
  readonly broken: readonly BrokenLink[];
}

/** Name of plain data. */
export function nameOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

/** Name of a set of slugs. */
function nameOfAll(slugs: ReadonlySet<string>): string {
  return nameOf([...slugs].sort());
}

/** Name of all that an article's files are made of, but for the other articles. */
export function inputsOf(
  { print, card }: GoingArticle,
  { rules }: Pick<SiteExtras, 'rules'>,
): string {
  return nameOf(print, card, rules);
}

/** Whether what was rendered is what would be rendered now. */
export function holds(
  { inputs, asked, whole }: RenderedArticle,
  today: string,
  slugs: ReadonlySet<string>,
): boolean {
  if (inputs !== today) return false;
  if (whole !== null && whole !== nameOfAll(slugs)) return false;
  return asked.every(([slug, there]) => slugs.has(slug) === there);
}

/** The parts of a site besides options and slugs. */
export function partsOf(extras: SiteExtras): Omit<Site, 'options' | 'slugs'> {
  const { rules: _rules, print: _print, ...parts } = extras;
  return parts;
}

/** Hands files over; gives the hashes of their bytes. */
export function putAll(files: Files, put: StagedSite['put']): Map<string, string> {
  return new Map([...files].map(([path, content]) => [path, put(path, content)]));
}

/**
 * Renders an article into the site that is being made.
 * @param slugs of the articles that will have a page, as far as that is known
 */
export async function makeArticle(
  slug: string,
  going: GoingArticle,
  slugs: ReadonlySet<string>,
  { options, extras, open, put }: Maker,
): Promise<MadeArticle> {
  const { renderArticle, together } = await import('../editions/index.ts');
  const { card } = going;
  const seen = observe(slugs);
  const site = { ...partsOf(extras), options, slugs: seen.slugs };
  const state = await open(slug);
  const pages = renderArticle(state, card, site);
  const files = together([pages, await extras.print({ state, card }, site)]);
  const { broken, outward } = readLinks(files, options);
  const rendered = {
    inputs: inputsOf(going, extras),
    asked: [...seen.asked],
    whole: seen.isWhole() ? nameOfAll(slugs) : null,
    files: [...files.keys()],
    outward,
  };
  return { rendered, broken, hashes: putAll(files, put) };
}
