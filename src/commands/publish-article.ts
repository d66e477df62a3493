/** The files of one article, and what is to be known of them. */
import { ArticleFault } from '../core/errors.ts';
import { nameOf } from '../core/name-of.ts';
import type { StagedSite } from '../core/site-folder.ts';
import type { ArticleState } from '../core/state.ts';
import type { EditionOptions, Files, Site } from '../editions/edition.ts';
import type { PageLinks } from '../editions/press/links.ts';
import { answersSame, observe } from '../editions/press/observed.ts';
import type { SiteExtras } from './publish-also.ts';
import type { GoingArticle } from './publish-job.ts';
import { brokenOnPages } from './publish-as-pages.ts';
import { readLinks, type BrokenLink } from './publish-links.ts';
import type { RenderedArticle } from './publish-memory.ts';
import { placeOf } from './publish-places.ts';

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
  /** A sentence about what keeps it from having pages; null: it has them. */
  readonly fault: string | null;
}

/** Name of all that an article's files are made of, but for the other articles. The card may be from the manifest. */
function inputsOf(
  { print, card }: { readonly print: string; readonly card: unknown },
  { rules }: Pick<SiteExtras, 'rules'>,
): string {
  return nameOf(print, card, rules);
}

/** Names that are asked for twice of every article, and made once. */
export class InputNames {
  private readonly extras: Pick<SiteExtras, 'rules'>;
  private readonly known = new Map<
    string,
    { readonly going: GoingArticle; readonly name: string }
  >();

  constructor(extras: Pick<SiteExtras, 'rules'>) {
    this.extras = extras;
  }

  /** Of an article that stays as it is. */
  ofKept(print: string, card: unknown): string {
    return inputsOf({ print, card }, this.extras);
  }

  of(slug: string, going: GoingArticle): string {
    const known = this.known.get(slug);
    if (known?.going.print === going.print && known.going.card === going.card) return known.name;
    const name = inputsOf(going, this.extras);
    this.known.set(slug, { going, name });
    return name;
  }
}

/** Whether what was rendered is what would be rendered now. */
export function holds(
  rendered: RenderedArticle,
  today: string,
  slugs: ReadonlySet<string>,
): boolean {
  return rendered.inputs === today && answersSame(rendered, slugs);
}

/** The parts of a site besides options and slugs. */
export function partsOf(extras: SiteExtras): Omit<Site, 'options' | 'slugs'> {
  const { rules: _rules, print: _print, ready: _ready, ...parts } = extras;
  return parts;
}

/** Hands files over; gives the hashes of their bytes. */
function putAll(files: Files, put: StagedSite['put']): Map<string, string> {
  return new Map([...files].map(([path, content]) => [path, put(path, content)]));
}

/** The sentence, with the place in the article's file of what it is about. */
function sayFault({ message, address }: ArticleFault, { article }: ArticleState): string {
  const place = address === null ? null : placeOf(address, article.slug, article.text);
  return place === null ? message : `${message} (${place.file}:${place.line}:${place.column})`;
}

/** What cannot be shown is for the article's people to mend: its sentence, and the others go out. */
function rendering(render: () => Files, state: ArticleState): Files | string {
  try {
    return render();
  } catch (error) {
    if (error instanceof ArticleFault) return sayFault(error, state);
    throw error;
  }
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
  await extras.ready();
  const { card } = going;
  const seen = observe(slugs);
  const linked = new Map<string, PageLinks>();
  const site: Site = {
    ...partsOf(extras),
    options,
    slugs: seen.slugs,
    linked: (path, links) => linked.set(path, links),
  };
  const article = { state: await open(slug), card };
  let onPages: readonly BrokenLink[] = [];
  const pages = rendering(() => {
    if (site.instead !== undefined) onPages = brokenOnPages(article, site, renderArticle);
    return renderArticle(article.state, card, site);
  }, article.state);
  const fault = typeof pages === 'string' ? pages : null;
  const files =
    typeof pages === 'string' ? new Map() : together([pages, await extras.print(article, site)]);
  const { broken: own, outward } = readLinks(files, options, linked);
  const rendered = {
    inputs: inputsOf(going, extras),
    ...seen.told(),
    files: [...files.keys()],
    outward,
  };
  const broken = [...own, ...onPages];
  return { rendered, broken, fault, hashes: putAll(files, put) };
}
