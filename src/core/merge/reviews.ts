/** Three-way merge of review files, by key and field. */
import { differingTexts } from '../candidates.ts';
import type { ReviewRecord, SignOff } from '../model.ts';
import { serializeRecord, type BrokenLine, type ReadReview } from '../review-file.ts';
import type { ClashText, MergeClash } from './clash.ts';
import { unitedOrder } from './order.ts';
import { mergeRecord } from './record.ts';
import type { Versions } from './three-way.ts';

export interface MergedReview {
  readonly records: readonly ReviewRecord[];
  readonly broken: readonly BrokenLine[];
  readonly clashes: readonly MergeClash[];
}

type Review = Pick<ReadReview, 'records' | 'broken'>;

/** Lines that cannot be read: all that a side has and the other has not taken out. */
function mergeBroken({ base, ours, theirs }: Versions<Review>): BrokenLine[] {
  const [old, mine, other] = [base, ours, theirs].map(
    (review) => new Set(review.broken.map(({ text }) => text)),
  );
  return [
    ...ours.broken.filter(({ text }) => old?.has(text) !== true || other?.has(text) === true),
    ...theirs.broken.filter(({ text }) => old?.has(text) !== true && mine?.has(text) !== true),
  ];
}

function clashTexts(clash: readonly SignOff[]): ClashText[] {
  const texts = differingTexts(clash);
  return clash.map(({ by, at }, index) => ({ text: texts[index] ?? '', by, at }));
}

function recordsOf({ base, ours, theirs }: Versions<Review>, key: string): Versions<ReviewRecord> {
  const recordOf = ({ records }: Review): ReviewRecord =>
    records.get(key) ?? { key, drafts: [], signoffs: [], rest: {} };
  return { base: recordOf(base), ours: recordOf(ours), theirs: recordOf(theirs) };
}

/** Merges the three versions of a review file. */
export function mergeReviews(versions: Versions<Review>): MergedReview {
  const { ours, theirs } = versions;
  const records: ReviewRecord[] = [];
  const torn: BrokenLine[] = [];
  const clashes: MergeClash[] = [];
  for (const key of unitedOrder(ours.records.keys(), theirs.records.keys())) {
    const three = recordsOf(versions, key);
    const { record, clash, isTorn } = mergeRecord(three);
    records.push(record);
    if (clash.length > 0 || isTorn) clashes.push({ key, texts: clashTexts(clash) });
    // A second line of the same key is kept by every reader and reported by `check`.
    if (isTorn) torn.push({ line: 0, text: serializeRecord(three.theirs) });
  }
  return { records, broken: [...mergeBroken(versions), ...torn], clashes };
}
