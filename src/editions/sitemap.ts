/** What search engines read first: `sitemap.xml` (sitemaps.org, with Google's alternates) and `robots.txt` (RFC 9309). */
import { lastChange, type ArticleCard } from './card.ts';
import type { Edition, EditionOptions, View, WholeSite } from './edition.ts';
import { VIEWS } from './edition.ts';
import { alternatesOf } from './html/alternates.ts';
import { chineseSites } from './html/derived.ts';
import { absoluteUrl, type Place } from './html/links.ts';
import { hasPage } from './listed.ts';
import { xmlAttributes, xmlText } from './xml-text.ts';

/** A map may have 50,000 addresses and 50 MB; with its alternates an address takes up to 1 KB and more. */
const LONGEST = 20_000;

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9';

interface Entry {
  readonly place: Place;
  readonly options: EditionOptions;
  /** The day of the last change, `YYYY-MM-DD`. */
  readonly changed: string | undefined;
}

function latest(days: readonly (string | undefined)[]): string | undefined {
  return days
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
}

/** The views of a site, a region's Chinese as one more. */
function views(options: EditionOptions): { view: View; options: EditionOptions }[] {
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
  const all = views(options);
  const isThere = (card: ArticleCard, view: View, site: EditionOptions): boolean =>
    hasPage(card, view, lacks === undefined ? { options: site } : { options: site, lacks });
  const clean = cards.filter(({ unreviewed }) => unreviewed === 0);
  const newest = latest(clean.map(lastChange));
  // A list that shows unreviewed texts keeps search engines away as their pages do.
  const isClean = cards.slice(0, options.perPage).every(({ unreviewed }) => unreviewed === 0);
  return [
    { place: { view: null, slug: null }, options, changed: newest },
    ...(isClean ? all : []).map(({ view, options: site }) => ({
      place: { view, slug: null },
      options: site,
      changed: newest,
    })),
    ...clean.flatMap((card) =>
      all
        .filter(({ view, options: site }) => isThere(card, view, site))
        .map(({ view, options: site }) => ({
          place: { view, slug: card.slug },
          options: site,
          changed: lastChange(card),
        })),
    ),
  ];
}

function leaf(name: string, text: string | undefined): string[] {
  return text === undefined ? [] : [`<${name}>${xmlText(text)}</${name}>`];
}

/** Only pages in one language have alternates, as their heads say too. */
function urlElement({ place, options, changed: day }: Entry): string {
  const inLanguage = place.view === 'zh' || place.view === 'en';
  const lines = [
    ...leaf('loc', absoluteUrl(place, options) ?? ''),
    ...leaf('lastmod', day),
    ...(inLanguage ? alternatesOf(place, options) : []).map(
      ({ tag, href }) => `<xhtml:link${xmlAttributes({ rel: 'alternate', hreflang: tag, href })}/>`,
    ),
  ];
  return `<url>\n${lines.join('\n')}\n</url>\n`;
}

function urlSet(entries: readonly Entry[]): string {
  const root = xmlAttributes({ xmlns: SITEMAP, 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' });
  return `${HEAD}<urlset${root}>\n${entries.map(urlElement).join('')}</urlset>\n`;
}

/** One map, or an index of several. */
function maps(entries: readonly Entry[], url: string): [string, string][] {
  if (entries.length <= LONGEST) return [['sitemap.xml', urlSet(entries)]];
  const count = Math.ceil(entries.length / LONGEST);
  const parts = Array.from({ length: count }, (_, at): [string, string] => [
    `sitemap-${at + 1}.xml`,
    urlSet(entries.slice(at * LONGEST, (at + 1) * LONGEST)),
  ]);
  const names = parts.map(
    ([path]) => `<sitemap>${leaf('loc', `${url}${path}`).join('')}</sitemap>\n`,
  );
  const root = xmlAttributes({ xmlns: SITEMAP });
  const index = `${HEAD}<sitemapindex${root}>\n${names.join('')}</sitemapindex>\n`;
  return [['sitemap.xml', index], ...parts];
}

export const edition: Edition = {
  id: 'sitemap',
  ofSite: (cards, site) => {
    const { url } = site.options;
    // Both take absolute addresses only.
    if (url === undefined) return new Map();
    const robots = `User-agent: *\nAllow: /\n\nSitemap: ${new URL('sitemap.xml', url).href}\n`;
    return new Map([['robots.txt', robots], ...maps(entriesOf(cards, site), url)]);
  },
};
