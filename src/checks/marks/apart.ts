import type { Fault } from './faults.ts';

/** Faults in reading order; of edits that two of them share, such as a space between, the first has them. */
export function apart(faults: readonly Fault[]): Fault[] {
  let done = 0;
  return [...faults]
    .sort((a, b) => a.from - b.from)
    .map((fault) => {
      if (fault.edits === undefined) return fault;
      const edits = fault.edits.filter(({ from }) => from >= done);
      done = edits.at(-1)?.to ?? done;
      return { ...fault, edits };
    });
}
