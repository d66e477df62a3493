/** Numbers of a text as values, so that 3.5万 and 35,000 are the same. */
import type { Lang } from '../model.ts';
import { CHINESE } from './zh.ts';
import { ENGLISH } from './en.ts';
import type { Numerals, NumeralWord } from './numeral.ts';

export interface NumberFound {
  /** With its multipliers; money, shares and degrees are numbers like others. */
  readonly value: number;
  /** The first figures alone: 3.5 of 3.5万. */
  readonly figures: number;
  /** As it stands in the text. */
  readonly text: string;
  /** Written in Arabic figures. */
  readonly arabic: boolean;
  /** What follows in the text, at most a few characters. */
  readonly after: string;
}

const NUMERALS: Readonly<Record<Lang, Numerals>> = { zh: CHINESE, en: ENGLISH };

interface Sum {
  /** What larger multipliers have closed. */
  total: number;
  /** Figures and small multipliers since then. */
  part: number;
  /** The figure that waits for its multiplier. */
  figure: number | null;
  lastLarge: boolean;
}

function addFigure(sum: Sum, value: number): void {
  // twenty-one: two figures, the second in the ones of the first.
  sum.part += sum.figure ?? 0;
  sum.figure = value;
  sum.lastLarge = false;
}

function multiply(sum: Sum, by: number, large: number): void {
  if (by < large) {
    sum.part += (sum.figure ?? 1) * by;
  } else if (sum.lastLarge && sum.part === 0 && sum.figure === null) {
    // 万亿
    sum.total *= by;
  } else {
    const part = sum.part + (sum.figure ?? 0);
    sum.total += (part === 0 ? 1 : part) * by;
    sum.part = 0;
  }
  sum.figure = null;
  sum.lastLarge = by >= large;
}

type Piece = NumeralWord | { readonly kind: 'point' };

function pieceOf(text: string, { words }: Numerals): Piece | null {
  if (text === '点' || text === '點') return { kind: 'point' };
  if (/^\d/.test(text)) return { kind: 'figure', value: Number(text.replaceAll(',', '')) };
  return words[text.toLowerCase()] ?? null;
}

/** 二〇二〇: figures that are read one by one; null for any others. */
function digitString(pieces: readonly Piece[]): number | null {
  const digits = pieces.map((piece) => (piece.kind === 'figure' ? piece.value : NaN));
  const isString = digits.length > 2 && digits.every((digit) => digit < 10);
  return isString ? Number(digits.join('')) : null;
}

function sumOf(pieces: readonly Piece[], large: number): number {
  const sum: Sum = { total: 0, part: 0, figure: null, lastLarge: false };
  for (const piece of pieces) {
    if (piece.kind === 'figure') addFigure(sum, piece.value);
    if (piece.kind === 'times') multiply(sum, piece.value, large);
  }
  return sum.total + sum.part + (sum.figure ?? 0);
}

/** 一点五亿: what stands behind the point, then what all of it is multiplied by. */
function withFraction(whole: number, pieces: readonly Piece[]): number {
  const digits = pieces.flatMap((piece) => (piece.kind === 'figure' ? [piece.value] : []));
  const factors = pieces.flatMap((piece) => (piece.kind === 'times' ? [piece.value] : []));
  return factors.reduce((value, by) => value * by, whole + Number(`0.${digits.join('')}`));
}

function valueOf(pieces: readonly Piece[], { digitByDigit, large }: Numerals): number {
  const point = pieces.findIndex(({ kind }) => kind === 'point');
  const whole = point === -1 ? pieces : pieces.slice(0, point);
  const digits = digitByDigit ? digitString(whole) : null;
  const value = digits ?? sumOf(whole, large);
  return point === -1 ? value : withFraction(value, pieces.slice(point));
}

function read(found: RegExpExecArray, numerals: Numerals): NumberFound {
  const [text] = found;
  const pieces = (text.match(numerals.piece) ?? []).flatMap((piece) => {
    const read = pieceOf(piece, numerals);
    return read === null ? [] : [read];
  });
  const first = pieces.find(({ kind }) => kind === 'figure');
  const end = found.index + text.length;
  return {
    // Rounded, so that 3.3 × 1000 is 3300.
    value: Number(valueOf(pieces, numerals).toPrecision(12)),
    figures: first?.kind === 'figure' ? first.value : 1,
    text,
    arabic: /\d/.test(text),
    after: found.input.slice(end, end + 8),
  };
}

function datesIn(text: string, { dates }: Numerals): NumberFound[] {
  return (text.match(/\p{Lu}[\p{L}]{2,8}/gu) ?? []).flatMap((word) => {
    const value = dates[word.toLowerCase()];
    return value === undefined
      ? []
      : [{ value, figures: value, text: word, arabic: false, after: '' }];
  });
}

/** All numbers of a plain text. */
export function numbersIn(text: string, lang: Lang): NumberFound[] {
  const folded = text.normalize('NFKC');
  const numerals = NUMERALS[lang];
  const found = [...folded.matchAll(numerals.number)].map((match) => read(match, numerals));
  return [...found, ...datesIn(folded, numerals)];
}
