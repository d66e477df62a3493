import { optionOf, type PairCheck, type PairView } from './check.ts';
import { after, before, isHanAt, kindAt } from './marks/characters.ts';
import { lookAt, type Fault } from './marks/faults.ts';
import { scriptOf } from './marks/script.ts';
import type { SideText } from './marks/side-text.ts';
import { straightQuotes, type StraightQuote } from './marks/straight-quotes.ts';

type ChineseMarks = 'auto' | 'curly' | 'corner' | 'any';
type Kind = 'curly' | 'corner';

/** Outer and inner marks. */
const SETS: Readonly<Record<Kind, readonly string[]>> = {
  curly: ['“', '”', '‘', '’'],
  corner: ['「', '」', '『', '』'],
};
const ANY = /["＂「」『』“”‘’]/;
const ANY_HAN = /\p{Script=Han}/u;

function kindFor(text: string, wanted: ChineseMarks): Kind | null {
  if (wanted === 'curly' || wanted === 'corner') return wanted;
  if (wanted === 'any') return null;
  const script = scriptOf(text);
  if (script === 'Hant') return null;
  return script === 'Hans' ? 'curly' : null;
}

/** How many quotations are open before each offset that is asked for, in rising order. */
function depthReader(text: string): (at: number) => number {
  let depth = 0;
  let from = 0;
  return (at) => {
    for (; from < at; from += 1) {
      const sign = text.charAt(from);
      if ('“「『'.includes(sign)) depth += 1;
      else if ('”」』'.includes(sign)) depth = Math.max(0, depth - 1);
    }
    return depth;
  };
}

/** A quotation inside of Latin text: `(Johannes "Hans" Geiger)`. */
function isLatin(text: string, quotes: readonly StraightQuote[], index: number): boolean {
  const first = index - (quotes[index]?.opens === true ? 0 : 1);
  const [open, close] = [quotes[first]?.at ?? 0, quotes[first + 1]?.at ?? 0];
  const outer = [before(text, open), after(text, close + 1)];
  return (
    outer.every((at) => kindAt(text, at) === 'letter') && !ANY_HAN.test(text.slice(open, close))
  );
}

/** Straight marks: around Chinese, or around what stands in a Chinese sentence. */
function straight(side: SideText, kind: Kind): Fault[] {
  const { text } = side;
  const quotes = straightQuotes(side);
  if (quotes === null) {
    return [...text.matchAll(/["＂]/g)]
      .filter(({ index: at }) => isHanAt(text, at - 1) || isHanAt(text, at + 1))
      .map(({ index: at }) => ({ from: at, to: at + 1 }));
  }
  const depthAt = depthReader(text);
  return quotes
    .filter((_, index) => !isLatin(text, quotes, index))
    .map(({ at, opens }) => {
      const inner = depthAt(at) % 2 === 1 ? 2 : 0;
      const put = SETS[kind][inner + (opens ? 0 : 1)] ?? '"';
      return { from: at, to: at + 1, edits: [{ from: at, to: at + 1, text: put }] };
    });
}

/** Marks of the other of the two sets. */
function ofOther({ text, isKept }: SideText, kind: Kind): Fault[] {
  const other = SETS[kind === 'curly' ? 'corner' : 'curly'];
  return [...text.matchAll(/[「」『』“”‘’]/g)].flatMap(({ 0: sign, index: at }) => {
    const which = other.indexOf(sign);
    const isLatin = /\p{Script=Latin}/u.test(text.charAt(at - 1)) && sign === '’';
    if (which === -1 || isLatin || isKept(at, at + 1)) return [];
    const put = SETS[kind][which] ?? sign;
    return [{ from: at, to: at + 1, edits: [{ from: at, to: at + 1, text: put }] }];
  });
}

function look(side: SideText, { setting }: PairView, check: PairCheck): Fault[] {
  const { text } = side;
  if (!ANY.test(text) || !ANY_HAN.test(text)) return [];
  const kind = kindFor(text, optionOf(setting, check, 'marks'));
  const inStraight = /["＂]/.test(text) ? straight(side, kind ?? 'curly') : [];
  const inOther = kind === null ? [] : ofOther(side, kind);
  return [...inStraight, ...inOther].sort((a, b) => a.from - b.from);
}

/** Chinese has “” and ‘’ inside, in traditional script 「」 and 『』; straight marks are none of either. */
export const quoteStyleZh: PairCheck = {
  id: 'quote.style.zh',
  severity: 'warning',
  group: 'quotes',
  fixes: 'typographic',
  options: { marks: { fallback: 'auto', allowed: ['auto', 'curly', 'corner', 'any'] } },
  scope: 'pair',
  examples: {
    invalid: [{ zh: '"你好"', en: '"Hello"' }],
    valid: [{ zh: '“你好”', en: '"Hello"' }],
  },
  run: lookAt(['zh'], look),
};
