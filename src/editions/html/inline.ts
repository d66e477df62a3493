/** A unit's tagged text as HTML. */
import type { Element, ElementContent } from 'hast';
import type { Nodes } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { isShownAlone, shownTags } from '../../core/inline-html.ts';
import type { InlineTag } from '../../core/model.ts';
import type { TaggedNode } from '../../core/tags.ts';
import { parseTagged, plainText } from '../../core/tags.ts';
import { element } from './element.ts';
import { safeElement, safeTree } from './safe.ts';

/** What stands for a reference to a footnote until the page knows its number. */
function noteReference(id: string): Element {
  return element('sup', { dataNote: id.toUpperCase() });
}

/** A link or an image with an address that is harmless, or without any. */
function addressed(node: Nodes): Element {
  return safeElement(toHast(node) as Element);
}

function objectNodes({ mark }: InlineTag): ElementContent[] {
  switch (mark.type) {
    case 'code':
      return [element('code', {}, mark.value.replaceAll('\n', ' '))];
    case 'break':
      return [element('br', {}), { type: 'text', value: '\n' }];
    case 'image': {
      const { url, title, alt } = mark;
      return [addressed({ type: 'image', url, title, alt })];
    }
    case 'footnote':
      return [noteReference(mark.id)];
    case 'html':
      return [{ type: 'raw', value: mark.value }];
    default:
      return [];
  }
}

const CONTAINERS = { strong: 'strong', emphasis: 'em', delete: 'del' } as const;

function tagNodes(tag: InlineTag, children: ElementContent[]): ElementContent[] {
  const { mark } = tag;
  if (mark.type === 'strong' || mark.type === 'emphasis' || mark.type === 'delete') {
    return [element(CONTAINERS[mark.type], {}, ...children)];
  }
  if (mark.type === 'link') {
    const { url, title } = mark;
    const link = addressed({ type: 'link', url, title, children: [] });
    // What leads nowhere is no link, and is not to look like one.
    return link.properties['href'] === undefined ? children : [{ ...link, children }];
  }
  return [...objectNodes(tag), ...children];
}

function convert(nodes: readonly TaggedNode[], tags: readonly InlineTag[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [{ type: 'text', value: node.text }];
    const tag = tags[node.number - 1];
    const children = node.type === 'tag' ? convert(node.children, tags) : [];
    // A number that the article does not have (an older pair's) leaves its content.
    return tag === undefined ? children : tagNodes(tag, children);
  });
}

const OBJECTS: ReadonlySet<string> = new Set(['br', 'code', 'img', 'sup']);

function hasWords(nodes: readonly ElementContent[]): boolean {
  return nodes.some((node) => {
    if (node.type === 'text') return node.value.trim() !== '';
    if (node.type === 'raw') return isShownAlone(node.value);
    return node.type === 'element' && (OBJECTS.has(node.tagName) || hasWords(node.children));
  });
}

/**
 * Takes out raw tags that have no partner among their siblings, and every tag that can change more
 * than the words inside it. The words themselves stay.
 */
function pairedHtml(nodes: readonly ElementContent[]): ElementContent[] {
  const shown = shownTags(nodes.map((node) => (node.type === 'raw' ? node.value : null)));
  return nodes.flatMap((node, index): ElementContent[] => {
    if (node.type === 'raw') return shown.has(index) ? [node] : [];
    if (node.type !== 'element') return [node];
    return [{ ...node, children: pairedHtml(node.children) }];
  });
}

/**
 * A tagged text as HTML that does no harm. Unpaired raw HTML is left out; an empty result falls back
 * to the text.
 */
export function inlineNodes(text: string, tags: readonly InlineTag[]): ElementContent[] {
  if (!text.includes('<')) return [{ type: 'text', value: plainText(text) }];
  const nodes = convert(parseTagged(text), tags);
  const isRaw = tags.some(({ mark }) => mark.type === 'html');
  const paired = isRaw ? pairedHtml(nodes) : nodes;
  if (!hasWords(paired)) return [{ type: 'text', value: plainText(text) }];
  if (!isRaw) return paired;
  return safeTree({ type: 'root', children: paired }).children as ElementContent[];
}
