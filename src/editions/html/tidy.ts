/** Last touches on a body: a heading order without gaps, classes for alignment, tables that scroll. */
import type { Element, ElementContent, Nodes, Root } from 'hast';
import { element } from './element.ts';
import { own } from './words.ts';

const HEADING = /^h[1-6]$/;

/** Contiguous levels for headings, as deep as they were to each other, from 2 down. */
function levelOf(stack: number[], depth: number): number {
  while (stack.length > 0 && (stack.at(-1) ?? 0) >= depth) stack.pop();
  stack.push(depth);
  return Math.min(6, stack.length + 1);
}

function alignment(node: Element): void {
  const align = node.properties['align'];
  if (align === undefined) return;
  delete node.properties['align'];
  if (align === 'right' || align === 'center') node.properties.className = [`align-${align}`];
}

function visit(node: Nodes, change: (element: Element) => void): void {
  if (node.type === 'element') change(node);
  if ('children' in node) for (const child of node.children) visit(child, change);
}

/** White space between elements that a parser leaves on lines of its own. */
function blankLines(node: Element): void {
  if (node.tagName === 'pre' || node.tagName === 'code') return;
  for (const child of node.children) {
    if (child.type === 'text' && child.value.includes('\n')) {
      child.value = child.value.replace(/\n[ \t]+\n/g, '\n');
    }
  }
}

/** An image whose address did not pass as harmless. */
function isBlind(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'img' && !node.properties['src'];
}

function dropBlind(node: Element): void {
  if (!node.children.some(isBlind)) return;
  node.children = node.children.filter((child) => !isBlind(child));
}

function wrapTables(parent: Root | Element, label: string): void {
  parent.children = parent.children.map((child) => {
    if (child.type !== 'element') return child;
    wrapTables(child, label);
    if (child.tagName !== 'table') return child;
    const properties = { className: ['table'], ariaLabel: label, tabIndex: 0 };
    return own(element('section', properties, child), { ariaLabel: 'table' });
  }) as ElementContent[];
}

/**
 * Mends the tree in place.
 * @param table what a screen reader calls a table that scrolls
 */
export function tidy(tree: Root, table: string): Root {
  const stack: number[] = [];
  visit(tree, (node) => {
    alignment(node);
    blankLines(node);
    dropBlind(node);
    if (HEADING.test(node.tagName) && node.properties.id !== 'footnote-label') {
      node.tagName = `h${levelOf(stack, Number(node.tagName[1]))}`;
    }
    if (node.tagName === 'th' && node.properties['scope'] === undefined)
      node.properties['scope'] = 'col';
    if (node.tagName === 'img') node.properties['alt'] ??= '';
    if (node.tagName === 'pre') node.properties['translate'] = 'no';
  });
  wrapTables(tree, table);
  return tree;
}
