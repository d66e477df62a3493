/** Three-way merge of what people have said of findings: nothing is lost, what was taken back stays so. */
import { byDismissalTime, dismissalName } from '../dismissals.ts';
import type { Dismissal, ReviewRecord } from '../model.ts';
import { canonicalText, type Versions } from './three-way.ts';

/** Taken back on one side, it is taken back; on both, by whoever did so first. */
function mergeOne(ours: Dismissal, theirs: Dismissal): Dismissal {
  const [mine, other] = [ours.withdrawn, theirs.withdrawn];
  if (mine === undefined) return theirs;
  if (other === undefined) return ours;
  return canonicalText([mine.at, mine.by]) <= canonicalText([other.at, other.by]) ? ours : theirs;
}

export function mergeDismissals({
  ours,
  theirs,
}: Versions<ReviewRecord>): readonly Dismissal[] | undefined {
  const united = new Map<string, Dismissal>();
  for (const entry of [...(ours.dismissed ?? []), ...(theirs.dismissed ?? [])]) {
    const name = dismissalName(entry);
    const mine = united.get(name);
    united.set(name, mine === undefined ? entry : mergeOne(mine, entry));
  }
  return united.size === 0 ? undefined : [...united.values()].sort(byDismissalTime);
}
