/** What search engines read first: `sitemap.xml` (sitemaps.org, with Google's alternates) and `robots.txt` (RFC 9309). */
import { lastChange, type ArticleCard } from './card.ts';
import type { Edition, EditionOptions, View, WholeSite } from './edition.ts';
import { VIEWS } from './edition.ts';
import { alternatesOf } from './html/alternates.ts';
import { absentOf } from './html/absent.ts';
import { chineseSites } from './html/derived.ts';
import { absoluteUrl } from './html/links.ts';
import { hasPage } from './listed.ts';
import { groundFile, siteFile, type SiteFile } from './site-file.ts';
import { xmlAttributes, xmlText } from './xml-text.ts';

/** A map may have 50,000 addresses and 50 MB; with its alternates an address takes up to 1 KB and more. */
const LONGEST = 20_000;

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** An address in the map. Plain data. */
interface Entry {
  /** null: a front page. */
  readonly slug: string | null;
  /** Which of the site's views it is in; null: in none. */
  readonly at: number | null;
  /** The day of the last change, `YYYY-MM-DD`. */
  readonly changed: string | undefined;
  /** Paths of the article's pages in other languages that are not there; without it all are. */
  readonly absent?: readonly string[];
}

function latest(days: readonly (string | undefined)[]): string | undefined {
  return days
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
}

interface SiteView {
  readonly view: View;
  readonly options: EditionOptions;
}

/** The views of a site, a region's Chinese as one more. */
function viewsOf(options: EditionOptions): readonly SiteView[] {
  const [origin = options, ...derived] = chineseSites(options);
  return [
    ...VIEWS.map((view) => ({ view, options: origin })),
    ...derived.map((site) => ({ view: 'zh' as const, options: site })),
  ];
}

/** Pages that are to be found; a page that keeps search engines away is not among them. */
function entriesOf(
  cards: readonly ArticleCard[],
  { options, lacks }: Pick<WholeSite, 'options' | 'lacks'>,
): Entry[] {
  const views = viewsOf(options);
  const all = views.map((_, at) => at);
  const isThere = (card: ArticleCard, own: SiteView): boolean =>
    hasPage(card, own.view, { options: own.options, ...(lacks === undefined ? {} : { lacks }) });
  const thereOf = (card: ArticleCard): readonly number[] =>
    lacks === undefined ? all : views.flatMap((own, at) => (isThere(card, own) ? [at] : []));
  const clean = cards.filter(({ unreviewed }) => unreviewed === 0);
  const newest = latest(clean.map(lastChange));
  // A list that shows unreviewed texts keeps search engines away as their pages do.
  const isClean = cards.slice(0, options.perPage).every(({ unreviewed }) => unreviewed === 0);
  const fronts = [null, ...(isClean ? all : [])];
  return [
    ...fronts.map((at) => ({ slug: null, at, changed: newest })),
    ...clean.flatMap((card) => {
      const changed = lastChange(card);
      const { slug } = card;
      const absent = absentOf({ view: 'zh', slug }, options, lacks);
      const entry = absent.length === 0 ? { slug, changed } : { slug, changed, absent };
      return thereOf(card).map((at) => ({ ...entry, at }));
    }),
  ];
}

function leaf(name: string, text: string | undefined): string[] {
  return text === undefined ? [] : [`<${name}>${xmlText(text)}</${name}>`];
}

/** Writes the addresses of a map: those of an article, which come together, share their alternates. */
class AddressWriter {
  private readonly options: EditionOptions;
  private readonly views: readonly SiteView[];
  private last: { readonly slug: string | null; readonly lines: readonly string[] } | null = null;

  constructor(options: EditionOptions) {
    this.options = options;
    this.views = viewsOf(options);
  }

  /** Only pages in one language have alternates, as their heads say too. */
  write({ slug, at, changed, absent }: Entry): string {
    const { view, options } = this.views[at ?? -1] ?? { view: null, options: this.options };
    const place = { view, slug };
    const lines = [
      ...leaf('loc', absoluteUrl(place, options) ?? ''),
      ...leaf('lastmod', changed),
      ...(view === 'zh' || view === 'en' ? this.alternates(slug, absent) : []),
    ];
    return `<url>\n${lines.join('\n')}\n</url>\n`;
  }

  /** The same in every language of a page. */
  private alternates(slug: string | null, absent: Entry['absent'] = []): readonly string[] {
    if (this.last?.slug === slug) return this.last.lines;
    const isAbsent = (path: string): boolean => absent.includes(path);
    const lines = alternatesOf({ view: 'zh', slug }, this.options, isAbsent).map(
      ({ tag, href }) => `<xhtml:link${xmlAttributes({ rel: 'alternate', hreflang: tag, href })}/>`,
    );
    this.last = { slug, lines };
    return lines;
  }
}

function urlSet(entries: readonly Entry[], options: EditionOptions): string {
  const root = xmlAttributes({ xmlns: SITEMAP, 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' });
  const writer = new AddressWriter(options);
  const urls = entries.map((entry) => writer.write(entry)).join('');
  return `${HEAD}<urlset${root}>\n${urls}</urlset>\n`;
}

function indexOf(paths: readonly string[], url: string): string {
  const names = paths.map(
    (path) => `<sitemap>${leaf('loc', `${url}${path}`).join('')}</sitemap>\n`,
  );
  const root = xmlAttributes({ xmlns: SITEMAP });
  return `${HEAD}<sitemapindex${root}>\n${names.join('')}</sitemapindex>\n`;
}

/** One map, or an index of several. */
function maps(entries: readonly Entry[], options: EditionOptions): readonly SiteFile[] {
  const map = (path: string, own: readonly Entry[]): SiteFile =>
    siteFile(path, own, () => urlSet(own, options));
  if (entries.length <= LONGEST) return [map('sitemap.xml', entries)];
  const count = Math.ceil(entries.length / LONGEST);
  const parts = Array.from({ length: count }, (_, at) =>
    map(`sitemap-${at + 1}.xml`, entries.slice(at * LONGEST, (at + 1) * LONGEST)),
  );
  const paths = parts.map(({ path }) => path);
  return [siteFile('sitemap.xml', paths, () => indexOf(paths, options.url ?? '')), ...parts];
}

export const edition: Edition = {
  id: 'sitemap',
  ofSite: (cards, site) => {
    const { options } = site;
    const { url } = options;
    // Both take absolute addresses only.
    if (url === undefined) return [];
    const robots = `User-agent: *\nAllow: /\n\nSitemap: ${new URL('sitemap.xml', url).href}\n`;
    return [groundFile('robots.txt', () => robots), ...maps(entriesOf(cards, site), options)];
  },
};
