/** Raw HTML inside a sentence: only whole, harmless pairs of tags stay. */
import type { ElementContent } from 'hast';

const PAIRED: ReadonlySet<string> = new Set(
  'abbr b bdi bdo cite del em i ins kbd mark q rp rt ruby s samp small span strong sub sup u var'.split(
    ' ',
  ),
);
const SINGLE: ReadonlySet<string> = new Set(['br', 'wbr', 'img']);
const TAG = /^<(\/?)([a-z][a-z0-9]*)(?=[\s/>])[^]*>$/i;

interface HtmlTag {
  readonly index: number;
  readonly name: string;
  readonly closing: boolean;
}

function htmlTags(nodes: readonly ElementContent[]): HtmlTag[] {
  return nodes.flatMap((node, index): HtmlTag[] => {
    const match = node.type === 'raw' ? TAG.exec(node.value) : null;
    const [, slash, name = ''] = match ?? [];
    return match === null ? [] : [{ index, name: name.toLowerCase(), closing: slash === '/' }];
  });
}

/** Indexes of the tags that may stay: those with a partner, and those that need none. */
function harmlessTags(nodes: readonly ElementContent[]): Set<number> {
  const tags = htmlTags(nodes);
  const keep = new Set(tags.filter(isSingle).map((tag) => tag.index));
  const open: HtmlTag[] = [];
  for (const tag of tags.filter(({ name }) => PAIRED.has(name))) {
    if (!tag.closing) {
      open.push(tag);
      continue;
    }
    const depth = open.findLastIndex((start) => start.name === tag.name);
    if (depth === -1) continue;
    keep.add(tag.index).add(open[depth]?.index ?? tag.index);
    open.length = depth;
  }
  return keep;
}

function isSingle({ name, closing }: HtmlTag): boolean {
  return SINGLE.has(name) && !closing;
}

/**
 * Takes out raw tags that have no partner among their siblings, and every tag that can change more
 * than the look of the words inside it. The words themselves stay.
 */
export function pairedHtml(nodes: readonly ElementContent[]): ElementContent[] {
  const keep = harmlessTags(nodes);
  return nodes.flatMap((node, index): ElementContent[] => {
    if (node.type === 'raw') return keep.has(index) ? [node] : [];
    if (node.type !== 'element') return [node];
    return [{ ...node, children: pairedHtml(node.children) }];
  });
}
