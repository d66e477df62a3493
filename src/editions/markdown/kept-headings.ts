/**
 * Headings as Docusaurus leaves them on the page. It takes the first of level 1 out of a blog's article, for
 * the title stands above, and `{#name}` at the end of any out of its text.
 */
import type { Heading, Nodes, Root } from 'mdast';

function headingsIn(node: Nodes): Heading[] {
  if (node.type === 'heading') return [node];
  return 'children' in node ? node.children.flatMap(headingsIn) : [];
}

function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

/** Changes the tree in place: below a title all are a level deeper, and names are given by number. */
export function keepHeadings(root: Root, title: string | undefined): void {
  const headings = headingsIn(root);
  const isBelow = title !== undefined && headings.some(({ depth }) => depth === 1);
  for (const [at, heading] of headings.entries()) {
    if (isBelow) heading.depth = Math.min(6, heading.depth + 1) as Heading['depth'];
    if (/\{#[^}]*\}$/.test(wordsOf(heading).trimEnd())) {
      heading.children.push({ type: 'html', value: `{/* #heading-${at + 1} */}` });
    }
  }
}
