/** Blocks of an article that are in every edition as they stand: nothing in them is cut or translated. */
import type { Nodes } from 'mdast';
import type { Span } from '../model.ts';
import { spanOf } from './inline.ts';
import { readMarkdown } from './parse.ts';

export interface KeptBlock {
  readonly kind: 'code' | 'html';
  readonly span: Span;
}

/** Blocks whose children are inline content: raw HTML in them is part of a segment. */
const INLINE_ONLY: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell']);

/** Code and raw HTML that stand as blocks of their own, in reading order. */
export function keptBlocks(text: string): KeptBlock[] {
  const kept: KeptBlock[] = [];
  const stack: Nodes[] = [readMarkdown(text)];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'code' || node.type === 'html') {
      kept.push({ kind: node.type, span: spanOf(node) });
    }
    if (!('children' in node) || INLINE_ONLY.has(node.type)) continue;
    for (const child of node.children.toReversed()) stack.push(child);
  }
  return kept;
}
