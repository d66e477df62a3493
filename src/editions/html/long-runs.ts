/** Whether a line may end far before its edge: before an address, or any run of signs that goes to the next line whole. */
import type { ElementContent } from 'hast';

/** Wider than this, what would be spread over the line before it pulls the characters apart. */
const RUN = /[\u0021-\u007e]{20}/;

function textOf(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      return node.type === 'element' ? textOf(node.children) : '';
    })
    .join('');
}

/** Whether there is such a run in a text. */
export function hasLongRun(nodes: readonly ElementContent[]): boolean {
  return RUN.test(textOf(nodes));
}
