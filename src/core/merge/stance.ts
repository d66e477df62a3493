/** What a record says about its pair: which texts were approved last, and whether that still holds. */
import type { ReviewRecord, SignOff } from '../model.ts';
import { canonicalText, type Versions } from './three-way.ts';

/** The approvals that a person would have to choose between: the newest, or those of an earlier clash. */
function approvals({ candidates, signoffs }: ReviewRecord): readonly SignOff[] {
  return candidates ?? signoffs.slice(-1);
}

/** Their texts as one comparable value. */
function approvedTexts(record: ReviewRecord): string {
  const texts = approvals(record).map(({ zh, en }) => canonicalText([zh, en]));
  return [...new Set(texts)].sort().join('\n');
}

/** A person took the approval back, or left the segment out on purpose. */
function isGone({ signoffs, revoked, omitted, candidates }: ReviewRecord): boolean {
  if (candidates !== undefined) return false;
  const isRevoked = revoked !== undefined && revoked.at >= (signoffs.at(-1)?.at ?? '');
  return isRevoked || omitted !== undefined;
}

/** All that was decided about the pair, as one comparable value. */
function decided(record: ReviewRecord): string {
  const { revoked, omitted, orphan } = record;
  return canonicalText([approvals(record), revoked, omitted, orphan]);
}

/**
 * Both sides decided something and it is not the same: other texts, or a text here and none there.
 * Signing the old text again is a decision too: its signer has not seen the new one.
 */
function isClash({ base, ours, theirs }: Versions<ReviewRecord>): boolean {
  const [old, mine, other] = [base, ours, theirs].map(decided);
  if (mine === old || other === old) return false;
  if (isGone(ours) && isGone(theirs)) return false;
  if (isGone(ours) !== isGone(theirs)) return approvals(isGone(ours) ? theirs : ours).length > 0;
  return approvedTexts(ours) !== approvedTexts(theirs);
}

/** Orders sign-offs by time, and in a way of its own where that is the same. */
export function bySigning(a: SignOff, b: SignOff): number {
  const [first, second] = [a, b].map(({ at, by, zh, en }) => [at, by, zh, en].join('\n'));
  return (first ?? '') < (second ?? '') ? -1 : 1;
}

/**
 * The approvals to choose between, oldest first, each text once; empty without a clash. The order is
 * that of time, so that merging the other way round gives the same.
 */
export function clashingApprovals(versions: Versions<ReviewRecord>): readonly SignOff[] {
  if (!isClash(versions)) return [];
  const { ours, theirs } = versions;
  const byTexts = new Map<string, SignOff>();
  for (const signOff of [...approvals(ours), ...approvals(theirs)].sort(bySigning)) {
    const texts = canonicalText([signOff.zh, signOff.en]);
    if (!byTexts.has(texts)) byTexts.set(texts, signOff);
  }
  return [...byTexts.values()];
}
