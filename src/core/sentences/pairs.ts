/** Finds where a bracket or quotation mark is closed, looking no further than a cap for each kind. */
import {
  isDigit,
  isHan,
  isOneOf,
  isSpace,
  PAIRS,
  pointAt,
  STRAIGHT,
  type Pair,
  type PairKind,
} from './characters.ts';

/** One missing closing mark must not swallow a paragraph. In UTF-16 units. */
const REACH: Readonly<Record<PairKind, number>> = { title: 100, bracket: 300, quotation: 1200 };
const LETTER = /[\p{L}\p{N}]/u;
const BEFORE_OPENING = /[\s\p{P}\p{S}\p{Script=Han}]/u;

/** The offset of the mark that closes the one at `at`, or -1. */
export function closingOffset(text: string, at: number, floor: number): number {
  const pair = PAIRS.get(text.charAt(at));
  if (pair === undefined) return -1;
  const last = Math.min(text.length - 1, at + REACH[pair.kind]);
  return isOneOf(STRAIGHT, pair.close)
    ? closingStraight({ text, at, floor, last })
    : closingDirected(text, at, pair, last);
}

function closingDirected(text: string, at: number, pair: Pair, last: number): number {
  const open = text.charCodeAt(at);
  const close = pair.close.charCodeAt(0);
  let depth = 0;
  for (let here = at; here <= last; here += 1) {
    const unit = text.charCodeAt(here);
    if (unit === open) depth += 1;
    if (unit === close && !isApostrophe(text, here)) depth -= 1;
    if (depth === 0) return here;
  }
  return -1;
}

interface Reach {
  readonly text: string;
  readonly at: number;
  /** Nothing before this offset is looked at. */
  readonly floor: number;
  readonly last: number;
}

function closingStraight({ text, at, floor, last }: Reach): number {
  const mark = text.charCodeAt(at);
  if (!opensHere(text, at, floor)) return -1;
  for (let here = at + 1; here <= last; here += 1) {
    if (text.charCodeAt(here) === mark && !isApostrophe(text, here)) return here;
  }
  return -1;
}

/** `5'10"`, `don't` and a mark before a space open nothing. */
function opensHere(text: string, at: number, floor: number): boolean {
  const before = at > floor ? text.charAt(at - 1) : ' ';
  const after = pointAt(text, at + 1);
  if (after === '' || isSpace(after) || isDigit(before)) return false;
  return text.charAt(at) === "'" ? !LETTER.test(before) : BEFORE_OPENING.test(before);
}

/** A single mark between two letters, or before a letter: `don’t`, `’tis`. */
function isApostrophe(text: string, at: number): boolean {
  if (!isOneOf("'’", text.charAt(at))) return false;
  const after = pointAt(text, at + 1);
  return LETTER.test(after) && !isHan(after);
}
