/** Addresses in a tree as every generator takes them, and only those that pages carry. */
import type { Nodes, Parents, Root } from 'mdast';
import { fatesIn, type Fate } from './fates.ts';

/** Signs of templates as percent escapes. */
function escaped(url: string): string {
  return url.replace(/[{}<>|\\^`]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function left(node: Nodes, fate: Fate): readonly Nodes[] {
  if (fate === 'gone') return [];
  return fate === 'words' && 'children' in node ? node.children : [node];
}

function visit(parent: Parents, fateOf: (node: Nodes) => Fate): void {
  const children = parent.children.flatMap((child: Nodes) => {
    if ('children' in child) visit(child, fateOf);
    const nodes = left(child, fateOf(child));
    if ('url' in child) child.url = escaped(child.url);
    return nodes;
  });
  parent.children = children as typeof parent.children;
}

/** Changes the tree in place. */
export function safeAddresses(root: Root): void {
  visit(root, fatesIn(root));
}
