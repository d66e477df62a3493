/** Reads a run of terminators with the marks that close after it: `？！”`, `.”)`, `. . .`, `。）`. */
import {
  CLOSERS,
  CLOSERS_AFTER_SPACE,
  ELLIPSIS,
  isOneOf,
  isSpace,
  matchAt,
  pointAt,
  skipSpace,
  STRAIGHT,
  STRONG,
  TERMINATORS,
} from './characters.ts';

export type StopKind = 'strong' | 'ellipsis' | 'full-stop';

export interface Stop {
  readonly from: number;
  readonly to: number;
  /** Of the last run of terminators: in `。”。` the one outside. */
  readonly kind: StopKind;
  /** The last run of terminators itself. */
  readonly marks: string;
  /** Something was closed after the last terminator. */
  readonly closed: boolean;
}

/** `. . .` with single spaces. */
const SPACED_DOTS = /\.(?: \.){2,}/uy;
/** `word. . . . Next`: the first is the stop, the others an ellipsis that opens the next sentence. */
const STOP_BEFORE_ELLIPSIS = /(?<=[\p{L}\p{N}])\.(?= \. \. \. \p{Lu})/uy;
/** A reference such as `[12]` or `¹²` after a stop belongs to the sentence before it. */
const REFERENCE = /\[\d{1,3}\]|[⁰¹²³⁴-⁹]{1,3}/uy;
const ELLIPSIS_RUN = /[…⋯]+(?:\s[…⋯]+)*/uy;
const UNDIRECTED = `${STRAIGHT}’`;
const AFTER_STRAIGHT = /[\s\p{P}]|$/uy;
const AFTER_APOSTROPHE = /[\s\p{P}\p{Script=Han}]|$/uy;

/** Reads the stop at `from`. `closers` holds the offsets known to close something that is open. */
export function readStop(text: string, from: number, closers: ReadonlySet<number>): Stop {
  let at = from;
  let marks = '';
  let closed = false;
  for (;;) {
    const run = terminators(text, at, marks);
    if (run !== '') {
      marks = closed ? run : marks + run;
      closed = false;
      at += run.length;
      continue;
    }
    const to = pastCloser(text, at, closers);
    if (to === at) break;
    closed = true;
    at = to;
  }
  return { from, to: at, kind: kindOf(marks), marks, closed };
}

/** Past the marks at `at` that close something. */
export function pastClosers(text: string, at: number, closers: ReadonlySet<number>): number {
  let to = at;
  for (let next = pastCloser(text, to, closers); next > to; next = pastCloser(text, to, closers)) {
    to = next;
  }
  return to;
}

function terminators(text: string, at: number, before: string): string {
  const char = text.charAt(at);
  if (!isOneOf(TERMINATORS, char)) return '';
  if (isOneOf(ELLIPSIS, char)) return ellipsis(text, at, before);
  return matchAt(STOP_BEFORE_ELLIPSIS, text, at) ?? matchAt(SPACED_DOTS, text, at) ?? char;
}

/** 。…… before a word: the ellipsis opens the next sentence. */
function ellipsis(text: string, at: number, before: string): string {
  const run = matchAt(ELLIPSIS_RUN, text, at) ?? '';
  const after = pointAt(text, at + run.length);
  return isOneOf(STRONG, before.charAt(before.length - 1)) && /[\p{L}\p{N}]/u.test(after)
    ? ''
    : run;
}

function pastCloser(text: string, at: number, closers: ReadonlySet<number>): number {
  const char = text.charAt(at);
  if (closers.has(at) || isOneOf(CLOSERS, char)) return at + 1;
  if (isSpace(char)) return pastSpacedCloser(text, at, closers);
  const reference = matchAt(REFERENCE, text, at);
  if (reference !== null) return at + reference.length;
  return isOneOf(UNDIRECTED, char) ? pastUndirected(text, at) : at;
}

/** Scraped text: `word. ” Next`; a straight mark with spaces on both sides closes too. */
function pastSpacedCloser(text: string, at: number, closers: ReadonlySet<number>): number {
  const next = skipSpace(text, at);
  if (closers.has(next) || isOneOf(CLOSERS_AFTER_SPACE, text.charAt(next))) return next + 1;
  const after = text.charAt(next + 1);
  const isLoose = isOneOf(STRAIGHT, text.charAt(next)) && (after === '' || isSpace(after));
  return isLoose ? next + 1 : at;
}

/** A straight mark before a letter opens; `’` before a Latin letter is an apostrophe (`Jr.’s`). */
function pastUndirected(text: string, at: number): number {
  const after = text.charAt(at) === '’' ? AFTER_APOSTROPHE : AFTER_STRAIGHT;
  return matchAt(after, text, at + 1) === null ? at : at + 1;
}

function kindOf(marks: string): StopKind {
  for (const mark of marks) if (isOneOf(STRONG, mark)) return 'strong';
  return marks === '.' || marks === '．' ? 'full-stop' : 'ellipsis';
}
