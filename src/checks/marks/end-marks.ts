/** How a text ends, by the class of its mark: what a Chinese and an English mark have in common. */
import { isSpace, OBJECT } from './characters.ts';

export type EndMark =
  'none' | 'stop' | 'question' | 'exclamation' | 'ellipsis' | 'colon' | 'semicolon';

const CLASSES: Readonly<Record<string, EndMark>> = {
  '.': 'stop',
  '。': 'stop',
  '｡': 'stop',
  '?': 'question',
  '？': 'question',
  '!': 'exclamation',
  '！': 'exclamation',
  '…': 'ellipsis',
  '⋯': 'ellipsis',
  ':': 'colon',
  '：': 'colon',
  ';': 'semicolon',
  '；': 'semicolon',
};

const CLOSERS = '“”‘’"\'」』）)》〉】〕]»*_';
const OPENING: Readonly<Record<string, string>> = { '）': '（', ')': '(', '】': '【', ']': '[' };
/** So long may what stands in brackets at the end be: a source, a name. */
const REACH = 60;

export interface End {
  /** All marks that can be taken for the last one: inside and outside of closing quotes and brackets. */
  readonly marks: ReadonlySet<EndMark>;
  /** Where the last one stands, or what stands in its place. */
  readonly at: number;
}

/** Before the bracket that a closing one at an offset belongs to; -1 where it is too far. */
function beforeBracket(text: string, at: number): number {
  const open = OPENING[text.charAt(at)];
  if (open === undefined) return -1;
  const from = text.lastIndexOf(open, at);
  return from !== -1 && at - from <= REACH ? from - 1 : -1;
}

const POINTS = '.。';

function runStart(text: string, at: number): number {
  const sign = text.charAt(at);
  let from = at;
  while (text.charAt(from - 1) === sign) from -= 1;
  return from;
}

/** Past the marks of one end: `？！`, `……`. */
function collect(text: string, from: number, marks: Set<EndMark>): number {
  let at = from;
  for (let sign = text.charAt(at); CLASSES[sign] !== undefined; sign = text.charAt(at)) {
    const start = runStart(text, at);
    const isEllipsis = POINTS.includes(sign) && at > start;
    marks.add(isEllipsis ? 'ellipsis' : (CLASSES[sign] ?? 'none'));
    at = start - 1;
  }
  return at;
}

function skipBack(text: string, from: number, over: (sign: string) => boolean): number {
  let at = from;
  while (at >= 0 && over(text.charAt(at))) at -= 1;
  return at;
}

/** Reads a text's end, seen through closing quotes and brackets, notes and white space. */
export function endOf(text: string): End {
  const isBlank = (sign: string): boolean => isSpace(sign) || sign === '\n' || sign === OBJECT;
  const last = skipBack(text, text.length - 1, isBlank);
  const marks = new Set<EndMark>();
  let at = collect(text, last, marks);
  const bracket = beforeBracket(text, at);
  if (bracket !== -1)
    collect(
      text,
      skipBack(text, bracket, (sign) => isBlank(sign) || CLOSERS.includes(sign)),
      marks,
    );
  at = skipBack(text, at, (sign) => isBlank(sign) || CLOSERS.includes(sign));
  collect(text, at, marks);
  return { marks: marks.size === 0 ? new Set(['none']) : marks, at: Math.max(0, last) };
}
