/** What was done, for undo. */
import type { Operation } from '../../core/operations.ts';
import type { Done } from '../state.ts';

/** More than anybody remembers to have done. */
const REMEMBERED = 100;

/** What is not done by a person, or takes back what was. */
const PASSING: ReadonlySet<Operation['type']> = new Set(['match', 'restore']);
const DRAFTS: ReadonlySet<Operation['type']> = new Set(['draft', 'drop-draft']);

/**
 * Remembers a group of operations that is on disk.
 * @param isTyping drafts in it are what is being typed, which has an undo of its own
 */
export function remembered(
  done: readonly Done[],
  { slug, operations, before }: Done,
  isTyping: boolean,
): readonly Done[] {
  const isPassing = operations.every(
    ({ type }) => PASSING.has(type) || (isTyping && DRAFTS.has(type)),
  );
  return isPassing ? done : [...done, { slug, operations, before }].slice(-REMEMBERED);
}
