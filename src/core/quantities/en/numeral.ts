/** English numerals: 3.5 million, $2bn, two hundred and five, a million and a half, dozens. */
import { at, settle } from '../quantity.ts';
import { alternatives, LOOSE, ONES, ORDINALS, SCALES, TEENS, TENS } from './words.ts';

export interface EnNumeral {
  readonly end: number;
  readonly value: number;
  readonly figures: boolean;
  readonly ordinal: boolean;
  /** Dozens, hundreds of thousands: the magnitude alone. */
  readonly vague: boolean;
  /** A scale without a figure before it: million in “a million”. */
  readonly lone: boolean;
}

/** 15,0 and 1,2000 are no lists but slips: all their figures are of one number. */
const FIGURES =
  /\d{1,3}(?:,\d{3})+(?!,?\d)(?:\.\d+)?|\d{1,3}(?:,\d{3})*,\d{4,9}(?!,?\d)|\d+(?:,\d{3})*,0{1,2}(?![.,]?\d)|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/y;
/** A note's digits may stand at the figures: 12³ million. */
const SCALE = new RegExp(
  `[⁰¹²³⁴-⁹]{0,3}[ -]?(?:(${alternatives(SCALES.keys())}|hundred|dozen)\\b)`,
  'iy',
);
const LETTER = /([kmb])(?![\w²³/])/iy;
const LETTERS: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9 };
const AND_A_HALF = /[ -]and[ -](?:a|one)[ -]half\b/iy;
const HALF_SIGN = /½/y;
const SMALL: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['dozen', 12],
]);

function scaleValue(word: string): number {
  return SCALES.get(word) ?? SMALL.get(word) ?? 1;
}

interface Scaled {
  value: number;
  end: number;
}

/** 3 million, 5 hundred thousand; twice a scale at most. */
function scales(text: string, from: Scaled): Scaled {
  const state = { ...from };
  for (let times = 0; times < 2; times += 1) {
    const match = at(SCALE, text, state.end);
    if (match === null) break;
    state.value *= scaleValue((match[1] ?? '').toLowerCase());
    state.end = match.index + match[0].length;
  }
  return state;
}

function withHalfSign(text: string, from: Scaled): Scaled {
  const half = at(HALF_SIGN, text, from.end) ?? at(AND_A_HALF, text, from.end);
  return half === null ? from : { value: from.value + 0.5, end: from.end + half[0].length };
}

function withLetter(text: string, from: Scaled, money: boolean): Scaled {
  const letter = at(LETTER, text, from.end)?.[1]?.toLowerCase();
  if (letter === undefined || !(money || letter === 'k')) return from;
  return { value: from.value * (LETTERS[letter] ?? 1), end: from.end + 1 };
}

/** `money`: behind a currency sign m is million; elsewhere it may be metres. */
export function readFigures(text: string, start: number, money: boolean): EnNumeral | null {
  const match = at(FIGURES, text, start);
  if (match === null) return null;
  const figures = { value: Number(match[0].replaceAll(',', '')), end: start + match[0].length };
  const scaled = scales(text, withLetter(text, withHalfSign(text, figures), money));
  return { ...scaled, value: settle(scaled.value), figures: true, ...PLAIN };
}

const PLAIN = { ordinal: false, vague: false, lone: false };

const WORD = new RegExp(
  `(?:${alternatives([...ONES.keys(), ...TEENS.keys(), ...TENS.keys(), ...SCALES.keys(), ...ORDINALS.keys(), ...LOOSE.keys(), 'hundred', 'dozen'])})\\b`,
  'iy',
);
const JOINT = /[ -](and )?(?:a )?/y;

type Class = 'ones' | 'teens' | 'tens' | 'hundred' | 'scale';

interface Sum {
  total: number;
  current: number;
  previous: Class | 'start' | 'and';
  lastScale: number;
}

function classOf(word: string): readonly [Class, number] | null {
  const one = ONES.get(word);
  if (one !== undefined) return ['ones', one];
  const teen = TEENS.get(word);
  if (teen !== undefined) return ['teens', teen];
  const ten = TENS.get(word);
  if (ten !== undefined) return ['tens', ten];
  if (SMALL.has(word)) return ['hundred', scaleValue(word)];
  return SCALES.has(word) ? ['scale', scaleValue(word)] : null;
}

const MAY_FOLLOW: Readonly<Record<Class, readonly Sum['previous'][]>> = {
  ones: ['start', 'and', 'tens', 'hundred', 'scale'],
  teens: ['start', 'and', 'hundred', 'scale'],
  tens: ['start', 'and', 'hundred', 'scale'],
  hundred: ['start', 'ones', 'teens', 'tens'],
  scale: ['start', 'ones', 'teens', 'tens', 'hundred'],
};

