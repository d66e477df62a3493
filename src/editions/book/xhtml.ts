/** Elements as XHTML, which books are made of. */
import type { Element, ElementContent } from 'hast';
import { xmlAttributes, xmlText } from '../xml-text.ts';

const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'wbr', 'meta', 'link']);
const NAMES: Readonly<Record<string, string>> = {
  ariaLabel: 'aria-label',
  className: 'class',
  colSpan: 'colspan',
  dateTime: 'datetime',
  epubType: 'epub:type',
  rowSpan: 'rowspan',
};

type Value = Element['properties'][string];

function asText(value: Value): string | undefined {
  if (value === null || value === undefined || value === false) return undefined;
  return Array.isArray(value) ? value.join(' ') : String(value);
}

function attributesOf({ properties }: Element): string {
  const pairs = Object.entries(properties).map(
    ([name, value]) => [NAMES[name] ?? name, asText(value)] as const,
  );
  const named = Object.fromEntries(pairs);
  // Readers of books look at the one or at the other.
  return xmlAttributes({ ...named, 'xml:lang': named['lang'] });
}

/** Nodes as XML; all of it is escaped. */
export function xhtml(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return xmlText(node.value);
      if (node.type !== 'element') return '';
      const start = `<${node.tagName}${attributesOf(node)}`;
      return VOID.has(node.tagName)
        ? `${start}/>`
        : `${start}>${xhtml(node.children)}</${node.tagName}>`;
    })
    .join('');
}

export interface XhtmlDocument {
  readonly lang: string;
  readonly title: string;
  /** The way to the stylesheet. */
  readonly style: string;
  /** XML. */
  readonly body: string;
}

/** What the format takes for a text must not be blank. */
export function someText(text: string): string {
  return text.trim() === '' ? '–' : text;
}

/** A document of a book. */
export function xhtmlDocument({ lang, title, style, body }: XhtmlDocument): string {
  const attributes = xmlAttributes({
    xmlns: 'http://www.w3.org/1999/xhtml',
    'xmlns:epub': 'http://www.idpf.org/2007/ops',
    lang,
    'xml:lang': lang,
  });
  const head = `<meta charset="utf-8"/>\n<title>${xmlText(title)}</title>\n<link rel="stylesheet" type="text/css" href="${style}"/>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html${attributes}>\n<head>\n${head}\n</head>\n<body>\n${body}\n</body>\n</html>\n`;
}
