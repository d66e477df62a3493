/** Borders of words in Chinese text that no term may straddle. */
import type { Span } from '../core/model.ts';
import { FALSE_SPLITS, WORDS_AFTER_GUO, WORDS_IN_GUO } from './zh.ts';

/** Borders of words by place; for each the expressions that tell it. */
export type Bars = ReadonlyMap<number, readonly Span[]>;

interface Guard {
  readonly text: string;
  /** Units before the border. */
  readonly border: number;
}

let guards: ReadonlyMap<string, readonly Guard[]> | undefined;

/** By first character, made when they are first needed. */
function guardsByCharacter(): ReadonlyMap<string, readonly Guard[]> {
  if (guards !== undefined) return guards;
  const made = new Map<string, Guard[]>();
  const add = (before: string, after: string): void => {
    const key = before.charAt(0);
    const known = made.get(key) ?? [];
    known.push({ text: before + after, border: before.length });
    made.set(key, known);
  };
  for (const before of WORDS_IN_GUO) for (const after of WORDS_AFTER_GUO) add(before, after);
  for (const split of FALSE_SPLITS) {
    const border = split.indexOf('|');
    add(split.slice(0, border), split.slice(border + 1));
  }
  guards = made;
  return made;
}

/** The borders in a text that the data knows of. */
export function findBars(text: string): Bars {
  const known = guardsByCharacter();
  const bars = new Map<number, Span[]>();
  for (let from = 0; from < text.length; from += 1) {
    for (const guard of known.get(text.charAt(from)) ?? []) {
      if (!text.startsWith(guard.text, from)) continue;
      const at = from + guard.border;
      bars.set(at, [...(bars.get(at) ?? []), { from, to: from + guard.text.length }]);
    }
  }
  return bars;
}

/** Whether a span crosses a border without holding the whole expression, which is then its own. */
export function straddles({ from, to }: Span, bars: Bars): boolean {
  if (bars.size === 0) return false;
  for (let at = from + 1; at < to; at += 1) {
    const cut = bars.get(at)?.some((within) => within.from < from || to < within.to) ?? false;
    if (cut) return true;
  }
  return false;
}
