/** Ways through the tree of a Markdown text. */
import type { Nodes } from 'mdast';

const INLINE_ONLY: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell']);

/** Whether a block's children are inline content. */
export function holdsInline({ type }: Nodes): boolean {
  return INLINE_ONLY.has(type);
}

/**
 * The nodes of a tree in reading order. Iterative, so that no nesting depth overflows the stack.
 * @param isLeaf of which nodes the children are left out
 */
export function* nodesOf(root: Nodes, isLeaf: (node: Nodes) => boolean = () => false) {
  const stack: Nodes[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    yield node;
    if (!('children' in node) || isLeaf(node)) continue;
    for (const child of node.children.toReversed()) stack.push(child);
  }
}
