/** Builds elements as values, so that every text is escaped when the page is written. */
import type { Element, ElementContent, Properties } from 'hast';
import type { Voice } from './voice.ts';
import { writePage, type WrittenPage } from './write-html.ts';

/** What may stand in an element: nothing, text, elements, and lists of these. */
export type Child =
  ElementContent | string | number | boolean | null | undefined | readonly Child[];

function isList(child: Child): child is readonly Child[] {
  return Array.isArray(child);
}

function add(child: Child, to: ElementContent[]): void {
  if (child === null || child === undefined || typeof child === 'boolean') return;
  if (typeof child === 'string' || typeof child === 'number') {
    to.push({ type: 'text', value: String(child) });
  } else if (isList(child)) {
    for (const each of child) add(each, to);
  } else {
    to.push(child);
  }
}

/** Lists laid out, texts as nodes; `null`, `undefined` and truth values are left out. */
export function nodesOf(child: Child): ElementContent[] {
  const nodes: ElementContent[] = [];
  add(child, nodes);
  return nodes;
}

/** An element. */
export function element(name: string, properties: Properties, ...children: Child[]): Element {
  return { type: 'element', tagName: name, properties, children: nodesOf(children) };
}

/** Puts each child on a line of its own. */
export function lines(...children: Child[]): Child[] {
  const shown: Child[] = ['\n'];
  for (const child of children) {
    const nodes = nodesOf(child);
    if (nodes.length > 0) shown.push(nodes, '\n');
  }
  return shown;
}

/** A page as it is written, in the voice of its region where it has one. */
export function written(element: Element, voice: Voice | null): WrittenPage {
  const doctype = [{ type: 'doctype' as const }, { type: 'text' as const, value: '\n' }];
  const { html, links } = writePage({ type: 'root', children: [...doctype, element] }, voice);
  return { html: `${html}\n`, links };
}

/** The bytes of a page. */
export function serialize(html: Element): string {
  return written(html, null).html;
}