function add(sum: Sum, kind: Class, value: number): boolean {
  if (!MAY_FOLLOW[kind].includes(sum.previous)) return false;
  if (kind === 'scale') {
    if (value >= sum.lastScale) return false;
    sum.total += (sum.current === 0 ? 1 : sum.current) * value;
    sum.current = 0;
    sum.lastScale = value;
  } else if (kind === 'hundred') {
    sum.current = (sum.current === 0 ? 1 : sum.current) * value;
  } else {
    sum.current += value;
  }
  sum.previous = kind;
  return true;
}

/** nineteen eighty-four, twenty twenty-six */
function isYearPair(sum: Sum, kind: Class): boolean {
  const century = sum.total === 0 && sum.current >= 17 && sum.current <= 20;
  return century && (kind === 'tens' || kind === 'teens') && sum.previous !== 'and';
}

interface Words {
  readonly text: string;
  end: number;
  readonly sum: Sum;
  ordinal: boolean;
  vague: boolean;
}

const BEFORE_ORDINAL: readonly Sum['previous'][] = ['start', 'and', 'hundred'];

/** twenty-first, two hundredth; “two thirds” is a share and was read before. Nothing follows an ordinal. */
function takeOrdinal(words: Words, word: string, end: number): false {
  const value = ORDINALS.get(word);
  if (value === undefined) return false;
  const { previous, current } = words.sum;
  const scale = value >= 100 && current > 0;
  const ones = previous === 'tens' && value < 10;
  if (!scale && !ones && !BEFORE_ORDINAL.includes(previous)) return false;
  words.sum.current = scale ? current * value : current + value;
  words.ordinal = true;
  words.end = end;
  return false;
}

function takeLoose(words: Words, word: string, end: number): boolean {
  const value = LOOSE.get(word);
  const { previous, total, current } = words.sum;
  if (value === undefined) return false;
  if (previous !== 'start' && value < 100) return false;
  words.sum.total = (total + current === 0 ? 1 : total + current) * value;
  words.sum.current = 0;
  words.vague = previous === 'start' || words.vague;
  words.end = end;
  const of = at(/ of(?= (?:hundreds|thousands|millions|billions)\b)/iy, words.text, end);
  if (of === null) return false;
  words.end = end + of[0].length;
  words.sum.previous = 'hundred';
  return true;
}

function takeWord(words: Words, from: number): boolean {
  const match = at(WORD, words.text, from);
  if (match === null) return false;
  const word = match[0].toLowerCase();
  const end = from + word.length;
  const known = classOf(word);
  if (known === null) return takeLoose(words, word, end) || takeOrdinal(words, word, end);
  const { sum } = words;
  if (isYearPair(sum, known[0])) {
    sum.current *= 100;
    sum.previous = 'hundred';
  }
  if (!add(sum, ...known)) return false;
  words.end = end;
  return true;
}

function takeNext(words: Words): boolean {
  const joint = at(JOINT, words.text, words.end);
  if (joint === null) return false;
  const { sum } = words;
  const before = sum.previous;
  const and = joint[1] !== undefined;
  // “two and three” are two numbers; “two hundred and three” is one.
  if (and && before !== 'hundred' && before !== 'scale') return false;
  if (and) sum.previous = 'and';
  const taken = takeWord(words, joint.index + joint[0].length);
  if (!taken && !words.ordinal) sum.previous = before;
  return taken;
}

function withHalf(words: Words): void {
  const half = at(AND_A_HALF, words.text, words.end);
  if (half === null || words.ordinal) return;
  const { sum } = words;
  if (sum.previous === 'scale') sum.total += sum.lastScale / 2;
  else sum.current += 0.5;
  words.end += half[0].length;
  const scaled = scales(words.text, { value: sum.total + sum.current, end: words.end });
  sum.total = scaled.value;
  sum.current = 0;
  words.end = scaled.end;
}

/** Numbers in words. */
export function readWords(text: string, start: number): EnNumeral | null {
  const sum: Sum = { total: 0, current: 0, previous: 'start', lastScale: Infinity };
  const words: Words = { text, end: start, sum, ordinal: false, vague: false };
  let going = takeWord(words, start);
  while (going) going = takeNext(words);
  if (words.end === start) return null;
  withHalf(words);
  const first = at(WORD, text, start)?.[0].toLowerCase() ?? '';
  return {
    end: words.end,
    value: settle(sum.total + sum.current),
    figures: false,
    ordinal: words.ordinal,
    vague: words.vague,
    lone: SCALES.has(first) || SMALL.has(first),
  };
}
