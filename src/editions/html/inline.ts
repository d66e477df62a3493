/** A unit's tagged text as inline Markdown nodes. */
import type { Emphasis, PhrasingContent } from 'mdast';
import type { InlineTag } from '../../core/model.ts';
import type { TaggedNode } from '../../core/tags.ts';
import { parseTagged, plainText } from '../../core/tags.ts';
import { pairedHtml } from './inline-html.ts';

/** An element in a Markdown tree: mdast has none of its own, the HTML name overrides this one's. */
export function markdownElement(
  name: string,
  properties: Record<string, string | string[] | undefined>,
  children: readonly PhrasingContent[],
): Emphasis {
  const set = Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value !== undefined && value.length > 0),
  ) as Record<string, string | string[]>;
  return { type: 'emphasis', data: { hName: name, hProperties: set }, children: [...children] };
}

function objectNode(tag: InlineTag): PhrasingContent[] {
  const { mark } = tag;
  if (mark.type === 'code') return [{ type: 'inlineCode', value: mark.value }];
  if (mark.type === 'break') return [{ type: 'break' }];
  if (mark.type === 'image') {
    return [{ type: 'image', url: mark.url, title: mark.title, alt: mark.alt }];
  }
  if (mark.type === 'footnote') {
    return [{ type: 'footnoteReference', identifier: mark.id, label: mark.id }];
  }
  return mark.type === 'html' ? [{ type: 'html', value: mark.value }] : [];
}

function containerNode(tag: InlineTag, children: PhrasingContent[]): PhrasingContent[] {
  const { mark } = tag;
  if (mark.type === 'strong' || mark.type === 'emphasis' || mark.type === 'delete') {
    return [{ type: mark.type, children }];
  }
  if (mark.type === 'link') {
    return [{ type: 'link', url: mark.url, title: mark.title, children }];
  }
  return [...objectNode(tag), ...children];
}

function convert(nodes: readonly TaggedNode[], tags: readonly InlineTag[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'text') return [{ type: 'text', value: node.text }];
    const tag = tags[node.number - 1];
    const children = node.type === 'tag' ? convert(node.children, tags) : [];
    // A number that the article does not have (an older pair's) leaves its content.
    return tag === undefined ? children : containerNode(tag, children);
  });
}

function hasWords(nodes: readonly PhrasingContent[]): boolean {
  return nodes.some((node) => {
    if (node.type === 'text') return node.value.trim() !== '';
    return 'children' in node ? hasWords(node.children) : node.type !== 'html';
  });
}

/** Inline nodes of a tagged text. Unpaired raw HTML is left out; an empty result falls back to text. */
export function inlineNodes(text: string, tags: readonly InlineTag[]): PhrasingContent[] {
  const nodes = pairedHtml(convert(parseTagged(text), tags));
  return hasWords(nodes) ? nodes : [{ type: 'text', value: plainText(text) }];
}
