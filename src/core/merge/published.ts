/** Merges records of what was published: both sides' lines, each once, by their time. */
import { readEvent } from '../published/event.ts';
import type { Versions } from './three-way.ts';

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

/** A line that cannot be read has no time: it goes to the end, where nobody's history changes. */
function timeOf(line: string): string {
  return readEvent(line)?.at ?? '\uFFFF';
}

/** The merged text. What only one side has was added there: nothing is ever taken out of a record. */
export function mergePublished({ base, ours, theirs }: Versions<string>): string {
  const lines = [...new Set([base, ours, theirs].flatMap(linesOf))];
  return lines
    .map((line) => ({ line, time: timeOf(line) }))
    .sort((a, b) => {
      if (a.time !== b.time) return a.time < b.time ? -1 : 1;
      return a.line < b.line ? -1 : 1;
    })
    .map(({ line }) => `${line}\n`)
    .join('');
}
