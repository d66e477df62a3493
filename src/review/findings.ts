/** What the checks say of the open article, as far as they have come. A value like all of the state. */
import { checkUnit, checkWhole } from '../checks/check-unit.ts';
import { subjectOf } from '../checks/check-article.ts';
import type { PairView } from '../checks/check.ts';
import { judgedView } from '../checks/pair-view.ts';
import type { CheckSetting } from '../checks/setting.ts';
import type { Finding, Pair, Unit } from '../core/model.ts';
import { articlePath } from '../core/paths.ts';
import type { ArticleState } from '../core/state.ts';

/** Statuses say by themselves that a segment waits; a finding is what else is wrong. */
const SAID_BY_STATUS = new Set(['missing', 'draft', 'stale', 'changed', 'conflict']);

/** Findings by how grave they are; those that somebody has dismissed are none. */
export interface FindingCounts {
  readonly errors: number;
  readonly warnings: number;
}

export interface Found {
  /** What it is of. */
  readonly article: ArticleState;
  readonly setting: CheckSetting;
  /** By key: what each segment shows by itself; one that shows nothing is not in it. */
  readonly ofUnits: ReadonlyMap<string, readonly Finding[]>;
  /** What only shows in the article as a whole; null until it has been looked at. */
  readonly ofWhole: readonly Finding[] | null;
  /** Indexes of the segments that are still to be looked at. */
  readonly open: ReadonlySet<number>;
}

/** Of an article with more segments, its pairs are not looked at all together: a key would wait. */
const WHOLE_AT_MOST = 1000;

/** What is besides what statuses say. */
function besidesStatus(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ check }) => !SAID_BY_STATUS.has(check));
}

/** What the checks say of a segment with a pair, or with none, besides what its status says. */
export function findingsOfView(
  article: ArticleState,
  unit: Unit,
  { view, setting }: { readonly view: PairView | null; readonly setting: CheckSetting },
): readonly Finding[] {
  const { slug } = article.article;
  // Nobody is shown the place: it is the segment's, whose key is known.
  const placeOf = () => ({ file: articlePath(slug), line: 1, column: 1 });
  return checkUnit(unit, view, { state: article, setting, placeOf, without: SAID_BY_STATUS });
}

/** What the checks say of a segment by itself, as it stands. */
export function findingsOfUnit(
  article: ArticleState,
  unit: Unit,
  setting: CheckSetting,
): readonly Finding[] {
  return findingsOfView(article, unit, { view: judgedView(article, unit, setting), setting });
}

/** What the checks say of the article as a whole. */
export function findingsOfWhole(article: ArticleState, setting: CheckSetting): readonly Finding[] {
  const subject = subjectOf(article, setting);
  const isShort = article.units.length <= WHOLE_AT_MOST;
  const { state, placeOf } = subject;
  return besidesStatus(checkWhole(isShort ? subject : { state, setting, placeOf, judged: [] }));
}

/** Before anything has been looked at. */
export function nothingFound(article: ArticleState, setting: CheckSetting): Found {
  const open = new Set(article.units.keys());
  return { article, setting, ofUnits: new Map(), ofWhole: null, open };
}

/** Whether the checks see the same in both. */
function isSame(a: Unit, b: Unit): boolean {
  if (a.key !== b.key || a.segment !== b.segment || a.status !== b.status) return false;
  return a.record === b.record && isSamePair(a.pair, b.pair) && a.draft === b.draft;
}

function isSamePair(a: Pair | undefined, b: Pair | undefined): boolean {
  return a?.zh === b?.zh && a?.en === b?.en;
}

/** For an article that is another one now: what is known of the segments that are the same stays. */
export function followed(found: Found, article: ArticleState, setting: CheckSetting): Found {
  if (found.article === article && found.setting === setting) return found;
  const { units } = article;
  const before = found.article.units;
  const isKnown = found.setting === setting && found.article.article === article.article;
  const open = units.flatMap((unit, index) => {
    const old = before[index];
    const isLookedAt = isKnown && old !== undefined && isSame(old, unit) && !found.open.has(index);
    return isLookedAt ? [] : [index];
  });
  // What was said of a segment stays to be seen until it is looked at again.
  return { ...found, article, setting, ofWhole: null, open: new Set(open) };
}

/** What a look has brought. */
export interface Looked {
  /** By the index of the segment. */
  readonly units: ReadonlyMap<number, readonly Finding[]>;
  readonly whole: readonly Finding[] | null;
}

/** With what a look has brought. */
export function withLooked(found: Found, { units, whole }: Looked): Found {
  const ofUnits = new Map(found.ofUnits);
  const open = new Set(found.open);
  for (const [index, findings] of units) {
    const key = found.article.units[index]?.key ?? '';
    open.delete(index);
    if (findings.length === 0) ofUnits.delete(key);
    else ofUnits.set(key, findings);
  }
  return { ...found, ofUnits, open, ofWhole: whole ?? found.ofWhole };
}

/** Whether everything has been looked at. */
export function isComplete({ open, ofWhole }: Found): boolean {
  return open.size === 0 && ofWhole !== null;
}

const NONE: readonly Finding[] = [];

/** What is known of a segment as it stands, dismissed or not. */
export function findingsAt({ ofUnits, ofWhole }: Found, key: string): readonly Finding[] {
  const own = ofUnits.get(key) ?? NONE;
  const shared = wholeAt(ofWhole, key);
  return shared.length === 0 ? own : [...own, ...shared];
}

/** Those of the findings of the whole that are about a segment. */
export function wholeAt(ofWhole: Found['ofWhole'], key: string): readonly Finding[] {
  return ofWhole === null || ofWhole.length === 0
    ? NONE
    : ofWhole.filter((finding) => finding.key === key);
}

/** What nobody has dismissed. */
export function standing(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ dismissed }) => dismissed === undefined);
}

/** How many there are, by how grave they are. */
export function countFindings(findings: Iterable<Finding>): FindingCounts {
  const counts = { errors: 0, warnings: 0 };
  for (const { severity, dismissed } of findings) {
    if (dismissed !== undefined) continue;
    if (severity === 'error') counts.errors += 1;
    if (severity === 'warning') counts.warnings += 1;
  }
  return counts;
}

const counted = new WeakMap<Found, FindingCounts>();

/** The counts of the article, as far as it has been looked at. */
export function countsOf(found: Found): FindingCounts {
  const before = counted.get(found);
  if (before !== undefined) return before;
  const all = [...[...found.ofUnits.values()].flat(), ...(found.ofWhole ?? [])];
  const counts = countFindings(all);
  counted.set(found, counts);
  return counts;
}
