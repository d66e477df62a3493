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

function keep(before: OfSetting['hits'], name: string, hits: readonly CheckHits[]): void {
  if (before.size >= MOST_KNOWN) before.clear();
  before.set(name, hits);
}

function hitsOf(view: PairView): readonly CheckHits[] {
  const { checks, hits: before } = ofSetting(view.setting);
  const name = nameOf(view);
  const kept = before.get(name);
  if (kept !== undefined) return kept;
  const hits = look(view, checks);
  keep(before, name, hits);
  return hits;
}

/** Check by check: what one check needs, its patterns above all, stays at hand for the next pair. */
function lookAtAll(views: readonly PairView[], checks: readonly PairCheck[]): CheckHits[][] {
  const found = views.map((): CheckHits[] => []);
  for (const check of checks) {
    let index = -1;
    for (const view of views) {
      index += 1;
      const hits = check.run(view, check);
      if (hits.length > 0) found[index]?.push({ check, hits });
    }
  }
  return found;
}

/** As many pairs as are looked at together: more take more memory and are no faster. */
const AT_ONCE = 500;

function hitsOfSome(views: readonly PairView[]): readonly (readonly CheckHits[])[] {
  const [first] = views;
  if (first === undefined) return [];
  const { checks, hits: before } = ofSetting(first.setting);
  const named = views.map((view) => {
    const name = nameOf(view);
    return { view, name, kept: before.get(name) };
  });
  const fresh = named.filter(({ kept }) => kept === undefined).map(({ view }) => view);
  const looked = lookAtAll(fresh, checks).values();
  return named.map(({ name, kept }) => {
    if (kept !== undefined) return kept;
    const hits = looked.next().value ?? [];
    keep(before, name, hits);
    return hits;
  });
}

function findingsOf(
  view: PairView,
  standing: Standing,
  hits: readonly CheckHits[],
): readonly Finding[] {
  return hits.flatMap(({ check, hits: own }) =>
    own.flatMap((hit) => pairFinding(check, view, hit, standing) ?? []),
  );
}

/** Every finding of a pair, in the order of the catalogue. */
export function checkPair(view: PairView, standing: Standing): readonly Finding[] {
  return findingsOf(view, standing, hitsOf(view));
}

export interface StandingPair {
  readonly view: PairView;
  readonly standing: Standing;
}

/**
 * Every finding of many pairs of one setting, pair by pair. It takes some two thirds of the time that as
 * many calls of `checkPair` take.
 */
export function checkPairs(pairs: readonly StandingPair[]): readonly Finding[] {
  const findings: Finding[] = [];
  for (let from = 0; from < pairs.length; from += AT_ONCE) {
    const some = pairs.slice(from, from + AT_ONCE);
    const hits = hitsOfSome(some.map(({ view }) => view));
    for (const [index, { view, standing }] of some.entries()) {
      findings.push(...findingsOf(view, standing, hits[index] ?? []));
    }
  }
  return findings;
}
