/** Links from one article's file to another's become links between their pages, links to a heading such to its place. */
import type { Nodes } from 'hast';
import { headingName } from '../parts/heading-anchors.ts';
import { decodedPart } from '../../core/percent-decoding.ts';

const ARTICLE_FILE = /^(?:\.\/)?([a-z0-9]+(?:-[a-z0-9]+)*)\.md(#.*)?$/;
/** Places that the pages name themselves. */
const OWN_PLACE = /^#(?:s|fn|fnref)-/;

/** What links of an article may lead to. */
export interface LinkEnds {
  /** The articles that have a page; a link to any other file stays as it is. */
  readonly slugs: ReadonlySet<string>;
  /** Places of the article's own headings, by their names. */
  readonly headings: () => ReadonlyMap<string, string>;
}

function toHeading(href: string, { headings }: LinkEnds): string {
  if (href === '#' || OWN_PLACE.test(href)) return href;
  const id = headings().get(headingName(decodedPart(href.slice(1))));
  return id === undefined ? href : `#${id}`;
}

function relinked(href: string, ends: LinkEnds): string {
  if (href.startsWith('#')) return toHeading(href, ends);
  const [all, slug = '', fragment = ''] = ARTICLE_FILE.exec(href) ?? [];
  return all !== undefined && ends.slugs.has(slug) ? `../${slug}/${fragment}` : href;
}

/** Changes the tree in place. */
export function relink(node: Nodes, ends: LinkEnds): void {
  if (node.type === 'element' && typeof node.properties['href'] === 'string') {
    node.properties['href'] = relinked(node.properties['href'], ends);
  }
  if ('children' in node) for (const child of node.children) relink(child, ends);
}
