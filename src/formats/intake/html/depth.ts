import { UserError } from '../../../core/errors.ts';
import { MAX_HTML_NESTING } from '../../../core/limits.ts';
import type { DomNode } from './dom.ts';

function tooDeep(): UserError {
  return new UserError(`The HTML is nested more than ${MAX_HTML_NESTING} levels deep.`);
}

/**
 * Refuses a page that would overflow whatever walks it by calling itself.
 * @throws UserError
 */
export function guardDepth(root: DomNode): void {
  const stack = [{ node: root, depth: 0 }];
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    if (entry.depth > MAX_HTML_NESTING) throw tooDeep();
    for (const node of entry.node.childNodes) stack.push({ node, depth: entry.depth + 1 });
  }
}
