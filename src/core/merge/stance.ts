/** What a record says about its pair: which texts were approved last, and whether that still holds. */
import type { ReviewRecord, SignOff } from '../model.ts';
import { countedSignOffs } from '../past.ts';
import { canonicalText, type Versions } from './three-way.ts';

/** The approvals that a person would have to choose between: the newest, or those of an earlier clash. */
function approvals(record: ReviewRecord): readonly SignOff[] {
  return record.candidates ?? countedSignOffs(record).slice(-1);
}

/** What was approved last, if only until somebody took it back. */
function lastApprovals(record: ReviewRecord): readonly SignOff[] {
  const counted = approvals(record);
  return counted.length > 0 ? counted : record.signoffs.slice(-1);
}

/** Their texts as one comparable value. */
function approvedTexts(record: ReviewRecord): string {
  const texts = approvals(record).map(({ zh, en }) => canonicalText([zh, en]));
  return [...new Set(texts)].sort().join('\n');
}

/** A person took the approval back, or left the segment out on purpose. */
function isGone(record: ReviewRecord): boolean {
  const { signoffs, revoked, omitted, candidates } = record;
  if (candidates !== undefined) return false;
  const last = countedSignOffs(record).at(-1)?.at;
  const isRevoked = revoked !== undefined && revoked.at >= (last ?? '');
  const isUndone = last === undefined && signoffs.length > 0;
  return isRevoked || isUndone || omitted !== undefined;
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
  for (const signOff of [...lastApprovals(ours), ...lastApprovals(theirs)].sort(bySigning)) {
    const texts = canonicalText([signOff.zh, signOff.en]);
    if (!byTexts.has(texts)) byTexts.set(texts, signOff);
  }
  return [...byTexts.values()];
}
