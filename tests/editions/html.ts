/** Reads pages back: what a browser would see. */
import type { Element, Nodes } from 'hast';
import { raw } from 'hast-util-raw';

export function parsePage(html: string): Nodes {
  const value = html.replace('<!doctype html>', '');
  return raw({ type: 'root', children: [{ type: 'doctype' }, { type: 'raw', value }] });
}

/** All elements below a node that a test asks for, in reading order. */
export function elements(node: Nodes, wanted: (element: Element) => boolean): Element[] {
  const here = node.type === 'element' && wanted(node) ? [node] : [];
  const below = 'children' in node ? node.children.flatMap((child) => elements(child, wanted)) : [];
  return [...here, ...below];
}

export function byName(node: Nodes, name: string): Element[] {
  return elements(node, (element) => element.tagName === name);
}

export function byClass(node: Nodes, name: string): Element[] {
  return elements(node, ({ properties }) =>
    ([] as unknown[]).concat(properties['className'] ?? []).includes(name),
  );
}

export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** The text of a page's main part, without the links that stand beside each pair. */
export function mainText(html: string): string {
  return byName(parsePage(html), 'main').map(textOf).join('');
}

/** How many times a text occurs in another. */
export function occurrences(text: string, part: string): number {
  return text.split(part).length - 1;
}
