/**
 * An article's body without its texts: the structure that all views share, parsed and made safe once.
 * Where a block stands, an element says which (`data-block`).
 */
import type { Element, ElementContent, Root as HastRoot } from 'hast';
import type { FootnoteDefinition, List, ListItem, Nodes, PhrasingContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { readMarkdown } from '../../core/markdown/parse.ts';
import type { Unit } from '../../core/model.ts';
import type { ArticleState } from '../../core/state.ts';
import { fieldBlock, titleBlock } from '../parts/front.ts';
import { assertShallow } from './depth.ts';
import { detach, placeBlocks, type Holder, type Placed } from './place.ts';
import { safeTree } from './safe.ts';

export interface Skeleton {
  readonly tree: HastRoot;
  /** The units of each block, by the number that its element bears. */
  readonly units: readonly (readonly Unit[])[];
}

type Properties = Record<string, string | number | boolean>;

function rename(node: Nodes, hName: string, hProperties: Properties): void {
  node.data = { ...node.data, hName, hProperties };
}

function silenceImages(nodes: readonly PhrasingContent[]): void {
  for (const node of nodes) {
    if (node.type === 'image' || node.type === 'imageReference') node.alt = '';
    if ('children' in node) silenceImages(node.children);
  }
}

/** An image that stands alone becomes a figure; its words are the caption. */
function asFigure(holder: Holder, block: number): void {
  silenceImages(holder.children);
  rename(holder, 'figure', {});
  const caption: PhrasingContent = { type: 'emphasis', children: [] };
  rename(caption, 'figcaption', { dataBlock: block });
  holder.children = [...holder.children, caption];
}

function isLoose(list: List): boolean {
  const spread = (item: ListItem): boolean => item.spread ?? item.children.length > 1;
  return list.spread === true || list.children.some(spread);
}

/** Paragraphs of lists whose items are lines: they get no element of their own. */
function tightParagraphs(node: Nodes, found: Set<Nodes>): Set<Nodes> {
  if (node.type === 'list' && !isLoose(node)) {
    const inItems = node.children.flatMap(({ children }): Nodes[] => children);
    for (const child of inItems) if (child.type === 'paragraph') found.add(child);
  }
  if ('children' in node) for (const child of node.children) tightParagraphs(child, found);
  return found;
}

function markBlock({ block, holder }: Placed, index: number, tight: ReadonlySet<Nodes>): void {
  if (block.kind === 'caption') return asFigure(holder, index);
  holder.children = [];
  if (holder.type !== 'paragraph') {
    holder.data = { hProperties: { dataBlock: index } };
    return;
  }
  // Not a `p` yet: what converts the tree would take it out of its item.
  rename(holder, 'div', { dataBlock: index, ...(tight.has(holder) ? { dataTight: true } : {}) });
}

function markNote(node: FootnoteDefinition, seen: Set<string>): void {
  const id = node.identifier.toUpperCase();
  const properties: Properties = seen.has(id) ? {} : { dataNoteText: id };
  seen.add(id);
  Object.assign(node, { type: 'blockquote' });
  rename(node, 'div', properties);
}

/** What the library would make of tasks and footnotes depends on the view: it is left to the page. */
function markRest(node: Nodes, seen: Set<string>): void {
  if (node.type === 'footnoteReference') {
    rename(node, 'sup', { dataNote: node.identifier.toUpperCase() });
    Object.assign(node, { type: 'emphasis', children: [] });
    return;
  }
  if (node.type === 'listItem' && typeof node.checked === 'boolean') {
    rename(node, 'li', { dataTask: node.checked ? 'done' : 'open' });
    node.checked = null;
  }
  if (node.type === 'footnoteDefinition') markNote(node, seen);
  if ('children' in node) for (const child of node.children) markRest(child, seen);
}

function holdsBlock({ properties, children }: Element): boolean {
  if (properties['dataBlock'] !== undefined) return true;
  return children.some((child) => child.type === 'element' && holdsBlock(child));
}

/** A raw link round blocks would hold the links of their texts: a link in a link is none. */
function unwrapLinks(parent: HastRoot | Element): void {
  const children = (parent.children as ElementContent[]).flatMap((child) => {
    if (child.type !== 'element') return [child];
    unwrapLinks(child);
    return child.tagName === 'a' && holdsBlock(child) ? child.children : [child];
  });
  parent.children = children;
}

/** A copy whose nodes may be changed, but not their places. */
function copyOf<Node extends Nodes>(node: Node): Node {
  if (!('children' in node)) return { ...node };
  return { ...node, children: node.children.map(copyOf) };
}

/**
 * Parses the article.
 * @throws ArticleFault when it nests too deep for a page
 */
export function skeletonOf(state: ArticleState): Skeleton {
  const tree = copyOf(readMarkdown(state.article.text));
  assertShallow(tree, state.article.slug);
  tree.children = tree.children.filter((node) => node.type !== 'yaml');
  // Without a title of its own the article's first heading is the page's, not the body's.
  const title = fieldBlock(state, 'title') === undefined ? titleBlock(state) : undefined;
  const placed = placeBlocks(state, tree);
  const tight = tightParagraphs(tree, new Set());
  for (const [index, each] of placed.entries()) {
    if (each.block === title) detach(each);
    else markBlock(each, index, tight);
  }
  markRest(tree, new Set());
  const hast = toHast(tree, { allowDangerousHtml: true }) as HastRoot;
  const safe = safeTree(hast);
  unwrapLinks(safe);
  return { tree: safe, units: placed.map(({ units }) => units) };
}
