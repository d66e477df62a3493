/**
 * Makes a tree from Markdown safe: raw HTML of the article is parsed, and everything that can run,
 * load or take a name on the page is taken out. What the page itself needs (ids, classes, languages)
 * steps aside before and comes back after, so an article cannot forge it.
 */
import type { Element, ElementContent, Nodes, Properties, Root } from 'hast';
import { raw } from 'hast-util-raw';
import type { Schema } from 'hast-util-sanitize';
import { defaultSchema, sanitize } from 'hast-util-sanitize';
import { SCHEMES } from '../../core/addresses.ts';
import { isMachineTime } from '../../core/machine-time.ts';

const TOKEN = 'dataDuizhao';
const FORGED = /data-duizhao/gi;
const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i;

const DROPPED_TAGS = new Set(['input', 'picture', 'source', 'strike', 'tt']);
const ADDED_TAGS = 'abbr bdi bdo cite figcaption figure mark rb small time u wbr'.split(' ');

const schema: Schema = {
  ...defaultSchema,
  tagNames: [
    ...(defaultSchema.tagNames ?? []).filter((name) => !DROPPED_TAGS.has(name)),
    ...ADDED_TAGS,
  ],
  attributes: {
    a: ['href'],
    img: ['src', 'width', 'height'],
    code: [['className', /^language-./]],
    '*': [
      TOKEN,
      'alt',
      'align',
      'colSpan',
      'dateTime',
      'dir',
      ['lang', LANGUAGE_TAG],
      'open',
      'rowSpan',
      'start',
      'title',
    ],
  },
  clobber: [],
  protocols: { href: [...SCHEMES.href], src: [...SCHEMES.src] },
  required: {},
  strip: ['script', 'style', 'template', 'noscript', 'iframe', 'object', 'svg', 'math'],
};

const OWN = /^(?:id|className|lang|role|tabIndex|aria.*|data.*|title)$/;

type Stash = Map<string, Properties>;

function eachElement(node: Nodes, visit: (element: Element) => void): void {
  if (node.type === 'element') visit(node);
  if ('children' in node) for (const child of node.children) eachElement(child, visit);
}

function stashOwn(tree: Root): Stash {
  const stash: Stash = new Map();
  eachElement(tree, (element) => {
    const own = Object.entries(element.properties).filter(([name]) => OWN.test(name));
    if (own.length === 0) return;
    const rest = Object.entries(element.properties).filter(([name]) => !OWN.test(name));
    const token = String(stash.size);
    stash.set(token, Object.fromEntries(own));
    element.properties = { ...Object.fromEntries(rest), [TOKEN]: token };
  });
  return stash;
}

/** Gives the stashed properties back; returns how many found their element. */
function restoreOwn(tree: Root, stash: Stash): number {
  const used = new Set<string>();
  eachElement(tree, (element) => {
    const token = element.properties[TOKEN];
    delete element.properties[TOKEN];
    if (typeof token !== 'string' || used.has(token)) return;
    used.add(token);
    Object.assign(element.properties, stash.get(token));
  });
  return used.size;
}

/** A link that lost its address, or never had one, keeps its words. */
function unwrapBareLinks(parent: Root | Element): void {
  const children = (parent.children as ElementContent[]).flatMap((child) => {
    if (child.type !== 'element') return [child];
    unwrapBareLinks(child);
    const isBare = child.tagName === 'a' && child.properties['href'] === undefined;
    return isBare ? child.children : [child];
  });
  parent.children = children;
}

function defuse(node: Nodes): void {
  if (node.type === 'raw') node.value = node.value.replace(FORGED, 'data-inert');
  if ('children' in node) for (const child of node.children) defuse(child);
}

/** Closes every block of raw HTML in itself, for articles whose blocks do not nest. */
function closeBlocks(tree: Root): Root {
  const children = tree.children.flatMap((child): Root['children'] => {
    if (child.type !== 'raw') return [child];
    const parsed = raw({ type: 'root', children: [child] });
    return parsed.type === 'root' ? parsed.children : [parsed as Element];
  });
  return { type: 'root', children };
}

function hasRaw(node: Nodes): boolean {
  return node.type === 'raw' || ('children' in node && node.children.some(hasRaw));
}

/** Parsing costs more than all the rest, and a tree without raw HTML needs none. */
function parsed(tree: Root): Root {
  if (!hasRaw(tree)) return tree;
  const root = raw(structuredClone(tree));
  return root.type === 'root' ? root : { type: 'root', children: [root as Element] };
}

/** Schemes are the same in capitals; the sanitiser compares letters. */
function lowerSchemes({ properties }: Element): void {
  for (const name of ['href', 'src']) {
    const value = properties[name];
    if (typeof value !== 'string') continue;
    properties[name] = value.replace(/^[a-z]+:/i, (scheme) => scheme.toLowerCase());
  }
}

/** A piece of raw HTML as it is read, and made safe. */
export function readHtml(value: string): { readonly read: Root; readonly safe: Root } {
  const piece = (): Root => ({ type: 'root', children: [{ type: 'raw', value }] });
  return { read: parsed(piece()), safe: safeTree(piece()) };
}

/** What no machine can read as a time is none: the words stay. */
function dropOddTime({ properties }: Element): void {
  const { dateTime } = properties;
  if (dateTime !== undefined && !isMachineTime(String(dateTime))) delete properties['dateTime'];
}

function parseAndSanitize(tree: Root): Root {
  const read = parsed(tree);
  eachElement(read, (element) => {
    lowerSchemes(element);
    dropOddTime(element);
  });
  const clean = sanitize(read, schema);
  return clean.type === 'root' ? clean : { type: 'root', children: [clean as Element] };
}

/** An element of ours with an address from the article: what is no harmless place is taken out. */
export function safeElement(node: Element): Element {
  lowerSchemes(node);
  return sanitize(node, schema) as Element;
}

/** Whatever the article's HTML holds, every element of the page itself is in the result. */
export function safeTree(tree: Root): Root {
  defuse(tree);
  const stash = stashOwn(tree);
  const nested = parseAndSanitize(tree);
  const isWhole = restoreOwn(nested, stash) === stash.size;
  const safe = isWhole ? nested : parseAndSanitize(closeBlocks(tree));
  if (!isWhole) restoreOwn(safe, stash);
  unwrapBareLinks(safe);
  return safe;
}
