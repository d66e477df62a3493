/** A segment's text for a list: markup away, but what an empty tag stands for stays readable. */
import type { InlineMark, InlineTag } from '../../core/model.ts';
import { parseTagged, type TaggedNode } from '../../core/tags.ts';

function markText(mark: InlineMark | undefined): string {
  if (mark?.type === 'code') return mark.value;
  if (mark?.type === 'image') return mark.alt;
  return mark?.type === 'break' ? ' ' : '';
}

function flat(nodes: readonly TaggedNode[], tags: readonly InlineTag[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.text;
      if (node.type === 'tag') return flat(node.children, tags);
      return markText(tags[node.number - 1]?.mark);
    })
    .join('');
}

/** Tagged text as a reader of the article would see it. */
export function oneLine(text: string, tags: readonly InlineTag[]): string {
  return flat(parseTagged(text), tags);
}
