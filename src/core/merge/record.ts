/** Three-way merge of what is known of one key, field by field. */
import type { Draft, ReviewRecord, SignOff } from '../model.ts';
import { withAside } from '../persons-draft.ts';
import { mergeDismissals } from './dismissals.ts';
import { mergeAssignment, mergeCorrections, mergeMatched, mergeNotes, mergePast } from './lists.ts';
import { mergePersons } from './persons.ts';
import { bySigning, clashingApprovals } from './stance.ts';
import { canonicalText, mergeFields, takeChange, type Versions } from './three-way.ts';

export interface MergedRecord {
  readonly record: ReviewRecord;
  /** The approvals that this merge brought together and that differ. */
  readonly clash: readonly SignOff[];
  /** A field that is not known here was changed on both sides; the record has ours. */
  readonly isTorn: boolean;
}

type Records = Versions<ReviewRecord>;

/** Every approval that either side has, oldest first. None is ever taken out. */
function uniteSignOffs({ ours, theirs }: Records): readonly SignOff[] {
  const united = new Map<string, SignOff>();
  for (const signOff of [...ours.signoffs, ...theirs.signoffs]) {
    united.set(canonicalText(signOff), signOff);
  }
  return [...united.values()].sort(bySigning);
}

/** Of two things that were both changed, the one said later; one that is there before none. */
function later<Stamped extends { readonly at: string }>(
  versions: Versions<Stamped | undefined>,
): Stamped | undefined {
  const taken = takeChange(versions);
  if (taken !== null) return taken.value;
  const { ours, theirs } = versions;
  if (ours === undefined || theirs === undefined) return ours ?? theirs;
  return theirs.at > ours.at ? theirs : ours;
}

/** One draft an origin: the one that was changed, of two the newer. */
function mergeDrafts(
  { base, ours, theirs }: Records,
  standing: Draft | undefined,
): readonly Draft[] {
  const origins = new Set([...ours.drafts, ...theirs.drafts].map(({ origin }) => origin));
  return [...origins].flatMap((origin) => {
    if (origin === 'person') return standing ?? [];
    const draftOf = ({ drafts }: ReviewRecord): Draft | undefined =>
      drafts.find((draft) => draft.origin === origin);
    return later({ base: draftOf(base), ours: draftOf(ours), theirs: draftOf(theirs) }) ?? [];
  });
}

/** The approvals to choose between, of this merge or of an earlier one that nobody has settled. */
function mergeCandidates(
  { base, ours, theirs }: Records,
  clash: readonly SignOff[],
): readonly SignOff[] | undefined {
  if (clash.length > 0) return clash;
  const [old, mine, other] = [base.candidates, ours.candidates, theirs.candidates];
  const taken = takeChange({ base: old, ours: mine, theirs: other });
  return taken === null ? (mine ?? other) : taken.value;
}

/** Fields that are merged by what they mean; every other one is merged as it stands. */
const OWN = new Set<keyof ReviewRecord>([
  'key',
  'drafts',
  'aside',
  'signoffs',
  'omitted',
  'orphan',
  'revoked',
  'candidates',
  'matched',
  'notes',
  'assigned',
  'corrections',
  'past',
  'dismissed',
  'rest',
]);

function othersOf(record: ReviewRecord): Readonly<Record<string, unknown>> {
  const names: ReadonlySet<string> = OWN;
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.has(name)));
}

function pick<Value>(records: Records, field: (record: ReviewRecord) => Value): Versions<Value> {
  const { base, ours, theirs } = records;
  return { base: field(base), ours: field(ours), theirs: field(theirs) };
}

function present<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [Field in Name]?: Value } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [Field in Name]?: Value };
}

/** Merges the three versions of a key's record; an empty record stands for none. */
export function mergeRecord(records: Records): MergedRecord {
  const clash = clashingApprovals(records);
  const rest = mergeFields(pick(records, (record) => record.rest));
  const others = mergeFields(pick(records, othersOf));
  const { standing, aside } = mergePersons(records);
  const record: ReviewRecord = {
    ...others.value,
    key: records.ours.key,
    drafts: mergeDrafts(records, standing),
    signoffs: uniteSignOffs(records),
    ...present('omitted', later(pick(records, (entry) => entry.omitted))),
    ...present('orphan', later(pick(records, (entry) => entry.orphan))),
    ...present('revoked', later(pick(records, (entry) => entry.revoked))),
    ...present('candidates', mergeCandidates(records, clash)),
    ...present('matched', mergeMatched(records)),
    ...present('notes', mergeNotes(records)),
    ...present('assigned', mergeAssignment(records)),
    ...present('corrections', mergeCorrections(records)),
    ...present('past', mergePast(records)),
    ...present('dismissed', mergeDismissals(records)),
    rest: rest.value,
  };
  return { record: withAside(record, aside), clash, isTorn: rest.isClash || others.isClash };
}
