/** Puts units in the place of a block's inline content. */
import type { Heading, Nodes, Paragraph, Parents, Root, TableCell } from 'mdast';
import type { Block, Unit } from '../../core/model.ts';
import type { ArticleState } from '../../core/state.ts';
import { blockUnits } from '../parts/front.ts';

export type Holder = Paragraph | Heading | TableCell;

/** A block of the article and the Markdown node that holds it. */
export interface Placed {
  readonly block: Block;
  readonly holder: Holder;
  readonly parent: Parents;
  readonly units: readonly Unit[];
}

interface Candidate {
  readonly holder: Holder;
  readonly parent: Parents;
}

function holders(node: Nodes, parent: Parents | null, found: Candidate[]): Candidate[] {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    if (parent !== null) found.push({ holder: node, parent });
  } else if ('children' in node) {
    for (const child of node.children) holders(child, node, found);
  }
  return found;
}

function startOf({ holder }: Candidate): number {
  return holder.position?.start.offset ?? 0;
}

function endOf({ holder }: Candidate): number {
  return holder.position?.end.offset ?? 0;
}

/**
 * Finds the node of every block of the body. Both come from the same parse of the same text, so a
 * block without a node is a bug.
 */
export function placeBlocks(state: ArticleState, tree: Root): Placed[] {
  const candidates = holders(tree, null, []);
  const blocks = state.article.blocks.filter(
    (block) => block.kind !== 'field' && block.segments.to > block.segments.from,
  );
  // Both come in reading order, so one pass over each is enough.
  let at = 0;
  return blocks.map((block) => {
    while (at < candidates.length && endOf(candidates[at] as Candidate) <= block.span.from) at += 1;
    const found = candidates[at];
    if (found === undefined || startOf(found) > block.span.from) {
      throw new Error(`${state.article.slug}: no Markdown node at offset ${block.span.from}`);
    }
    return { block, ...found, units: blockUnits(state, block) };
  });
}

const HARD_BREAK = /(?: {2,}|\\)\n/;

/** What the article has between two units of a block, when it is more than white space. */
export function breakBetween(state: ArticleState, left: Unit, right: Unit): boolean {
  return HARD_BREAK.test(state.article.text.slice(left.segment.span.to, right.segment.span.from));
}

/** Takes a node out of its parent. */
export function detach(placed: Placed): void {
  const siblings = placed.parent.children as Nodes[];
  const at = siblings.indexOf(placed.holder);
  if (at !== -1) siblings.splice(at, 1);
}
