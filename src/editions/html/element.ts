/** Builds elements as values, so that every text is escaped when the page is written. */
import type { Element, ElementContent, Properties } from 'hast';
import { toHtml } from 'hast-util-to-html';

export type Child = ElementContent | string | null;

/** An element; `null` children are left out, strings are text. */
export function element(name: string, properties: Properties, ...children: Child[]): Element {
  return {
    type: 'element',
    tagName: name,
    properties,
    children: children.flatMap((child): ElementContent[] => {
      if (child === null) return [];
      return [typeof child === 'string' ? { type: 'text', value: child } : child];
    }),
  };
}

/** Puts each element on a line of its own. */
export function lines(...children: Child[]): Child[] {
  return ['\n', ...children.filter((child) => child !== null).flatMap((child) => [child, '\n'])];
}

/** The bytes of a page. */
export function serialize(html: Element): string {
  const page = toHtml({
    type: 'root',
    children: [{ type: 'doctype' }, { type: 'text', value: '\n' }, html],
  });
  return `${page}\n`;
}
