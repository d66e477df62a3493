/** Rules that a user adds to the built-in ones, in the form in which the scan asks for them. */
import { ABBREVIATIONS } from './en.ts';
import type { Abbreviations, SentenceRules } from './grammar.ts';

export interface CustomRules {
  readonly abbreviations: Abbreviations;
  readonly noBreakAfter: readonly string[];
  readonly breakAfter: readonly string[];
}

const BUILT_IN: CustomRules = { abbreviations: ABBREVIATIONS, noBreakAfter: [], breakAfter: [] };
const LETTER_BEFORE = /[\p{Script=Latin}\p{N}]$/u;
const STARTS_AS_WORD = /^[\p{Script=Latin}\p{N}]/u;

/** Puts the rules together with the built-in facts. */
export function compileRules(rules: SentenceRules): CustomRules {
  const { abbreviations = [], noBreakAfter = [], breakAfter = [] } = rules;
  if (abbreviations.length + noBreakAfter.length + breakAfter.length === 0) return BUILT_IN;
  const added = abbreviations.map((abbreviation) => abbreviation.replace(/\.$/u, ''));
  const inside = new Set([...ABBREVIATIONS.inside, ...added]);
  return { abbreviations: { ...ABBREVIATIONS, inside }, noBreakAfter, breakAfter };
}

/** The length of the text at `at` after which a sentence always ends; 0 when there is none. */
export function breakLength(text: string, at: number, { breakAfter }: CustomRules): number {
  return breakAfter.find((literal) => text.startsWith(literal, at))?.length ?? 0;
}

/** A run of terminators `[from, to)` in a sentence that starts at `start`. */
export interface Terminators {
  readonly text: string;
  readonly start: number;
  readonly from: number;
  readonly to: number;
}

/** Whether the stop belongs to a text after which no sentence ends. Latin text matches whole words only. */
export function isUnbreakable(stop: Terminators, { noBreakAfter }: CustomRules): boolean {
  return noBreakAfter.some((literal) => endsWith(stop, literal));
}

function endsWith({ text, start, from, to }: Terminators, literal: string): boolean {
  for (let end = from + 1; end <= to; end += 1) {
    const begin = end - literal.length;
    if (begin < start || !text.startsWith(literal, begin)) continue;
    const before = text.slice(Math.max(start, begin - 2), begin);
    if (!STARTS_AS_WORD.test(literal) || !LETTER_BEFORE.test(before)) return true;
  }
  return false;
}
