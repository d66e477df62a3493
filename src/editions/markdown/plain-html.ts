/** Raw HTML of an article as Markdown says it, or as a few harmless tags: generators drop, run or refuse the rest. */
import type { Element, Nodes as HtmlNodes } from 'hast';
import type {
  Html,
  Link,
  LinkReference,
  Nodes,
  Parents,
  PhrasingContent,
  RootContent,
} from 'mdast';
import { safeTree } from '../html/safe.ts';

/** `tags`: the generator takes tags without attributes; `none`: it takes no HTML. */
export type HtmlStyle = 'tags' | 'none';

const AS_MARKUP: Readonly<Record<string, 'strong' | 'emphasis' | 'delete'>> = {
  b: 'strong',
  strong: 'strong',
  em: 'emphasis',
  i: 'emphasis',
  del: 'delete',
  s: 'delete',
};
const AS_TAG: ReadonlySet<string> = new Set(['kbd', 'mark', 'small', 'sub', 'sup', 'u']);
/** Not shown, with all that is in them. */
const UNSEEN: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'iframe',
  'object',
  'svg',
  'math',
  'noscript',
]);

const OPENING = /^<([a-z][a-z0-9]*)(?:[\s/>]|$)/i;

function nameOf({ value }: Html): string {
  return OPENING.exec(value)?.[1]?.toLowerCase() ?? '';
}

function isHtml(node: Nodes): node is Html {
  return node.type === 'html';
}

function isLink(node: Nodes): node is Link | LinkReference {
  return node.type === 'link' || node.type === 'linkReference';
}

/** Where the tag that begins at `from` ends among its siblings; -1 for one that does not. */
function endOf(nodes: readonly Nodes[], from: number, name: string): number {
  let depth = 1;
  for (let at = from + 1; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node === undefined || !isHtml(node)) continue;
    if (nameOf(node) === name) depth += 1;
    if (node.value.toLowerCase().startsWith(`</${name}`)) depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

/** What a text is written for, and whether a link stands round it: it holds no other. */
interface Around {
  readonly style: HtmlStyle;
  readonly inLink: boolean;
}

/** The attributes of a tag that do no harm; none where all of it has to go. */
function safeProperties(value: string): Readonly<Record<string, unknown>> {
  const [node] = safeTree({ type: 'root', children: [{ type: 'raw', value }] }).children;
  return node?.type === 'element' ? node.properties : {};
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function image({ src, alt, title }: Readonly<Record<string, unknown>>): PhrasingContent[] {
  const url = text(src);
  return url === null ? [] : [{ type: 'image', url, alt: text(alt) ?? '', title: text(title) }];
}

function link(
  { href, title }: Readonly<Record<string, unknown>>,
  children: PhrasingContent[],
): PhrasingContent[] {
  const url = text(href);
  return url === null ? children : [{ type: 'link', url, title: text(title), children }];
}

function marked(name: string, inner: PhrasingContent[], style: HtmlStyle): PhrasingContent[] {
  const type = AS_MARKUP[name];
  if (type !== undefined && inner.length > 0) return [{ type, children: inner }];
  if (style === 'none' || !AS_TAG.has(name)) return inner;
  return [{ type: 'html', value: `<${name}>` }, ...inner, { type: 'html', value: `</${name}>` }];
}

/** @param between what stands between a tag and its end */
function wrapped(
  opening: Html,
  between: readonly PhrasingContent[],
  around: Around,
): PhrasingContent[] {
  const name = nameOf(opening);
  if (UNSEEN.has(name)) return [];
  if (name !== 'a') return marked(name, phrasing(between, around), around.style);
  const inner = phrasing(between, { ...around, inLink: true });
  return around.inLink ? inner : link(safeProperties(opening.value), inner);
}

/** What stands for a tag that has no partner. */
function alone(tag: Html): PhrasingContent[] {
  const name = nameOf(tag);
  if (name === 'br') return [{ type: 'break' }];
  return name === 'img' ? image(safeProperties(tag.value)) : [];
}

function phrasing(nodes: readonly PhrasingContent[], around: Around): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at] as PhrasingContent;
    if (!isHtml(node)) {
      out.push(...(around.inLink && isLink(node) ? phrasing(node.children, around) : [node]));
      continue;
    }
    const name = nameOf(node);
    out.push(...alone(node));
    const end = name === '' ? -1 : endOf(nodes, at, name);
    if (end === -1) continue;
    out.push(...wrapped(node, nodes.slice(at + 1, end), around));
    at = end;
  }
  return out;
}

const INLINE: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code del em i ins kbd mark q rb rp rt ruby s samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** The texts and pictures of a block of HTML, a paragraph a block in it. */
class Shown {
  readonly paragraphs: PhrasingContent[][] = [[]];

  read(node: HtmlNodes): void {
    if (node.type === 'text') this.text(node.value);
    if (node.type === 'element') this.element(node);
    if (node.type === 'root') for (const child of node.children) this.read(child);
  }

  private element({ tagName, properties, children }: Element): void {
    if (tagName === 'img') this.paragraphs.at(-1)?.push(...image(properties));
    if (tagName === 'a') return this.link(properties, children);
    const isInline = tagName === 'img' || INLINE.has(tagName);
    if (!isInline) this.paragraphs.push([]);
    for (const child of children) this.read(child);
    if (!isInline) this.paragraphs.push([]);
  }

  private text(value: string): void {
    this.paragraphs.at(-1)?.push({ type: 'text', value: value.replace(/\s+/g, ' ') });
  }

  /** A link round blocks is one in each of them. */
  private link(properties: Element['properties'], children: Element['children']): void {
    const inside = new Shown();
    for (const child of children) inside.read(child);
    for (const [at, paragraph] of inside.paragraphs.entries()) {
      if (at > 0) this.paragraphs.push([]);
      if (paragraph.some(isSeen)) this.paragraphs.at(-1)?.push(...link(properties, paragraph));
    }
  }
}

function isSeen(node: PhrasingContent): boolean {
  return node.type !== 'text' || node.value.trim() !== '';
}

function block({ value }: Html): RootContent[] {
  const shown = new Shown();
  shown.read(safeTree({ type: 'root', children: [{ type: 'raw', value }] }));
  return shown.paragraphs
    .filter((children) => children.some(isSeen))
    .map((children) => ({ type: 'paragraph', children }));
}

const PHRASING: ReadonlySet<string> = new Set([
  'delete',
  'emphasis',
  'heading',
  'link',
  'linkReference',
  'paragraph',
  'strong',
  'tableCell',
]);

/** Changes the tree in place. */
export function plainHtml(parent: Parents, style: HtmlStyle, inLink = false): void {
  parent.children = (
    PHRASING.has(parent.type)
      ? phrasing(parent.children as PhrasingContent[], { style, inLink })
      : (parent.children as RootContent[]).flatMap((child) =>
          isHtml(child) ? block(child) : [child],
        )
  ) as typeof parent.children;
  for (const child of parent.children) {
    if ('children' in child) plainHtml(child, style, inLink || isLink(child));
  }
}
