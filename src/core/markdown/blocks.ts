/** Walks an article's tree and yields what holds translatable text, in reading order. */
import type { Image, Nodes, Parents, PhrasingContent, Root } from 'mdast';
import type { BlockKind, Span } from '../model.ts';
import { spanOf } from './inline.ts';
import { holdsInline } from './nodes.ts';

/** A block before it is cut: inline content, or an image's alternative text. */
export interface RawBlock {
  readonly kind: Exclude<BlockKind, 'field'>;
  readonly depth: number;
  readonly span: Span;
  readonly content: readonly PhrasingContent[];
}

function loneImage(children: readonly PhrasingContent[]): Image | null {
  const [only] = children;
  return children.length === 1 && only?.type === 'image' ? only : null;
}

/** The raw alternative text of `![alt](url)`: up to the bracket that closes the first one. */
function altSpan(text: string, image: Span): Span {
  const from = image.from + 2;
  let depth = 1;
  for (let at = from; at < image.to; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '[') depth += 1;
    else if (text[at] === ']' && --depth === 0) return { from, to: at };
  }
  return { from, to: from };
}

function caption(text: string, image: Image): RawBlock[] {
  if ((image.alt ?? '').trim() === '') return [];
  const span = altSpan(text, spanOf(image));
  const position = {
    start: { line: 1, column: 1, offset: span.from },
    end: { line: 1, column: 1, offset: span.to },
  };
  const content: PhrasingContent[] = [{ type: 'text', value: image.alt ?? '', position }];
  return [{ kind: 'caption', depth: 0, span, content }];
}

function inlineBlock(
  node: { readonly children: PhrasingContent[] },
  kind: RawBlock['kind'],
  depth: number,
): RawBlock[] {
  const first = node.children[0];
  const last = node.children.at(-1);
  if (first === undefined || last === undefined) return [];
  const span = { from: spanOf(first).from, to: spanOf(last).to };
  return [{ kind, depth, span, content: node.children }];
}

function blocksOf(text: string, node: Nodes, parent: Parents): RawBlock[] {
  switch (node.type) {
    case 'heading':
      return inlineBlock(node, 'heading', node.depth);
    case 'tableCell':
      return inlineBlock(node, 'table-cell', 0);
    case 'paragraph': {
      const image = loneImage(node.children);
      if (image !== null) return caption(text, image);
      return inlineBlock(node, parent.type === 'listItem' ? 'list-item' : 'paragraph', 0);
    }
    default:
      return [];
  }
}

/** All blocks of the body in reading order. Iterative, so that no nesting depth overflows the stack. */
export function rawBlocks(text: string, root: Root): RawBlock[] {
  const blocks: RawBlock[] = [];
  const stack: { node: Nodes; parent: Parents }[] = [{ node: root, parent: root }];
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const { node, parent } = entry;
    blocks.push(...blocksOf(text, node, parent));
    if (!('children' in node) || holdsInline(node)) continue;
    for (const child of node.children.toReversed()) stack.push({ node: child, parent: node });
  }
  return blocks;
}
