/** What the pair checks say of one pair. */
import type { Finding } from '../core/model.ts';
import type { Hit, PairCheck, PairView } from './check.ts';
import { pairFinding, type Standing } from './finding.ts';
import { PAIR_CHECKS } from './kinds.ts';
import type { CheckSetting } from './setting.ts';

interface CheckHits {
  readonly check: PairCheck;
  readonly hits: readonly Hit[];
}

/**
 * Hits by pair, so that a change of one segment has one segment checked again. It forgets all at once
 * when it is full: an article of that length is checked anew in seconds.
 */
const MOST_KNOWN = 50_000;
const known = new WeakMap<CheckSetting, Map<string, readonly CheckHits[]>>();

function nameOf({ tagged, source, kind, headline, day }: PairView): string {
  return [tagged.zh, tagged.en, source, kind, headline ? 'h' : '', day ?? ''].join('\u0000');
}

function look(view: PairView): readonly CheckHits[] {
  return PAIR_CHECKS.flatMap((check) => {
    if (view.setting.levelOf(check.id, null) === 'off') return [];
    const hits = check.run(view, check);
    return hits.length === 0 ? [] : [{ check, hits }];
  });
}

function hitsOf(view: PairView): readonly CheckHits[] {
  const ofSetting = known.get(view.setting) ?? new Map<string, readonly CheckHits[]>();
  known.set(view.setting, ofSetting);
  const name = nameOf(view);
  const before = ofSetting.get(name);
  if (before !== undefined) return before;
  const hits = look(view);
  if (ofSetting.size >= MOST_KNOWN) ofSetting.clear();
  ofSetting.set(name, hits);
  return hits;
}

/** Every finding of a pair, in the order of the catalogue. */
export function checkPair(view: PairView, standing: Standing): Finding[] {
  return hitsOf(view).flatMap(({ check, hits }) =>
    hits.flatMap((hit) => pairFinding(check, view, hit, standing) ?? []),
  );
}
