/** Where Han characters and Latin letters or digits meet, and what stands between them. */
import type { TextEdit } from '../../core/model.ts';
import { isHanAt, isSpace } from './characters.ts';
import { without, type Fault } from './faults.ts';
import type { SideText } from './side-text.ts';

export type Gap = 'none' | 'thin' | 'one';

export interface Boundary {
  /** The white space between the two; empty where they touch. */
  readonly from: number;
  readonly to: number;
  readonly gap: Gap;
}

const THIN = /^[\u2006-\u200a\u202f]$/;
/** Numerals that are one word with what is beside them: 第3届, 2026年, 5月, 10个. */
const COUNTED = /[年月日号时点分秒届次章节条个名位岁度%]/;
/** Signs that belong to the word beside them: in front of it, behind it. */
const BEFORE_WORD = '$€£¥@#';
const AFTER_WORD = '%‰℃°$€£¥+#@&';
const LATIN = /\p{Script=Latin}/u;

function isWord(text: string, at: number, signs: string): boolean {
  const character = text.charAt(at);
  if (character < '\u0080') return /[\dA-Za-z]/.test(character) || signs.includes(character || ' ');
  return LATIN.test(character) || signs.includes(character);
}

function gapOf(space: string): Gap {
  if (space === '') return 'none';
  return THIN.test(space) ? 'thin' : 'one';
}

function isBoundary(text: string, left: number, right: number): boolean {
  if (isHanAt(text, left)) return isWord(text, right, BEFORE_WORD);
  return isHanAt(text, right) && isWord(text, left, AFTER_WORD);
}

/** Where white space that starts at an offset ends; a no-break space is a matter of its own. */
function pastSpace(text: string, from: number): number {
  let to = from;
  while (isSpace(text.charAt(to)) && text.charAt(to) !== '\u00a0') to += 1;
  return to;
}

/** Every boundary outside of addresses and code, in reading order. */
export function boundaries({ text, isKept }: SideText): readonly Boundary[] {
  const found: Boundary[] = [];
  for (let from = 1; from < text.length; from += 1) {
    const to = pastSpace(text, from);
    if (isBoundary(text, from - 1, to) && !isKept(from - 1, to + 1)) {
      found.push({ from, to, gap: gapOf(text.slice(from, to)) });
    }
    from = to;
  }
  return found;
}

/** Whether a numeral stands there that is written together with its measure word in every style. */
function isCounted(text: string, { from, to }: Boundary): boolean {
  const [left, right] = [text.charAt(from - 1), text.charAt(to)];
  return (/\d/.test(left) && COUNTED.test(right)) || (left === '第' && /\d/.test(right));
}

const PUT: Readonly<Record<Gap, string>> = { none: '', thin: '\u2009', one: ' ' };

function edits({ from, to }: Boundary, wanted: Gap): readonly TextEdit[] {
  if (wanted === 'none') return without(from, to);
  if (from === to) return [{ from, to, text: PUT[wanted] }];
  return [{ from, to: from + 1, text: PUT[wanted] }, ...without(from + 1, to)];
}

/** Boundaries that are not as they are wanted. */
export function wrongGaps(side: SideText, all: readonly Boundary[], wanted: Gap): Fault[] {
  const { text } = side;
  return all
    .filter((place) => place.gap !== wanted && !(wanted !== 'none' && isCounted(text, place)))
    .map((place) => ({
      from: place.from,
      to: place.to,
      shown: text.slice(Math.max(0, place.from - 1), place.to + 1),
      edits: edits(place, wanted),
    }));
}

/** How many boundaries of each kind there are. */
export function countGaps(text: string, all: readonly Boundary[]): Record<Gap, number> {
  const count: Record<Gap, number> = { none: 0, thin: 0, one: 0 };
  for (const place of all)
    if (!isCounted(text, place) || place.gap !== 'none') count[place.gap] += 1;
  return count;
}

/** The gap that most boundaries have, the narrower one where as many have each; null: they all agree, or there are none. */
export function majority(count: Readonly<Record<Gap, number>>): Gap | null {
  const used = (['none', 'thin', 'one'] as const).filter((gap) => count[gap] > 0);
  if (used.length < 2) return null;
  return used.reduce((best, gap) => (count[gap] > count[best] ? gap : best));
}
