/** Where in an article's file a link stands that leads nowhere: the file is what somebody has to mend. */
import type { Place } from '../core/model.ts';
import { articlePath } from '../core/paths.ts';
import { placeAt } from '../core/place.ts';
import type { Workspace } from '../core/ports.ts';
import type { BrokenLink } from './publish-links.ts';

/** A link that leads nowhere, and its place in the article's file; null: it is not written there as such. */
export interface PlacedLink extends BrokenLink {
  readonly place: Place | null;
}

/** What an address follows in Markdown and in HTML. */
const BEFORE = /^[(<"'\s]$/;

function decoded(link: string): string {
  try {
    return decodeURI(link);
  } catch {
    return link;
  }
}

/** As an article may have it written: pages have their links made anew (`relink`), and escaped. */
function spellings(link: string): readonly string[] {
  const [, slug, fragment = ''] = /^\.\.\/([^/]+)\/(#.*)?$/.exec(link) ?? [];
  return [link, decoded(link), ...(slug === undefined ? [] : [`${slug}.md${fragment}`])];
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
    all.set(
      slug,
      broken.map((each) => ({ ...each, place: placeOf(each.link, slug, text) })),
    );
  }
  return all;
}
