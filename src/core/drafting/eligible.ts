/** Which segments an engine or the memory may draft, and why not the others. */
import type { Draft, Status, Unit } from '../model.ts';
import { sameText } from '../tags.ts';

/** Why a segment is left alone. The first ones are its status. */
export type LeftAlone =
  | Exclude<Status, 'stale' | 'draft' | 'untranslated'>
  | 'drafted' // has a draft for today's source
  | 'person'; // a person drafted it for an earlier source: human work is never overwritten

/** All drafts known of a segment, re-attached ones included. */
export function draftsOf(unit: Unit): readonly Draft[] {
  const kept = unit.record?.drafts ?? [];
  return unit.draft === undefined || kept.includes(unit.draft) ? kept : [...kept, unit.draft];
}

/** Why a segment is not drafted, or null when it is to be: nothing reviewed, nothing twice. */
export function whyLeftAlone(unit: Unit): LeftAlone | null {
  switch (unit.status) {
    case 'reviewed':
    case 'changed':
    case 'conflict':
    case 'omitted':
    case 'untranslatable':
      return unit.status;
    default:
  }
  const drafts = draftsOf(unit);
  if (drafts.some((draft) => sameText(draft.source, unit.segment.text))) return 'drafted';
  return drafts.some((draft) => draft.origin === 'person') ? 'person' : null;
}
