import type { Fault } from './faults.ts';

/** Faults in reading order; of edits that two of them share, such as a space between, the first has them. */
export function apart(faults: readonly Fault[]): Fault[] {
  let done = 0;
  /** Where the last edit put something between two characters: one space is enough. */
  let inserted = -1;
  return [...faults]
    .sort((a, b) => a.from - b.from)
    .map((fault) => {
      if (fault.edits === undefined) return fault;
      const edits = fault.edits.filter(
        ({ from, to }) => from >= done && !(from === to && from === inserted),
      );
      done = edits.at(-1)?.to ?? done;
      const last = edits.at(-1);
      inserted = last !== undefined && last.from === last.to ? last.to : -1;
      return { ...fault, edits };
    });
}
