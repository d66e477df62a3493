/**
 * How a quotation stands in its sentence, and whether the sentence goes on after it. A quotation
 * stays with the words that name its speaker; what follows an announced one is a new sentence.
 */
import {
  FULL_WIDTH,
  isHan,
  isLower,
  isOneOf,
  matchAt,
  pointAt,
  skipSpace,
  STRAIGHT,
  TERMINATORS,
} from './characters.ts';
import { STARTERS } from './en.ts';
import type { Grammar } from './grammar.ts';

export interface Quotation {
  readonly close: number;
  /** Words before it say that somebody speaks. */
  readonly announced: boolean;
  /** A title or a word in quotation marks in the middle of a sentence. */
  readonly embedded: boolean;
}

/** A mark in a sentence that may open something. Nothing before `start` is looked at. */
export interface Opening {
  readonly text: string;
  readonly start: number;
  readonly at: number;
  readonly close: number;
  readonly grammar: Grammar;
}

/** Longest quotation that is taken for a title or a slogan inside a sentence, in UTF-16 units. */
const EMBEDDED = 80;
const REACH = 40;
const LATIN_WORD = /[\p{Script=Latin}'’]{1,20}/uy;
const LEAD_IN = '，,：:—–-。！？!?.…；;“‘「『（("';

export function readQuotation({ text, start, at, close, grammar }: Opening): Quotation {
  const before = text.slice(Math.max(start, at - REACH), at);
  const announced = grammar.announcement.test(before);
  const last = before.trimEnd().slice(-1);
  return { close, announced, embedded: last !== '' && !announced && !isOneOf(LEAD_IN, last) };
}

/** Whether nothing inside the quotation ends a sentence: it is a title, or short and attributed. */
export function isWhole(opening: Opening, quotation: Quotation): boolean {
  const { text, at, close, grammar } = opening;
  const length = close - at;
  if (quotation.embedded && length <= EMBEDDED) return true;
  const isJoined = goesOn(opening, quotation);
  if (isJoined && length <= grammar.shortQuotation) return true;
  if (!isUndirected(text, close)) return false;
  return isJoined || quotation.embedded || !endsForSure(text, close);
}

/** A straight mark before a letter could be read either way once its quotation is cut. */
function isUndirected(text: string, close: number): boolean {
  return isOneOf(STRAIGHT, text.charAt(close)) && /[\p{L}\p{N}]/u.test(pointAt(text, close + 1));
}

function endsForSure(text: string, close: number): boolean {
  return isOneOf(FULL_WIDTH, text.charAt(close - 1)) && isHan(pointAt(text, close + 1));
}

function goesOn({ text, close, grammar }: Opening, quotation: Quotation): boolean {
  const next = skipSpace(text, close + 1);
  if (next >= text.length) return false;
  if (isOneOf('，,', text.charAt(close - 1)) || isOneOf('，,', text.charAt(next))) return true;
  if (!isOneOf(TERMINATORS, text.charAt(close - 1))) return false;
  const marks = text.charAt(close - 1);
  return isLower(pointAt(text, next)) || speaks({ text, next, marks, grammar, quotation });
}

/** What stands after closing marks. */
export interface Aftermath {
  readonly text: string;
  readonly next: number;
  readonly marks: string;
  readonly grammar: Grammar;
  readonly quotation: Quotation | undefined;
}

/** Whether the sentence ends after marks that closed something. */
export function endsAfterClosing(aftermath: Aftermath): boolean {
  const { text, next, marks, quotation } = aftermath;
  const first = pointAt(text, next);
  if (isLower(first) || /[—–]/u.test(first)) return false;
  if (quotation?.embedded === true && !isPlain(marks)) return startsSentence(text, next);
  if (marks === '.' && !isHan(first)) return true;
  return !speaks(aftermath);
}

function startsSentence(text: string, next: number): boolean {
  return STARTERS.has(matchAt(LATIN_WORD, text, next) ?? '');
}

/** Whether the words at `next` belong to a quotation before them. */
function speaks({ text, next, marks, grammar, quotation }: Aftermath): boolean {
  if (matchAt(grammar.continuation, text, next) !== null) return true;
  if (quotation?.announced === true) return false;
  if (matchAt(grammar.attribution, text, next) !== null) return true;
  return !isPlain(marks) && matchAt(grammar.questionAttribution, text, next) !== null;
}

/** The marks of a statement, as against a question or an exclamation. */
function isPlain(marks: string): boolean {
  return marks.includes('。') || marks === '.';
}
