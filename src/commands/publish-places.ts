/** Where in an article's file a link stands that leads nowhere: the file is what somebody has to mend. */
import { UserError } from '../core/errors.ts';
import type { Place } from '../core/model.ts';
import { articlePath } from '../core/paths.ts';
import { placeAt } from '../core/place.ts';
import type { Workspace } from '../core/ports.ts';
import type { BrokenLink } from './publish-links.ts';
import { decodedAddress } from '../core/percent-decoding.ts';

/** A link that leads nowhere, and its place in the article's file; null: it is not written there as such. */
export interface PlacedLink extends BrokenLink {
  readonly place: Place | null;
  /** A link to the heading of another article that it seems to mean. */
  readonly meant?: string;
}

/** What an address follows in Markdown and in HTML. */
const BEFORE = /^[(<"'\s]$/;

/** As an article may have it written: pages have their links made anew (`relink`), and escaped. */
function spellings(link: string): readonly string[] {
  const [, slug, fragment = ''] = /^\.\.\/([^/]+)\/(#.*)?$/.exec(link) ?? [];
  const file =
    slug === undefined ? [] : [`${slug}.md${fragment}`, `${slug}.md${decodedAddress(fragment)}`];
  return [link, decodedAddress(link), ...file];
}

function offsetOf(link: string, text: string): number | null {
  if (link === '') return null;
  for (const spelling of spellings(link)) {
    let at = text.indexOf(spelling);
    while (at !== -1 && !BEFORE.test(text[at - 1] ?? '')) {
      at = text.indexOf(spelling, at + 1);
    }
    if (at !== -1) return at;
  }
  return null;
}

/** Where an address stands in an article's file; null: it is not written there as such. */
export function placeOf(link: string, slug: string, text: string): Place | null {
  const offset = offsetOf(link, text);
  return offset === null ? null : placeAt(articlePath(slug), text, offset);
}

/** A link to a place in another article, by the name of its heading there; null: it has none of that name. */
async function meantBy(link: string, workspace: Pick<Workspace, 'open'>): Promise<string | null> {
  const [, slug, fragment = ''] = /^\.\.\/([^/]+)\/#(.+)$/.exec(link) ?? [];
  if (slug === undefined) return null;
  const { headingAnchors, headingName } = await import('../editions/parts/heading-anchors.ts');
  try {
    const headings = headingAnchors(await workspace.open(slug));
    const id = headings.get(headingName(decodedAddress(fragment)));
    return id === undefined ? null : `${slug}.md#${id}`;
  } catch (error) {
    // There is no such article, or nobody can read it: that is told elsewhere.
    if (error instanceof UserError) return null;
    throw error;
  }
}

async function placed(
  broken: BrokenLink,
  { slug, text }: { readonly slug: string; readonly text: string },
  workspace: Pick<Workspace, 'open'>,
): Promise<PlacedLink> {
  // Of the site's own pages nobody can mend a link in an article.
  const meant = slug === '' ? null : await meantBy(broken.link, workspace);
  const place = placeOf(broken.link, slug, text);
  return { ...broken, place, ...(meant === null ? {} : { meant }) };
}

/**
 * The links of each article, with their places.
 * @param links by slug; '' stands for the site's own pages
 */
export async function placeLinks(
  links: ReadonlyMap<string, readonly BrokenLink[]>,
  workspace: Pick<Workspace, 'open'>,
): Promise<ReadonlyMap<string, readonly PlacedLink[]>> {
  const all = new Map<string, readonly PlacedLink[]>();
  for (const [slug, broken] of links) {
    const text = slug === '' ? '' : (await workspace.open(slug)).article.text;
    const links: PlacedLink[] = [];
    for (const each of broken) links.push(await placed(each, { slug, text }, workspace));
    all.set(slug, links);
  }
  return all;
}
