/**
 * What `duizhao sync` writes: it never drafts and never signs but where the config says that a change
 * of this class keeps its approval.
 */
import type { ChangePolicy } from './change/policy.ts';
import { otherLang, type Unit } from './model.ts';
import type { Operation } from './operations.ts';
import type { ArticleState } from './state.ts';
import { compareTags, sameText } from './tags.ts';

interface SyncStamp {
  readonly at: string;
  readonly by: string;
}

/** The old target signed for the new source, when its class is kept and its tags still fit. */
function keep(unit: Unit, policy: ChangePolicy, { at, by }: SyncStamp): Operation | null {
  const { key, pair, segment, change } = unit;
  if (pair === undefined || change === undefined || policy[change] !== 'keep') return null;
  const target = pair[otherLang(segment.lang)];
  if (compareTags(segment.text, target) !== null) return null;
  const texts =
    segment.lang === 'zh' ? { zh: segment.text, en: target } : { zh: target, en: segment.text };
  const via = `policy:${change}`;
  return { type: 'sign-off', key, at, by, source: segment.lang, ...texts, via };
}

/** Remembers the text that a changed segment has today, so that the next edit is measured from it. */
function remember({ key, segment, record, link }: Unit, { at, by }: SyncStamp): Operation | null {
  const known = record?.matched?.source;
  if (link !== 'stale' || (known !== undefined && sameText(known, segment.text))) return null;
  return { type: 'match', key, at, by, source: segment.text };
}

/** The operations that bring an article's files in step with its text; orphans move by themselves. */
export function syncOperations(
  state: ArticleState,
  policy: ChangePolicy,
  stamp: SyncStamp,
): readonly Operation[] {
  const orphans = [...state.orphans].filter(([, orphan]) => !orphan.stored);
  return [
    ...state.units.flatMap((unit) => {
      if (unit.key === '') return [];
      return [keep(unit, policy, stamp) ?? remember(unit, stamp) ?? []].flat();
    }),
    // What was the source of a sentence that is gone is how it is known when it comes back.
    ...orphans.map(([key, orphan]): Operation => {
      return { type: 'match', key, ...stamp, source: orphan[orphan.source] };
    }),
  ];
}
