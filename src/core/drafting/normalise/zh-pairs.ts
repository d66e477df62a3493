/** Chinese brackets and quotation marks: both of a pair, or none. */
import { isKept, keptSpans } from './kept-spans.ts';
import { replaceIn, type LaidText } from './laid-text.ts';
import { FULL, HAN, SPACE, WIDE_FORMS } from './marks.ts';
import type { Rule, Script } from './rule.ts';

type Pair = readonly [open: number, close: number];

function replaceAt(laid: LaidText, puts: ReadonlyMap<number, string>): LaidText {
  if (puts.size === 0) return laid;
  return replaceIn(laid, /[()（）"＂]/g, ({ index }) => puts.get(index) ?? null);
}

/** Brackets that belong together, of either width. */
function bracketPairs(text: string): Pair[] {
  const open: number[] = [];
  const pairs: Pair[] = [];
  for (const { 0: sign, index } of text.matchAll(/[()（）]/g)) {
    if (sign === '(' || sign === '（') open.push(index);
    const start = sign === ')' || sign === '）' ? open.pop() : undefined;
    if (start !== undefined) pairs.push([start, index]);
  }
  return pairs;
}

const CHINESE_BEFORE = new RegExp(`[${HAN}${FULL}”’…—]${SPACE}*$`, 'u');
const CHINESE_AFTER = new RegExp(`^${SPACE}*${HAN}`, 'u');
/** So far from a bracket its neighbours are looked for. */
const REACH = 16;

/** For each offset where the next Han character stands; brackets may be nested deep. */
function nextHan(text: string): (at: number) => number {
  const offsets = [...text.matchAll(/\p{Script=Han}/gu)].map(({ index }) => index);
  const next: number[] = [];
  let coming = Infinity;
  for (let at = text.length; at >= 0; at -= 1) {
    if (offsets.at(-1) === at) coming = offsets.pop() ?? coming;
    next[at] = coming;
  }
  return (at) => next[at] ?? Infinity;
}

function isWide(text: string, [open, close]: Pair, hanFrom: (at: number) => number): boolean {
  if (text[open] === '（' || text[close] === '）') return true;
  if (hanFrom(open) < close) return true;
  const before = text.slice(Math.max(0, open - REACH), open);
  // A call or an index: f(x).
  if (/[\w.]$/.test(before)) return false;
  const after = text.slice(close + 1, close + 1 + REACH);
  return CHINESE_BEFORE.test(before) || CHINESE_AFTER.test(after);
}

/** Brackets around Chinese, or beside it. */
export const brackets: Rule = (laid) => {
  const { text } = laid;
  const kept = keptSpans(text);
  const hanFrom = nextHan(text);
  const puts = new Map<number, string>();
  for (const pair of bracketPairs(text)) {
    const isFree = pair.every((at) => !isKept(kept, at, at + 1));
    if (!isFree || !isWide(text, pair, hanFrom)) continue;
    for (const at of pair) puts.set(at, WIDE_FORMS[text[at] ?? ''] ?? text[at] ?? '');
  }
  return replaceAt(laid, puts);
};

/** Outer and inner marks. */
const QUOTES: Readonly<Record<Script, readonly (readonly [string, string])[]>> = {
  'zh-Hans': [
    ['“', '”'],
    ['‘', '’'],
  ],
  'zh-Hant': [
    ['「', '」'],
    ['『', '』'],
  ],
};

/** How many quotations are open at an offset. */
function depthAt(text: string, at: number): number {
  let depth = 0;
  for (const [sign] of text.slice(0, at).matchAll(/[“”「」『』]/g)) {
    depth = Math.max(0, depth + ('“「『'.includes(sign) ? 1 : -1));
  }
  return depth;
}

function straightPairs(text: string): Pair[] {
  const kept = keptSpans(text);
  const at = [...text.matchAll(/["＂]/g)]
    .map(({ index }) => index)
    .filter((index) => !isKept(kept, index, index + 1));
  // Which one is alone cannot be told.
  if (at.length % 2 === 1) return [];
  return at.flatMap((open, index): Pair[] =>
    index % 2 === 0 ? [[open, at[index + 1] ?? open]] : [],
  );
}

/** Straight quotation marks. Behind a digit they are inches or seconds. */
export const quotes: Rule = (laid, script) => {
  const { text } = laid;
  const pairs = straightPairs(text);
  if (pairs.some(([open, close]) => /\d$/.test(text.slice(0, open)) || close === open + 1)) {
    return laid;
  }
  const puts = new Map<number, string>();
  for (const [open, close] of pairs) {
    const [left, right] = QUOTES[script][depthAt(text, open) % 2] ?? ['', ''];
    puts.set(open, left).set(close, right);
  }
  return replaceAt(laid, puts);
};
