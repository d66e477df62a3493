/**
 * One form for the ways in which the same text may be written, so that a search finds them all: width and
 * compatibility forms (NFKC), case, curly quotes, white space. A folded text still knows where each of its
 * characters stood.
 */
import type { Span } from './model.ts';

export interface FoldOptions {
  /** Capitals stay capitals. */
  readonly keepCase?: boolean;
  /** What becomes of a run of white space: one space (the default), or nothing. */
  readonly space?: 'one' | 'none';
  /** Punctuation is left out. */
  readonly noMarks?: boolean;
  /** A folding of one's own, such as Traditional to Simplified, done last. It maps character by character. */
  readonly also?: (text: string) => string;
}

export interface FoldedText {
  readonly text: string;
  /** The place `[from, to)` of the folded text in the text as it was given; all in UTF-16 units. */
  span(from: number, to: number): Span;
}

/** Texts of these characters only are folded one unit to one unit. */
const ONE_TO_ONE =
  /^[\u0000-\u007f\u00b7\u2013\u2014\u2018\u2019\u201c\u201d\u3000-\u3020\u3400-\u9fff\uff01-\uff5d]*$/;
/** A character with what is combined with it: what NFKC puts together. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;
const MARK = /[\p{P}\p{S}]/gu;

const ASCII = /^[\u0000-\u007f]*$/;

function foldWide(text: string): string {
  return text.normalize('NFKC').replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
}

function foldCharacters(text: string, { keepCase, also }: FoldOptions): string {
  const wide = ASCII.test(text) ? text : foldWide(text);
  const cased = keepCase === true ? wide : wide.toLowerCase();
  return also === undefined ? cased : also(cased);
}

/** The text alone, for a text whose places nobody asks for. */
export function fold(text: string, options: FoldOptions = {}): string {
  const folded = foldCharacters(text, options);
  const words = options.noMarks === true ? folded.replace(MARK, ' ') : folded;
  return words.replace(/\s+/gu, options.space === 'none' ? '' : ' ');
}

interface Unit {
  readonly text: string;
  /** Where it comes from in the text as given. */
  readonly from: number;
  readonly to: number;
}

/** The folded units of a text, a piece of the original each. */
function unitsOf(text: string, options: FoldOptions): Unit[] {
  if (ONE_TO_ONE.test(text)) {
    const folded = foldCharacters(text, options);
    if (folded.length === text.length) {
      return folded.split('').map((unit, at) => ({ text: unit, from: at, to: at + 1 }));
    }
  }
  return [...text.matchAll(CLUSTER)].flatMap(({ 0: cluster, index }) => {
    const to = index + cluster.length;
    const folded = foldCharacters(cluster, options);
    return folded.split('').map((unit) => ({ text: unit, from: index, to }));
  });
}

/** White space as the options want it, over the units: a run takes the place of all of its units. */
function spaced(units: readonly Unit[], { space, noMarks }: FoldOptions): Unit[] {
  const kept: Unit[] = [];
  for (const unit of units) {
    const isGap = /\s/u.test(unit.text) || (noMarks === true && isMark(unit.text));
    if (!isGap) kept.push(unit);
    else if (space !== 'none' && kept.at(-1)?.text !== ' ') kept.push({ ...unit, text: ' ' });
  }
  return kept;
}

function isMark(text: string): boolean {
  return text.search(MARK) !== -1;
}

/** Folds a text for search; what is found in it can be marked in the text as it was given. */
export function foldText(text: string, options: FoldOptions = {}): FoldedText {
  const units = spaced(unitsOf(text, options), options);
  return {
    text: units.map((unit) => unit.text).join(''),
    span: (from, to) => ({
      from: units[from]?.from ?? text.length,
      to: to > from ? (units[to - 1]?.to ?? text.length) : (units[from]?.from ?? text.length),
    }),
  };
}
