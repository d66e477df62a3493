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

interface OfSetting {
  /** Those that are not off. */
  readonly checks: readonly PairCheck[];
  readonly hits: Map<string, readonly CheckHits[]>;
}

const known = new WeakMap<CheckSetting, OfSetting>();

function ofSetting(setting: CheckSetting): OfSetting {
  const before = known.get(setting);
  if (before !== undefined) return before;
  const checks = PAIR_CHECKS.filter(({ id }) => setting.levelOf(id, null) !== 'off');
  const made = { checks, hits: new Map<string, readonly CheckHits[]>() };
  known.set(setting, made);
  return made;
}

function nameOf({ tagged, source, kind, headline, day }: PairView): string {
  return [tagged.zh, tagged.en, source, kind, headline ? 'h' : '', day ?? ''].join('\u0000');
}

function look(view: PairView, checks: readonly PairCheck[]): readonly CheckHits[] {
  const found: CheckHits[] = [];
  for (const check of checks) {
    const hits = check.run(view, check);
    if (hits.length > 0) found.push({ check, hits });
  }
  return found;
}

function hitsOf(view: PairView): readonly CheckHits[] {
  const { checks, hits: before } = ofSetting(view.setting);
  const name = nameOf(view);
  const kept = before.get(name);
  if (kept !== undefined) return kept;
  const hits = look(view, checks);
  if (before.size >= MOST_KNOWN) before.clear();
  before.set(name, hits);
  return hits;
}

/** Every finding of a pair, in the order of the catalogue. */
export function checkPair(view: PairView, standing: Standing): Finding[] {
  return hitsOf(view).flatMap(({ check, hits }) =>
    hits.flatMap((hit) => pairFinding(check, view, hit, standing) ?? []),
  );
}
