/**
 * Makes a page's text fit for a book: the elements and attributes that readers of books know, each where the
 * content model of HTML has it. What stands elsewhere keeps its words and loses its kind.
 */
import type { Element, ElementContent, Properties } from 'hast';
import { hasCaption, isDefinitionList, isRuby, isTable } from './content-models.ts';

const PHRASING: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo br cite code del em i img ins kbd mark q ruby s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);
const HEADINGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const HOLDS_PHRASING: ReadonlySet<string> = new Set(['p', 'pre', 'dt', 'caption', ...HEADINGS]);
const FLOW: ReadonlySet<string> = new Set(
  'aside blockquote div dl figure header hr ol section table ul'.split(' '),
);
/** Only ever inside of an element that is looked at as a whole. */
const PARTS: ReadonlySet<string> = new Set(
  'caption dd dt figcaption li rp rt tbody td tfoot th thead tr'.split(' '),
);

const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  '*': ['id', 'className', 'lang', 'dir', 'title', 'ariaLabel', 'role', 'epubType'],
  a: ['href'],
  img: ['src', 'alt'],
  li: ['value'],
  ol: ['start'],
  td: ['colSpan', 'rowSpan'],
  th: ['colSpan', 'rowSpan', 'scope'],
  time: ['dateTime'],
};

function attributesOf(name: string, properties: Properties): Properties {
  const allowed = [...(ATTRIBUTES['*'] ?? []), ...(ATTRIBUTES[name] ?? [])];
  return Object.fromEntries(
    Object.entries(properties).filter(
      ([key, value]) =>
        allowed.includes(key) && value !== null && value !== undefined && value !== false,
    ),
  );
}

interface Around {
  /** Only phrasing may stand here. */
  readonly phrasing: boolean;
  /** Inside of a link. */
  readonly link: boolean;
  /** Parts that may stand here. */
  readonly parts: ReadonlySet<string>;
}

const NO_PARTS: ReadonlySet<string> = new Set();

function isBlank(node: ElementContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

/** The children of a list: items alone, whatever else is there becomes one. */
function listItems(children: readonly ElementContent[]): ElementContent[] {
  return children
    .filter((child) => !isBlank(child) && child.type !== 'comment')
    .map((child) => {
      const isItem = child.type === 'element' && child.tagName === 'li';
      return isItem ? child : { type: 'element', tagName: 'li', properties: {}, children: [child] };
    });
}

const PARTS_OF: Readonly<Record<string, readonly string[]>> = {
  dl: ['dt', 'dd'],
  ol: ['li'],
  ruby: ['rt', 'rp'],
  table: ['caption', 'thead', 'tbody', 'tfoot'],
  tbody: ['tr'],
  tfoot: ['tr'],
  thead: ['tr'],
  tr: ['td', 'th'],
  ul: ['li'],
};

/** Parts that an element of a good form may hold. */
function partsOf(node: Element): ReadonlySet<string> {
  if (node.tagName === 'figure') return hasCaption(node) ? new Set(['figcaption']) : NO_PARTS;
  return new Set(PARTS_OF[node.tagName]);
}

/** Whether an element that has to be whole is. */
function isWhole(node: Element): boolean {
  if (node.tagName === 'ruby') return isRuby(node);
  if (node.tagName === 'table') return isTable(node);
  return node.tagName !== 'dl' || isDefinitionList(node);
}

/** Whether an element is of a kind that may stand here, in the form that its kind asks for. */
function isFit(node: Element, { phrasing, link, parts }: Around): boolean {
  const { tagName } = node;
  if (PARTS.has(tagName)) return parts.has(tagName);
  if (tagName === 'a' && link) return false;
  const isBlock = FLOW.has(tagName) || HOLDS_PHRASING.has(tagName);
  return (PHRASING.has(tagName) || (isBlock && !phrasing)) && isWhole(node);
}

function holdsBlocks({ children }: Element): boolean {
  return children.some(
    (child) => child.type === 'element' && (!PHRASING.has(child.tagName) || holdsBlocks(child)),
  );
}

/** What an element becomes: itself, or what carries its words. A phrase that holds blocks is a block. */
function nameFor(node: Element, around: Around): string {
  if (isFit(node, around)) {
    const isLoose = PHRASING.has(node.tagName) && !around.phrasing && holdsBlocks(node);
    return isLoose ? 'div' : node.tagName;
  }
  if (around.phrasing) return 'span';
  return PHRASING.has(node.tagName) && !holdsBlocks(node) ? 'span' : 'div';
}

function insideOf(node: Element, name: string, around: Around): Around {
  return {
    phrasing:
      around.phrasing ||
      PHRASING.has(name) ||
      HOLDS_PHRASING.has(name) ||
      name === 'rt' ||
      name === 'rp',
    link: around.link || name === 'a',
    parts: name === node.tagName ? partsOf(node) : NO_PARTS,
  };
}

function fitted(node: ElementContent, around: Around): ElementContent[] {
  if (node.type === 'text') return [node];
  if (node.type !== 'element') return [];
  const name = nameFor(node, around);
  const isList = name === 'ul' || name === 'ol';
  const inside = insideOf(node, name, around);
  const children = (isList ? listItems(node.children) : node.children).flatMap((child) =>
    fitted(child, inside),
  );
  const properties = attributesOf(name, node.properties);
  return [{ type: 'element', tagName: name, properties, children }];
}

/** The nodes in a form that may stand in the body of a book's chapter. */
export function bookContent(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node) => fitted(node, { phrasing: false, link: false, parts: NO_PARTS }));
}
