/** The plain text of a piece of Markdown. */
import type { Nodes } from 'mdast';

/** What a reader sees of a node; raw HTML is nothing to read. */
export function plainText(node: Nodes): string {
  if ('children' in node) return node.children.map((child) => plainText(child)).join('');
  if (node.type === 'html' || node.type === 'yaml') return '';
  if (node.type === 'break') return ' ';
  if ('alt' in node) return node.alt ?? '';
  return 'value' in node ? node.value : '';
}
