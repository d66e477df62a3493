/** English shares and multiples: half, two-thirds, one in five, 5 percent, doubled, three times. */
import {
  at,
  group,
  quantity,
  type Found,
  type Quantity,
  type QuantityKind,
  type Rule,
} from '../quantity.ts';
import { unitAround } from './context.ts';
import { readWords } from './numeral.ts';
import { alternatives, MULTIPLES, ONES, PARTS, SCALES } from './words.ts';

const PART = alternatives(PARTS.keys());
const FRACTION = new RegExp(
  `(?:(${alternatives(ONES.keys())}|\\d{1,2})[- ](${PART})s?|(half|halves|quarter|quarters))\\b(?!-?finals?)`,
  'iy',
);
const HALF_SCALE = new RegExp(
  `half[ -](?:an? |of an? )?(${alternatives(SCALES.keys())}|hundred|dozen|century|decade|year|month|hour|day|mile|ton|kilometer|meter|metre|kilo|pound)\\b`,
  'iy',
);
const ARTICLE =
  /\b(?:a|an|one|per|last|this|the|each|every|first|second|third|fourth|fiscal|previous|next) $/i;

function soft(
  text: string,
  kind: QuantityKind,
  [value, from, to]: readonly [number, number, number],
): Quantity {
  return quantity(text, { kind, value, hard: false, from, to });
}

const OF_HALF: Readonly<Record<string, readonly [number, string?]>> = {
  hundred: [50],
  dozen: [6],
  century: [50, 'year'],
  decade: [5, 'year'],
  year: [0.5, 'year'],
  month: [0.5, 'month'],
  hour: [0.5, 'h'],
  day: [0.5, 'day'],
  mile: [0.5, 'mi'],
  ton: [0.5, 't'],
  kilometer: [0.5, 'km'],
  meter: [0.5, 'm'],
  metre: [0.5, 'm'],
  kilo: [0.5, 'kg'],
  pound: [0.5, 'pound'],
};

function halfWorth(word: string): readonly [number, string?] {
  return OF_HALF[word] ?? [(SCALES.get(word) ?? 1) / 2];
}

/** half a million, half an hour */
export const halfScale: Rule = (text, index) => {
  const match = at(HALF_SCALE, text, index);
  if (match === null) return null;
  const end = index + match[0].length;
  const [value, own] = halfWorth(group(match, 1).toLowerCase());
  const around = own === undefined ? unitAround(text, index, end) : null;
  const to = Math.max(end, around?.span.to ?? 0);
  const item = { ...soft(text, 'number', [value, index, to]), unit: own ?? around?.unit };
  return { items: [item], end: to };
};

function partValue(word: string): number {
  return PARTS.get(word) ?? PARTS.get(word.replace(/s$/, '')) ?? 1;
}

/** one fourth may be the fourth of several: a share only with “of”. */
function isOrdinal(upper: number, parts: number, behind: string): boolean {
  return upper === 0 || (upper === 1 && parts === 4 && behind !== ' of');
}

/** half, two-thirds, three quarters; a quarter may be of a year as well. */
export const fraction: Rule = (text, index) => {
  const match = at(FRACTION, text, index);
  if (match === null) return null;
  const to = index + match[0].length;
  const lone = group(match, 3).toLowerCase();
  if (lone !== '') return loneFraction(text, [index, to], lone);
  const word = group(match, 1).toLowerCase();
  const parts = partValue(group(match, 2).toLowerCase());
  const upper = ONES.get(word) ?? Number(word);
  if (isOrdinal(upper, parts, text.slice(to, to + 3))) return null;
  const item = soft(text, 'fraction', [upper / parts, index, to]);
  return { items: [{ ...item, also: [upper], hard: upper > 1 }], end: to };
};

function loneFraction(text: string, [from, to]: readonly [number, number], word: string): Found {
  const half = word.startsWith('hal');
  const before = text.slice(Math.max(0, from - 8), from);
  if (!half && !ARTICLE.test(before)) return { items: [], end: to };
  return { items: [soft(text, 'fraction', [half ? 0.5 : 0.25, from, to])], end: to };
}

/** a third of: no ordinal but a share. */
const SHARE_BEHIND = /(?= of\b| (?:more|less|higher|lower|fewer)\b)/y;

export function isShareOrdinal(text: string, from: number, to: number): boolean {
  return (
    /\ba $|\bby a $/i.test(text.slice(Math.max(0, from - 6), from)) &&
    at(SHARE_BEHIND, text, to) !== null
  );
}

const ONE_IN = /(?:one|1) (?:in|out of) (?:every )?(?=[\da-z])/iy;
const COUNT = /\d{1,5}\b/y;

function countAt(
  text: string,
  from: number,
): { readonly value: number; readonly end: number } | null {
  const figures = at(COUNT, text, from);
  if (figures === null) return readWords(text, from);
  return { value: Number(figures[0]), end: from + figures[0].length };
}

const MOST_PARTS = 1e5;

/** one in five, 1 in 10 */
export const oneIn: Rule = (text, index) => {
  const match = at(ONE_IN, text, index);
  const count = match === null ? null : countAt(text, index + match[0].length);
  if (count === null || count.value < 2 || count.value > MOST_PARTS) return null;
  const { value, end } = count;
  if (/^ ?\d/.test(text.slice(end, end + 2))) return null;
  return { items: [{ ...soft(text, 'fraction', [1 / value, index, end]), also: [value] }], end };
};

const MULTIPLE = new RegExp(`(${alternatives(MULTIPLES.keys())})\\b`, 'iy');
const ONCE_TWICE = /(?:(twice)|(thrice))\b/iy;

/** doubled, threefold, twice */
export const multiple: Rule = (text, index) => {
  const match = at(MULTIPLE, text, index);
  if (match !== null) {
    const value = MULTIPLES.get((match[1] ?? '').toLowerCase()) ?? 1;
    const to = index + match[0].length;
    return { items: [soft(text, 'multiple', [value, index, to])], end: to };
  }
  const often = at(ONCE_TWICE, text, index);
  if (often === null) return null;
  const to = index + often[0].length;
  return { items: [soft(text, 'multiple', [often[1] === undefined ? 3 : 2, index, to])], end: to };
};

const PERCENT = /[ -]?(?:%|percent\b|per cent\b|pct\b)/iy;
const POINT = /[ -]?(?:(?:percentage|percent|per cent|%)[ -]points?\b|ppts?\b|pps?\b|p\.p\.)/iy;
const PER_MILLE = / ?(?:‰|per mille\b)/iy;
const BASIS = /[ -]?(?:basis[ -]points?|bps?)\b/iy;
const TIMES = /[ -]?(?:times\b|[x×](?![\w]| ?\d)|fold\b)/iy;

interface Shared {
  readonly kind: QuantityKind;
  readonly by: number;
  readonly to: number;
}

const SHARES: readonly (readonly [RegExp, QuantityKind, number])[] = [
  [POINT, 'point', 1],
  [PERCENT, 'percent', 1],
  [BASIS, 'point', 0.01],
  [PER_MILLE, 'percent', 0.1],
  [TIMES, 'multiple', 1],
];

/** What a numeral that ends at `end` is a share or multiple of. */
export function shareBehind(text: string, end: number): Shared | null {
  for (const [regex, kind, by] of SHARES) {
    const match = at(regex, text, end);
    if (match !== null) return { kind, by, to: match.index + match[0].length };
  }
  return null;
}
