/**
 * Whether a single full stop ends its sentence: abbreviations, initials, decimals, names of files and
 * domains. The word lists are data (en.ts).
 */
import { isDigit, isHan, isLower, isSpace, isUpper, matchAt, pointAt } from './characters.ts';
import {
  AFTER_TIME,
  LETTER_NOUNS,
  NAME_ENDINGS,
  OPENING_ADJUNCT,
  SMALL_IN_HEADLINES,
  STARTERS,
} from './en.ts';
import type { Abbreviations } from './grammar.ts';

/** A full stop and its surroundings; nothing before `start`, the sentence's own, is looked at. */
export interface FullStop {
  readonly text: string;
  readonly start: number;
  /** Of the stop itself. */
  readonly at: number;
  /** Past the marks that close after it. */
  readonly to: number;
  /** The next character that is no white space. */
  readonly next: number;
  readonly abbreviations: Abbreviations;
}

/** Longest word looked at on either side, in UTF-16 units. */
const REACH = 60;
const WORD_BEFORE = /[\p{L}\p{M}\p{N}.'’°º&/@_~:#=?-]+$/u;
const WORD_AFTER = /[\p{L}\p{M}][\p{L}\p{M}\p{N}'’-]{0,40}/uy;
const SINGLE_CAPITAL = /^\p{Lu}$/u;
const LETTERS_WITH_STOPS = /^(?:\p{L}\.)+\p{L}$/u;
const NUMBER_AFTER = /#?[\p{Nd}]|[IVXLC]{1,6}\b(?!['’]|\s\p{Ll})|[B-HJ-Z]\b(?!['’.])/uy;
const OPENING_MARKS = /["'“‘「『(（[［【《\s]{0,4}/uy;
const TECHNICAL = /[/@_~#=]|:\/\/|^www\./u;

export function fullStopEnds(stop: FullStop): boolean {
  const first = pointAt(stop.text, stop.next);
  const before = wordBefore(stop.text, stop.start, stop.at);
  if (stop.next === stop.to) return endsWithoutSpace(stop, before, first);
  if (isLower(first)) return isBrandStart(stop.text, stop.next) && !isAbbreviation(stop, before);
  return endsAfterWord(stop, before);
}

function wordBefore(text: string, start: number, at: number): string {
  const reach = text.slice(Math.max(start, at - REACH), at);
  const word = WORD_BEFORE.exec(reach)?.[0] ?? '';
  return word.replace(/^.*\p{Script=Han}/u, '').replace(/^['’]/u, '');
}

function wordAfter(text: string, next: number): string {
  const skipped = matchAt(OPENING_MARKS, text, next)?.length ?? 0;
  return matchAt(WORD_AFTER, text, next + skipped) ?? '';
}

/** iPhone, eBay: a sentence may start with a small letter that a capital follows. */
function isBrandStart(text: string, next: number): boolean {
  return isUpper(pointAt(text, next + 1));
}

/** `said.The` is two sentences that lost their space; `3.5`, `U.S.A` and `Node.js` are one word. */
function endsWithoutSpace(stop: FullStop, before: string, first: string): boolean {
  if (isHan(first)) return !isListMarker(stop, before) && !isAbbreviation(stop, before);
  if (stop.to > stop.at + 1) return isUpper(first) || !/[\p{L}\p{N}\p{P}]/u.test(first);
  if (!isUpper(first)) return /["“「『（《【•]/u.test(first) && !isAbbreviation(stop, before);
  return losesItsSpace(stop, before);
}

function losesItsSpace(stop: FullStop, before: string): boolean {
  if (before === '') return !isSpace(pointAt(stop.text, stop.at - 1));
  const isFirst = stop.at - before.length === stop.start;
  return !isFirst && isProseEnd(before) && isProseStart(stop) && !isAbbreviation(stop, before);
}

function isProseEnd(word: string): boolean {
  if (TECHNICAL.test(word) || /\p{L}\.\p{L}/u.test(word)) return false;
  return /(?:\p{L}{2}|\p{N})$/u.test(word);
}

/** One capital, then small letters, then the end of the word. */
function isProseStart({ text, next }: FullStop): boolean {
  const word = wordAfter(text, next);
  if (!/^\p{Lu}\p{Ll}*(?:['’]\p{Ll}+)?$/u.test(word) || NAME_ENDINGS.has(word)) return false;
  const after = pointAt(text, next + word.length);
  return word.length === 1 ? isSpace(after) : !/[_/@(\p{N}]/u.test(after);
}

function isAbbreviation({ abbreviations, text, next }: FullStop, word: string): boolean {
  const { inside, beforeNumber, mayEnd, trailing, time } = abbreviations;
  if (beforeNumber.has(word)) return mayEnd.has(word) || isDigit(pointAt(text, next));
  if (word.length === 1 && isUpper(word)) return true;
  return (
    LETTERS_WITH_STOPS.test(word) || [inside, mayEnd, trailing, time].some((set) => set.has(word))
  );
}

function endsAfterWord(stop: FullStop, word: string): boolean {
  const { inside, beforeNumber } = stop.abbreviations;
  if (isListMarker(stop, word) || inside.has(word)) return false;
  if (beforeNumber.has(word)) return endsBeforeNumber(stop, word);
  return SINGLE_CAPITAL.test(word) ? endsAfterInitial(stop, word) : endsAfterPhrase(stop, word);
}

function endsAfterPhrase(stop: FullStop, word: string): boolean {
  const { mayEnd, trailing, time } = stop.abbreviations;
  if (trailing.has(word)) return isUpper(pointAt(wordAfter(stop.text, stop.next), 0));
  if (time.has(word)) return !isIncomplete(stop) && endsAfterTime(stop, word);
  if (!mayEnd.has(word) && !LETTERS_WITH_STOPS.test(word)) return true;
  return !isIncomplete(stop) && startsSentence(stop);
}

/** `1.` or `2.)` that opens the sentence, or the next item after a semicolon or colon. */
function isListMarker({ text, start, at }: FullStop, word: string): boolean {
  if (!/^\p{Nd}{1,2}$/u.test(word)) return false;
  const before = text.slice(Math.max(start, at - word.length - 3), at - word.length);
  return /^\s*$|[；;：:，,、]\s?$/u.test(before);
}

/** What is so far only “At 5 a.m.”, or part of a headline such as “U.S. To Cut Rates”, is not over. */
function isIncomplete({ text, start, at }: FullStop): boolean {
  if (at - start >= REACH) return false;
  const head = text.slice(start, at);
  return OPENING_ADJUNCT.test(head) || head.split(/\s+/u).every(isHeadlineWord);
}

function isHeadlineWord(word: string): boolean {
  return SMALL_IN_HEADLINES.has(word) || !/^[\p{P}]*\p{Ll}/u.test(word);
}

function endsBeforeNumber(stop: FullStop, word: string): boolean {
  if (matchAt(NUMBER_AFTER, stop.text, stop.next) !== null) return false;
  return stop.abbreviations.mayEnd.has(word) ? startsSentence(stop) : true;
}

function endsAfterTime({ text, start, at, next }: FullStop, word: string): boolean {
  // “I start at 9 AM.” against “I am.”
  const head = text.slice(Math.max(start, at - word.length - 3), at - word.length);
  if (!word.includes('.') && !/\p{Nd}\s?$/u.test(head)) return true;
  if (matchAt(AFTER_TIME, text, next) !== null) return false;
  return isUpper(pointAt(wordAfter(text, next), 0));
}

/** “Donald J. Trump” goes on; “you and I. Did you …” and “Plan B. The …” do not. */
function endsAfterInitial(stop: FullStop, word: string): boolean {
  if (!startsSentence(stop)) return false;
  if (word === 'I') return true;
  const head = stop.text.slice(Math.max(stop.start, stop.at - REACH), stop.at - 1).trimEnd();
  const previous = /[\p{L}'’-]+$/u.exec(head)?.[0] ?? '';
  return isLower(pointAt(previous, 0)) || LETTER_NOUNS.has(previous);
}

/** Whether the next word is one that starts a sentence rather than goes on with a name. */
function startsSentence({ text, next }: FullStop): boolean {
  if (/[(（[［]/u.test(text.charAt(next))) return false;
  const at = next + (matchAt(OPENING_MARKS, text, next)?.length ?? 0);
  const word = matchAt(WORD_AFTER, text, at) ?? '';
  const isInitial = word.length === 1 && text.charAt(at + 1) === '.';
  return !isInitial && STARTERS.has(word);
}
