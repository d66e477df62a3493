/** Brackets that belong together, of either width. */

const CLOSING: Readonly<Record<string, string>> = {
  '(': ')',
  '（': '）',
  '[': ']',
  '［': '］',
  '{': '}',
  '｛': '｝',
  '【': '】',
  '〔': '〕',
  '《': '》',
  '〈': '〉',
  '「': '」',
  '『': '』',
  '〖': '〗',
};

const ANY = /[()（）[\]［］{}｛｝【】〔〕《》〈〉「」『』〖〗]/g;
const WIDTHS: Readonly<Record<string, string>> = {
  '（': '(',
  '）': ')',
  '［': '[',
  '］': ']',
  '｛': '{',
  '｝': '}',
};

/** A bracket as the half-width one of its kind. */
function kindOf(sign: string): string {
  return WIDTHS[sign] ?? sign;
}

export interface Brackets {
  /** Offsets of pairs, in the order in which they close; their two may differ in width. */
  readonly pairs: readonly (readonly [open: number, close: number])[];
  /** Offsets of brackets without a partner, in reading order. */
  readonly alone: readonly number[];
}

/**
 * Reads a text's brackets in one go. What closes nothing is alone; what is still open inside of a pair
 * that closes is alone too.
 */
export function readBrackets(text: string, skip: (at: number) => boolean): Brackets {
  const open: { readonly at: number; readonly close: string }[] = [];
  /** How many wait for each closing mark, so that one that closes nothing is not looked for. */
  const waiting = new Map<string, number>();
  const pairs: (readonly [number, number])[] = [];
  const alone: number[] = [];
  const close = (at: number, sign: string): void => {
    if (!waiting.get(sign)) {
      alone.push(at);
      return;
    }
    for (let top = open.pop(); top !== undefined; top = open.pop()) {
      waiting.set(top.close, (waiting.get(top.close) ?? 1) - 1);
      if (top.close === sign) {
        pairs.push([top.at, at]);
        return;
      }
      alone.push(top.at);
    }
  };
  for (const { 0: sign, index } of text.matchAll(ANY)) {
    if (skip(index)) continue;
    const closing = CLOSING[sign];
    if (closing === undefined) {
      close(index, kindOf(sign));
      continue;
    }
    const name = kindOf(closing);
    open.push({ at: index, close: name });
    waiting.set(name, (waiting.get(name) ?? 0) + 1);
  }
  return { pairs, alone: [...alone, ...open.map(({ at }) => at)].sort((a, b) => a - b) };
}
