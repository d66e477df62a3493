/** Blocks of an article that are in every edition as they stand: nothing in them is cut or translated. */
import type { Span } from '../model.ts';
import { spanOf } from './inline.ts';
import { holdsInline, nodesOf } from './nodes.ts';
import { readMarkdown } from './parse.ts';

export interface KeptBlock {
  readonly kind: 'code' | 'html';
  readonly span: Span;
}

/** Code and raw HTML that stand as blocks of their own, in reading order. */
export function keptBlocks(text: string): KeptBlock[] {
  const kept: KeptBlock[] = [];
  // Raw HTML in inline content is part of a segment.
  for (const node of nodesOf(readMarkdown(text), holdsInline)) {
    if (node.type === 'code' || node.type === 'html') {
      kept.push({ kind: node.type, span: spanOf(node) });
    }
  }
  return kept;
}
