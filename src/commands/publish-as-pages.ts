/**
 * Markdown for a generator has its article's links as they stand. Whether they lead somewhere is judged by the pages
 * that the site would have, so that the same articles go out.
 */
import { hasPictureEnding } from '../core/pictures.ts';
import { isListFolder } from '../core/slug.ts';
import type { Files, OutgoingArticle, Site } from '../editions/edition.ts';
import type { PageLinks } from '../editions/press/links.ts';
import { readLinks, type BrokenLink } from './publish-links.ts';

/** A link that may stay inside the site: most articles have none, and no page is made to look. */
const MAY_LEAD_INSIDE = /\]\((?!\s*<?(?:https?:|mailto:))|^[ >]*\[[^\]\n]+\]:|<a\s|\]\[/im;
const OWN_FILE = /^(?:index\.html|feed\.\w+)$/;
const PAGE = /^index\.(?:html|md)$/;

/** Whether an edition's folder would not have a file; of what is no article's, nobody knows here. */
function isMissing(path: string, { options, slugs }: Site): boolean {
  const folder = Object.values(options.paths).find((each) => path.startsWith(`${each}/`));
  if (folder === undefined || hasPictureEnding(path)) return false;
  const [name = '', ...rest] = path.slice(folder.length + 1).split('/');
  if (rest.length === 0) return !OWN_FILE.test(name);
  if (isListFolder(name)) return false;
  return !PAGE.test(rest.join('/')) || !slugs.has(name);
}

/**
 * The links of an article that lead nowhere on the site.
 * @param render gives the files of an article on a site
 */
export function brokenOnPages(
  { state, card }: OutgoingArticle,
  site: Site,
  render: (state: OutgoingArticle['state'], card: OutgoingArticle['card'], site: Site) => Files,
): readonly BrokenLink[] {
  if (!MAY_LEAD_INSIDE.test(state.article.text)) return [];
  const linked = new Map<string, PageLinks>();
  const { instead: _instead, ...rest } = site;
  const options = { ...site.options, variants: [] };
  const pages: Site = { ...rest, options, linked: (path, links) => linked.set(path, links) };
  const { broken, outward } = readLinks(render(state, card, pages), options, linked);
  const missing = outward.filter(({ path }) => isMissing(path, site));
  return [...broken, ...missing.map(({ from, link }) => ({ from, link }))];
}
