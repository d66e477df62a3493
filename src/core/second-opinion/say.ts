/** Says in words what a machine's drafts make one doubt. */
import type { MessageKey, Translate } from '../messages.ts';
import type { Doubt } from '../model.ts';
import type { Disagreement } from './disagreements.ts';

function listed(t: Translate, keys: readonly string[]): string {
  return keys.map((key) => t(key as MessageKey)).join(t('translate.listGap'));
}

/** Doubts, in words of the interface's language. */
export function sayDoubts(t: Translate, doubts: readonly Doubt[]): string {
  const keys = doubts.map((doubt) => `doubt.${doubt}`);
  return listed(t, keys);
}

/** In what two drafts differ, in words of the interface's language. */
export function sayDisagreements(t: Translate, found: readonly Disagreement[]): string {
  const keys = found.map((what) => `opinion.${what}`);
  return listed(t, keys);
}
