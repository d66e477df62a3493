/** Character classes the segmenter reads, the same in both languages. Offsets are UTF-16. */

export const OBJECT = '\uFFFC';

/** Chinese terminators, which need no space after them. */
export const FULL_WIDTH = '。！？｡';
/** Marks that leave no doubt that something ends. */
export const STRONG = `${FULL_WIDTH}!?`;
export const ELLIPSIS = '…⋯';
export const TERMINATORS = `${STRONG}${ELLIPSIS}.．`;

export type PairKind = 'title' | 'bracket' | 'quotation';

export interface Pair {
  readonly close: string;
  readonly kind: PairKind;
}

function pair(close: string, kind: PairKind): Pair {
  return { close, kind };
}

export const PAIRS: ReadonlyMap<string, Pair> = new Map([
  ['《', pair('》', 'title')],
  ['〈', pair('〉', 'title')],
  ['（', pair('）', 'bracket')],
  ['(', pair(')', 'bracket')],
  ['[', pair(']', 'bracket')],
  ['［', pair('］', 'bracket')],
  ['【', pair('】', 'bracket')],
  ['〔', pair('〕', 'bracket')],
  ['“', pair('”', 'quotation')],
  ['‘', pair('’', 'quotation')],
  ['「', pair('」', 'quotation')],
  ['『', pair('』', 'quotation')],
  ['«', pair('»', 'quotation')],
  ['"', pair('"', 'quotation')],
  ["'", pair("'", 'quotation')],
  ['＂', pair('＂', 'quotation')],
]);

/** Quotation marks that look the same on both sides. */
export const STRAIGHT = '"\'＂';
/** `’` is missing: it may be an apostrophe. */
export const CLOSERS = '”」』）》〉】〕］»)]';
/** After white space these can only close; `)` may be part of a list. */
export const CLOSERS_AFTER_SPACE = '”」』）》〉】';
/** Marks inside a sentence: what they follow was not its end. */
export const INNER_MARKS = '，、；：,;:·/\\%';

const SPACE = /\s/u;
const HAN = /\p{Script=Han}/u;
const LOWER = /[\p{Ll}]/u;
const UPPER = /[\p{Lu}\p{Lt}]/u;
const DIGIT = /\p{Nd}/u;

/** The code point at an offset, or '' past the end. */
export function pointAt(text: string, at: number): string {
  const code = at < text.length ? text.codePointAt(at) : undefined;
  return code === undefined ? '' : String.fromCodePoint(code);
}

export function isSpace(char: string): boolean {
  return SPACE.test(char);
}

export function isHan(char: string): boolean {
  return HAN.test(char);
}

export function isLower(char: string): boolean {
  return LOWER.test(char);
}

export function isUpper(char: string): boolean {
  return UPPER.test(char);
}

export function isDigit(char: string): boolean {
  return DIGIT.test(char);
}

/** Whether a single character is one of those in a list; false for ''. */
export function isOneOf(list: string, char: string): boolean {
  return char !== '' && list.includes(char);
}

export function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charAt(at))) at += 1;
  return at;
}

/** The end of the text before `to` without its white space. */
export function trimEnd(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && isSpace(text.charAt(at - 1))) at -= 1;
  return at;
}

/** What a sticky expression finds exactly at an offset. */
export function matchAt(expression: RegExp, text: string, at: number): string | null {
  expression.lastIndex = at;
  return expression.exec(text)?.[0] ?? null;
}
