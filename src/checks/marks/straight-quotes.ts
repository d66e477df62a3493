/** Straight double quotation marks, and which of them open. */
import { isSpace } from './characters.ts';
import type { SideText } from './side-text.ts';

const STRAIGHT = /["＂]/g;
const OPENS_AFTER = '([{（【《“‘「『—–-/';

export interface StraightQuote {
  readonly at: number;
  readonly opens: boolean;
}

/** Behind a digit a mark is inches, or seconds, where it is not the second of a pair. */
function isInch(text: string, at: number, isOpen: boolean): boolean {
  return !isOpen && /\d/.test(text.charAt(at - 1));
}

/** Straight marks outside of code, in pairs; null where they do not come in pairs. */
export function straightQuotes({ text, isKept }: SideText): readonly StraightQuote[] | null {
  const quotes: StraightQuote[] = [];
  let isOpen = false;
  for (const { index: at } of text.matchAll(STRAIGHT)) {
    if (isKept(at, at + 1) || isInch(text, at, isOpen)) continue;
    quotes.push({ at, opens: !isOpen });
    isOpen = !isOpen;
  }
  return isOpen ? null : quotes;
}

/** Whether a mark opens, by what stands beside it. */
export function looksOpening(text: string, at: number): boolean {
  const left = text.charAt(at - 1);
  return left === '' || left === '\n' || isSpace(left) || OPENS_AFTER.includes(left);
}
