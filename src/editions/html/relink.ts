/** Links from one article's file to another's become links between their pages. */
import type { Nodes } from 'hast';

const ARTICLE_FILE = /^(?:\.\/)?([a-z0-9]+(?:-[a-z0-9]+)*)\.md(#.*)?$/;

function relinked(href: string, slugs: ReadonlySet<string>): string {
  const [all, slug = '', fragment = ''] = ARTICLE_FILE.exec(href) ?? [];
  return all !== undefined && slugs.has(slug) ? `../${slug}/${fragment}` : href;
}

/** @param slugs the articles that have a page; a link to any other file stays as it is */
export function relink(node: Nodes, slugs: ReadonlySet<string>): void {
  if (node.type === 'element' && typeof node.properties['href'] === 'string') {
    node.properties['href'] = relinked(node.properties['href'], slugs);
  }
  if ('children' in node) for (const child of node.children) relink(child, slugs);
}
