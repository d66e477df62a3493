/** The little of the DOM that reading a page needs, whatever library built it. */
export interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
}

export interface DomElement extends DomNode {
  getAttribute(name: string): string | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

export interface DomDocument extends DomNode {
  readonly title: string;
  readonly body: DomElement | null;
  readonly documentElement: DomElement | null;
  querySelector(selector: string): DomElement | null;
}

const ELEMENT = 1;

export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === ELEMENT;
}

/** An element's name in small letters; empty for text and comments. */
export function tagOf(node: DomNode): string {
  return isElement(node) ? node.nodeName.toLowerCase() : '';
}

/** Never read: programs, styles, forms, players, and what a browser would not show. */
const UNREAD = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'embed',
  'svg',
  'math',
  'canvas',
  'audio',
  'video',
  'input',
  'select',
  'textarea',
  'option',
  'head',
  'link',
  'meta',
  'title',
  'base',
  'frameset',
  'map',
]);

export function isUnread(node: DomNode): boolean {
  if (!isElement(node)) return false;
  if (UNREAD.has(tagOf(node)) || node.getAttribute('hidden') !== null) return true;
  if (node.getAttribute('aria-hidden') === 'true' && node.textContent?.trim() === '') return true;
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(
    node.getAttribute('style') ?? '',
  );
}

const BLOCKS = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'center',
  'dd',
  'details',
  'dialog',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hgroup',
  'hr',
  'html',
  'li',
  'main',
  'menu',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
  'button',
  'caption',
  'legend',
]);

export function isBlockElement(node: DomNode): boolean {
  return BLOCKS.has(tagOf(node));
}

/** Whether an element holds anything that stands on lines of its own. */
export function holdsBlocks(node: DomNode): boolean {
  for (const child of node.childNodes) {
    if (isUnread(child)) continue;
    if (isBlockElement(child) || tagOf(child) === 'img' || holdsBlocks(child)) return true;
  }
  return false;
}
