/** Guards the page against articles whose quotes or lists nest without end. */
import type { Nodes, Root } from 'mdast';
import { ArticleFault } from '../../core/errors.ts';

/** Nobody writes this deep; the HTML tools recurse, and a stack that overflows is no message. */
const MAX_DEPTH = 100;

/** @throws UserError when the article nests deeper than any page can show */
export function assertShallow(tree: Root, slug: string): void {
  let level: Nodes[] = [tree];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) {
      throw new ArticleFault(
        `articles/${slug}.md: quotes, lists or markup nest more than ${MAX_DEPTH} levels deep; make it flatter.`,
      );
    }
    level = level.flatMap((node): Nodes[] => ('children' in node ? node.children : []));
  }
}
