/** Three-way merge of what people have typed: the newest text stands, nobody's is lost. */
import type { Draft, ReviewRecord } from '../model.ts';
import { isLater, personsDraft } from '../persons-draft.ts';
import { takeChange, type Versions } from './three-way.ts';

interface MergedPersons {
  readonly standing: Draft | undefined;
  /** What is kept aside, unsorted. */
  readonly aside: readonly Draft[];
}

/** Texts of two people: the later one stands. A person's own older one is replaced. */
function between(ours: Draft, theirs: Draft): MergedPersons {
  const [standing, other] = isLater(ours, theirs) ? [ours, theirs] : [theirs, ours];
  return { standing, aside: standing.by === other.by ? [] : [other] };
}

function standingOf({ base, ours, theirs }: Versions<ReviewRecord>): MergedPersons {
  const [old, mine, other] = [base, ours, theirs].map(personsDraft);
  const taken = takeChange({ base: old, ours: mine, theirs: other });
  if (taken !== null) return { standing: taken.value, aside: [] };
  if (mine === undefined || other === undefined) return { standing: mine ?? other, aside: [] };
  return between(mine, other);
}

export function mergePersons(records: Versions<ReviewRecord>): MergedPersons {
  const { standing, aside } = standingOf(records);
  const known = [records.ours, records.theirs].flatMap((record) => record.aside ?? []);
  return { standing, aside: [...known, ...aside] };
}
