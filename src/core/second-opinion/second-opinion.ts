/** A segment's two drafts by different engines, and in what they differ. */
import type { Draft, Unit } from '../model.ts';
import { sameText } from '../tags.ts';
import { type Disagreement, disagreements } from './disagreements.ts';

export interface SecondOpinion {
  readonly first: Draft;
  /** Of the other engine. */
  readonly second: Draft;
  readonly disagreements: readonly Disagreement[];
}

/** Whether an engine made a draft for today's source. */
function isOfToday({ origin, source }: Draft, unit: Unit): boolean {
  return origin.startsWith('engine:') && sameText(source, unit.segment.text);
}

/**
 * The draft of a segment and the second opinion on it, both by engines and for today's source; null
 * without either.
 */
export function secondOpinion(unit: Unit): SecondOpinion | null {
  const { draft: first, record, segment } = unit;
  if (first === undefined || !isOfToday(first, unit)) return null;
  const second = record?.drafts.find(
    (draft) =>
      draft.engine?.second === true && draft.origin !== first.origin && isOfToday(draft, unit),
  );
  if (second === undefined) return null;
  const found = disagreements(segment.text, first.text, second.text, segment.lang);
  return { first, second, disagreements: found };
}
