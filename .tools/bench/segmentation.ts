/** How well text is cut: `npm run bench -- segmentation <cases.json>`, a table by set. */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { Lang } from '../../src/core/model.ts';
import { splitSentences } from '../../src/core/sentences/split.ts';

const cases = v.array(
  v.object({
    set: v.string(),
    lang: v.picklist(['zh', 'en']),
    input: v.string(),
    expected: v.array(v.string()),
  }),
);

interface Score {
  cases: number;
  exact: number;
  /** Boundaries inside the texts: right ones, those set, those wanted. */
  right: number;
  found: number;
  wanted: number;
  ms: number;
}

/** Offsets, counted without white space, at which a sentence ends before the end of the text. */
function boundaries(sentences: readonly string[]): Set<number> {
  const offsets = new Set<number>();
  let at = 0;
  for (const sentence of sentences.slice(0, -1)) {
    at += sentence.replace(/\s/gu, '').length;
    offsets.add(at);
  }
  return offsets;
}

function split(input: string, lang: Lang): string[] {
  return splitSentences(input, lang).map(({ from, to }) => input.slice(from, to));
}

function sameSentences(found: readonly string[], wanted: readonly string[]): boolean {
  return JSON.stringify(found) === JSON.stringify(wanted.map((sentence) => sentence.trim()));
}

type Case = v.InferOutput<typeof cases>[number];

function addCase(score: Score, { input, lang, expected }: Case): string[] | null {
  const start = performance.now();
  const sentences = split(input, lang);
  score.ms += performance.now() - start;
  const found = boundaries(sentences);
  const wanted = boundaries(expected);
  score.cases += 1;
  score.right += [...found].filter((offset) => wanted.has(offset)).length;
  score.found += found.size;
  score.wanted += wanted.size;
  if (!sameSentences(sentences, expected)) return sentences;
  score.exact += 1;
  return null;
}

/** Texts of one sentence that were left whole are right, too. */
function f1({ right, found, wanted }: Score): number {
  return found + wanted === 0 ? 1 : (2 * right) / (found + wanted);
}

function percent(part: number): string {
  return `${(part * 100).toFixed(2)} %`.padStart(10);
}

function row(name: string, score: Score): string {
  const { cases: count, exact, ms } = score;
  const exactly = `${String(exact).padStart(6)}/${String(count).padEnd(6)}`;
  return `${name.padEnd(24)}${exactly}${percent(exact / count)}${percent(f1(score))}${ms.toFixed(0).padStart(8)}`;
}

function readCases(file: string): Case[] {
  return v.parse(cases, JSON.parse(readFileSync(file, 'utf8')));
}

function emptyScore(): Score {
  return { cases: 0, exact: 0, right: 0, found: 0, wanted: 0, ms: 0 };
}

/**
 * Prints exact matches, F1 of the boundaries and time a set, then what was cut otherwise.
 * @param file JSON, a list of `{ set, lang, input, expected[] }`
 */
export function benchSegmentation(file: string): void {
  const scores = new Map<string, Score>();
  const wrong: string[] = [];
  for (const one of readCases(file)) {
    const name = `${one.set} (${one.lang})`;
    const score = scores.get(name) ?? emptyScore();
    scores.set(name, score);
    const found = addCase(score, one);
    if (found !== null) {
      wrong.push(`${name}\n  - ${one.expected.join(' ‖ ')}\n  + ${found.join(' ‖ ')}`);
    }
  }
  console.log(
    `\n${'set'.padEnd(24)}${'exact'.padStart(19)}${'F1'.padStart(14)}${'ms'.padStart(8)}`,
  );
  for (const [name, score] of scores) console.log(row(name, score));
  if (wrong.length > 0) console.log(`\n- expected, + found\n\n${wrong.join('\n\n')}`);
}
