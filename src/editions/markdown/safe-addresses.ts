/** Addresses in a tree as every generator takes them. */
import type { Nodes } from 'mdast';

const SCHEME = /^[^/?#]*?:/;
const HARMLESS = /^(?:https?|mailto|tel):/i;

/** Signs of templates as percent escapes; an address that is more than a place becomes none. */
function safeAddress(url: string): string {
  const clean = url.replace(/[\u0000-\u0020]/g, '');
  if (SCHEME.test(clean) && !HARMLESS.test(clean)) return '';
  return url.replace(/[{}<>|\\^`]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Changes the tree in place. */
export function safeAddresses(node: Nodes): void {
  if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
    node.url = safeAddress(node.url);
  }
  if ('children' in node) for (const child of node.children) safeAddresses(child);
}
