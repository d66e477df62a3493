/** Whether a run of terminators, with the marks that close after it, ends its sentence. */
import {
  FULL_WIDTH,
  INNER_MARKS,
  isHan,
  isLower,
  isOneOf,
  isUpper,
  matchAt,
  OBJECT,
  pointAt,
  skipSpace,
} from './characters.ts';
import { NAMES_WITH_MARK, STARTERS } from './en.ts';
import { fullStopEnds } from './full-stop.ts';
import type { Abbreviations, Grammar } from './grammar.ts';
import { endsAfterClosing, type Quotation } from './quotations.ts';
import type { Stop, StopKind } from './stops.ts';

export interface StopContext {
  readonly text: string;
  /** Where the sentence starts; nothing before it is looked at. */
  readonly start: number;
  readonly stop: Stop;
  readonly grammar: Grammar;
  readonly abbreviations: Abbreviations;
  /** The stop closes a bracket or title that stands inside the sentence. */
  readonly insideBracket: boolean;
  /** The quotation the stop closes, as far as it was seen to open. */
  readonly quotation: Quotation | undefined;
}

const LATIN_WORD_BEFORE = /\p{Script=Latin}{1,20}$/u;
const LATIN_WORD = /\p{Script=Latin}[\p{Script=Latin}'’]{0,20}/uy;
const PART_OF_ADDRESS = /[/@_=]\S*$/u;
const OPENING = /["“「『（《(]/u;
const NO_WORD = /^[^\p{L}\p{N}\p{So}]*$/u;

export function isBoundary(context: StopContext): boolean {
  const { text, stop, start } = context;
  const next = skipSpace(text, stop.to);
  if (next >= text.length) return true;
  if (isTail(text, next) || isPrefix(text, start, stop.from)) return false;
  if (isOneOf(INNER_MARKS, text.charAt(next))) return false;
  if (stop.closed) return !context.insideBracket && closedEnds(context, next);
  return ENDS[stop.kind](context, next);
}

const ENDS: Readonly<Record<StopKind, (context: StopContext, next: number) => boolean>> = {
  'full-stop': fullStopAt,
  ellipsis: ellipsisEnds,
  strong: strongEnds,
};

/** Marks before any word open a sentence; they do not end one. */
function isPrefix(text: string, start: number, at: number): boolean {
  return at - start < 20 && NO_WORD.test(text.slice(start, at));
}

/** Nothing but marks and pictographs up to the end of the text: they stay with what they follow. */
function isTail(text: string, next: number): boolean {
  return text.length - next < 20 && /^[^\p{L}\p{N}\uFFFC]*$/u.test(text.slice(next));
}

function closedEnds(context: StopContext, next: number): boolean {
  const { text, stop, grammar, quotation } = context;
  const ends = endsAfterClosing({ text, next, marks: stop.marks, grammar, quotation });
  return ends && (stop.kind !== 'full-stop' || fullStopAt(context, next));
}

function fullStopAt({ text, start, stop, abbreviations }: StopContext, next: number): boolean {
  return fullStopEnds({ text, start, at: stop.from, to: stop.to, next, abbreviations });
}

function ellipsisEnds({ text, stop, grammar }: StopContext, next: number): boolean {
  const first = pointAt(text, next);
  if (isLower(first) || first === OBJECT) return false;
  const dots = stop.marks.replaceAll(' ', '');
  if (isHan(first)) {
    const spacedDots = next > stop.to && dots.startsWith('.');
    return spacedDots || matchAt(grammar.afterEllipsis, text, next) !== null;
  }
  if (isUpper(first)) return dots.length >= 4 || !/^I(?!\p{L})/u.test(text.slice(next, next + 2));
  return next > stop.to;
}

function strongEnds(context: StopContext, next: number): boolean {
  const { text, stop, start, grammar } = context;
  const first = pointAt(text, next);
  if (isOneOf('！!', stop.marks) && isHan(first)) {
    const before = text.slice(Math.max(start, stop.from - 6), stop.from);
    if (grammar.interjection.test(before)) return false;
  }
  if ([...stop.marks].some((mark) => isOneOf(FULL_WIDTH, mark))) return true;
  return asciiMarkEnds(context, next);
}

/** Before a small letter the sentence goes on: `Yahoo! in`. */
function asciiMarkEnds({ text, start, stop }: StopContext, next: number): boolean {
  const first = pointAt(text, next);
  if (isLower(first)) return false;
  const before = text.slice(Math.max(start, stop.from - 40), stop.from);
  if (stop.marks === '!' && endsInName(before)) {
    return STARTERS.has(matchAt(LATIN_WORD, text, next) ?? '');
  }
  return next > stop.to || OPENING.test(first) || !isPartOfWord(before, first);
}

function endsInName(before: string): boolean {
  const name = LATIN_WORD_BEFORE.exec(before);
  return name !== null && NAMES_WITH_MARK.has(name[0]);
}

/** A mark without a space after it inside an address: `?id=1`. */
function isPartOfWord(before: string, first: string): boolean {
  return PART_OF_ADDRESS.test(before) || /[\p{N}\p{P}]/u.test(first);
}
