/**
 * Words and phrases in Chinese text, found by how its characters keep company: there are no spaces to
 * go by. A run is taken for a word when its parts come together more often than chance would have it
 * (pointwise mutual information, Church and Hanks 1990) and its neighbours vary on both sides (branching
 * entropy, Jin and Tanaka-Ishii 2006).
 */
import type { Candidate } from './candidate.ts';
import { ALLOWED_FIRST, ALLOWED_LAST, EDGE_CHARACTERS, EVERYDAY_WORDS } from './edge-words-zh.ts';

const HAN_RUN = /\p{Script=Han}+/gu;
const LONGEST = 8;
/** Nats. A run that is always followed by the same character is a part of a longer one. */
const ENTROPY = 0.8;
/** Nats, of the weakest seam. */
const COHESION = 1.5;

interface Gram {
  count: number;
  readonly pairs: number[];
}

type Grams = Map<string, Gram>;

/** Characters, as arrays: a rare one may take two units. */
function runsOf(texts: readonly string[]): (readonly string[])[][] {
  return texts.map((text) => (text.match(HAN_RUN) ?? []).map((run) => [...run]));
}

function countGram(grams: Grams, text: string, pair: number): void {
  const gram = grams.get(text);
  if (gram === undefined) {
    grams.set(text, { count: 1, pairs: [pair] });
    return;
  }
  gram.count += 1;
  if (gram.pairs.at(-1) !== pair) gram.pairs.push(pair);
}

function gramAt(run: readonly string[], from: number, length: number): string {
  let text = '';
  for (let at = from; at < from + length; at += 1) text += run[at] ?? '';
  return text;
}

/** All runs of one length whose two halves by one character are frequent themselves. */
function gramsOf(
  runs: readonly (readonly (readonly string[])[])[],
  length: number,
  shorter: Grams | null,
): Grams {
  const grams: Grams = new Map();
  const countRun = (run: readonly string[], pair: number): void => {
    let before = shorter === null || shorter.has(gramAt(run, 0, length - 1));
    for (let from = 0; from + length <= run.length; from += 1) {
      const after = shorter === null || shorter.has(gramAt(run, from + 1, length - 1));
      if (before && after) countGram(grams, gramAt(run, from, length), pair);
      before = after;
    }
  };
  for (const [pair, own] of runs.entries()) for (const run of own) countRun(run, pair);
  return grams;
}

function isWordLike(text: string): boolean {
  const characters = [...text];
  const first = characters[0] ?? '';
  const last = characters.at(-1) ?? '';
  if (EVERYDAY_WORDS.has(text)) return false;
  if (EDGE_CHARACTERS.has(first) && !ALLOWED_FIRST.has(first)) return false;
  return !EDGE_CHARACTERS.has(last) || ALLOWED_LAST.has(last);
}

/** Of the weakest seam, in nats. */
function cohesion(text: string, count: number, countOf: (text: string) => number): number {
  const characters = [...text];
  const total = countOf('');
  let least = Infinity;
  for (let at = 1; at < characters.length; at += 1) {
    const head = countOf(characters.slice(0, at).join(''));
    const tail = countOf(characters.slice(at).join(''));
    least = Math.min(least, Math.log((count * total) / (head * tail)));
  }
  return least;
}

interface Neighbours {
  readonly before: Map<string, number>;
  readonly after: Map<string, number>;
  edgesBefore: number;
  edgesAfter: number;
}

/** Entropy in nats; each edge of a run counts as a neighbour met once. */
function entropy(counts: ReadonlyMap<string, number>, edges: number, total: number): number {
  let sum = 0;
  for (const count of counts.values()) sum += count * Math.log(count);
  return total === 0 || edges === total
    ? Math.log(Math.max(1, total))
    : Math.log(total) - sum / total;
}

function noteNeighbours(found: Neighbours, before: string | undefined, after: string | undefined) {
  if (before === undefined) found.edgesBefore += 1;
  else found.before.set(before, (found.before.get(before) ?? 0) + 1);
  if (after === undefined) found.edgesAfter += 1;
  else found.after.set(after, (found.after.get(after) ?? 0) + 1);
}

function neighboursOf(
  runs: readonly (readonly (readonly string[])[])[],
  wanted: ReadonlySet<string>,
  length: number,
): Map<string, Neighbours> {
  const all = new Map<string, Neighbours>();
  const noteRun = (run: readonly string[]): void => {
    for (let from = 0; from + length <= run.length; from += 1) {
      const text = gramAt(run, from, length);
      if (!wanted.has(text)) continue;
      const found =
        all.get(text) ??
        ({ before: new Map(), after: new Map(), edgesBefore: 0, edgesAfter: 0 } as Neighbours);
      all.set(text, found);
      noteNeighbours(found, run[from - 1], run[from + length]);
    }
  };
  for (const own of runs) for (const run of own) noteRun(run);
  return all;
}

function isFree({ before, after, edgesBefore, edgesAfter }: Neighbours, count: number): boolean {
  const enough = Math.min(ENTROPY, 0.6 * Math.log(count));
  return (
    entropy(before, edgesBefore, count) >= enough && entropy(after, edgesAfter, count) >= enough
  );
}

/** Runs of two to eight Han characters that look like words or terms and stand in `minimum` pairs or more. */
export function chineseCandidates(texts: readonly string[], minimum: number): Candidate[] {
  const runs = runsOf(texts);
  const levels: Grams[] = [];
  for (let length = 1; length <= LONGEST; length += 1) {
    const grams = gramsOf(runs, length, levels.at(-1) ?? null);
    for (const [text, gram] of grams) if (gram.pairs.length < minimum) grams.delete(text);
    levels.push(grams);
  }
  const characters = [...(levels[0] ?? new Map<string, Gram>()).values()];
  const total = characters.reduce((sum, gram) => sum + gram.count, 0);
  const countOf = (text: string): number =>
    text === '' ? total : (levels[[...text].length - 1]?.get(text)?.count ?? 1);
  return levels.slice(1).flatMap((grams, index) => {
    const wanted = [...grams]
      .filter(([text, { count }]) => isWordLike(text) && cohesion(text, count, countOf) >= COHESION)
      .map(([text]) => text);
    const neighbours = neighboursOf(runs, new Set(wanted), index + 2);
    return wanted.flatMap((text): Candidate[] => {
      const gram = grams.get(text);
      const around = neighbours.get(text);
      if (gram === undefined || around === undefined || !isFree(around, gram.count)) return [];
      return [{ text, pairs: gram.pairs, words: 1, isName: false }];
    });
  });
}
