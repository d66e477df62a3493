/** A cascade over a text: at every place where a number may start, the first rule that knows it eats it. */
import type { Found, Quantity, Rule } from './quantity.ts';

function first(rules: readonly Rule[], text: string, index: number): Found | null {
  for (const rule of rules) {
    const found = rule(text, index);
    if (found !== null) return found;
  }
  return null;
}

/** Rules by what the place starts with: figures, or a letter or Chinese character. */
export interface Rules {
  readonly figure: readonly Rule[];
  /** Figures with a mark behind them, as dates and clock times have. */
  readonly marked: readonly Rule[];
  readonly word: readonly Rule[];
}

const NOUGHT = 0x30;
const NINE = 0x39;

function startsWithFigure(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= NOUGHT && unit <= NINE;
}

const MARKED = /\d+[-/.:：]/y;

function rulesAt(text: string, index: number, rules: Rules): readonly Rule[] {
  if (!startsWithFigure(text, index)) return rules.word;
  MARKED.lastIndex = index;
  return MARKED.test(text) ? rules.marked : rules.figure;
}

/** Reads a text from left to right; `anchor` is a global regex that finds where a number may start. */
export function scan(text: string, anchor: RegExp, rules: Rules): Quantity[] {
  const items: Quantity[] = [];
  let index = 0;
  for (;;) {
    anchor.lastIndex = index;
    const place = anchor.exec(text);
    if (place === null) return items;
    const found = first(rulesAt(text, place.index, rules), text, place.index);
    if (found !== null) items.push(...found.items);
    index = Math.max(found?.end ?? 0, place.index + 1);
  }
}
