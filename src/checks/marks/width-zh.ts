/** Half-width marks in Chinese that ought to be full-width: which they are, and what mends them. */
import { ABBREVIATIONS, NAME_CHARACTERS, WIDE_FORMS } from '../../core/drafting/normalise/marks.ts';
import { detectLanguage } from '../../core/language.ts';
import type { TextEdit } from '../../core/model.ts';
import { readBrackets } from './bracket-pairs.ts';
import {
  after,
  afterClosers,
  before,
  isHanAt,
  isSpace,
  kindAt,
  spacesAround,
} from './characters.ts';
import { without, type Fault } from './faults.ts';
import type { SideText } from './side-text.ts';

interface Place {
  readonly text: string;
  readonly at: number;
  readonly mark: string;
  /** The text is Chinese on the whole: a mark at its very end belongs to Chinese. */
  readonly isChinese: () => boolean;
}

const CHINESE = new Set(['han', 'full']);
const SOLID = new Set(['letter', 'digit']);

function isInNumber({ text, at }: Place): boolean {
  return kindAt(text, at - 1) === 'digit' && kindAt(text, at + 1) === 'digit';
}

function isLast(text: string, at: number): boolean {
  return kindAt(text, afterClosers(text, at + 1)) === 'none';
}

/** Without the space that English has after a mark, letters on both sides: `Apple,Google`. */
function isTight({ text, at }: Place): boolean {
  return kindAt(text, at - 1) === 'letter' && kindAt(text, at + 1) === 'letter';
}

/** `:P` and `:D` */
const FACE = /^ ?[:;][PDpo](?![\p{Script=Latin}\d])/u;

/** Marks that stand before another one: what they belong to, it does too. */
const FINAL = '?!？！';

/** `, ; :` */
function isWrongInner(place: Place): boolean {
  const { text, at } = place;
  if (isInNumber(place) || FACE.test(text.slice(at, at + 3))) return false;
  if (CHINESE.has(kindAt(text, before(text, at, FINAL))) || isHanAt(text, after(text, at + 1)))
    return true;
  return isWrongAfterLatin(place);
}

/** In a Chinese text: at its end, or where English would have a space. */
function isWrongAfterLatin(place: Place): boolean {
  const { text, at, mark } = place;
  if (!SOLID.has(kindAt(text, at - 1))) return false;
  return (isLast(text, at) || (isTight(place) && mark !== ':')) && place.isChinese();
}

/** `? !`; behind a Latin word the mark may be a part of the name, unless the text ends there. */
function isWrongFinal(place: Place): boolean {
  const { text, at, mark } = place;
  const left = before(text, at, FINAL);
  if (CHINESE.has(kindAt(text, left))) return true;
  if (mark === '?' && isHanAt(text, after(text, at + 1)) && !isSpace(text.charAt(at - 1)))
    return true;
  const ends = kindAt(text, afterClosers(text, at + 1, FINAL)) === 'none';
  return ends && left === at - 1 && text.charAt(at + 1) === '' && place.isChinese();
}

const LATIN_WORD = /[\p{Script=Latin}’']{2,24}$/u;
const NAME_BEFORE = new RegExp(`[${NAME_CHARACTERS}]{2}$`, 'u');
const NAME_AFTER = new RegExp(`^[${NAME_CHARACTERS}]{2}`, 'u');
const REACH = 24;

function isAbbreviation(text: string, at: number): boolean {
  const head = text.slice(Math.max(0, at - REACH), at);
  const word = LATIN_WORD.exec(head)?.[0];
  // A single letter is an initial; what a point precedes is an abbreviation with points.
  if (word === undefined) return true;
  return (
    ABBREVIATIONS.has(word.toLowerCase()) || head.charAt(head.length - word.length - 1) === '.'
  );
}

function isName(text: string, at: number): boolean {
  return (
    NAME_BEFORE.test(text.slice(Math.max(0, at - 2), at)) &&
    NAME_AFTER.test(text.slice(at + 1, at + 3))
  );
}

/** A full stop behind a number: `5.3%.`, `2026.`; that of a list's number (`3.`) stays. */
function endsNumber({ text, at }: Place): boolean {
  return /(?:\d{3}|\d[%‰℃])$/.test(text.slice(Math.max(0, at - 3), at));
}

const POINTS = '.。…⋯';

function isWrongStopAfterLatin(place: Place): boolean {
  const { text, at } = place;
  const isEnd = isLast(text, at);
  if (!isEnd && !isHanAt(text, after(text, at + 1))) return false;
  const isWord = kindAt(text, at - 1) === 'letter';
  const ends = isWord ? !isAbbreviation(text, at) : endsNumber(place) || (isEnd && isDigit(place));
  return ends && place.isChinese();
}

/** A number that is not all there is, as in the number of an item. */
function isDigit({ text, at }: Place): boolean {
  return at > 3 && kindAt(text, at - 1) === 'digit';
}

function isWrongStop(place: Place): boolean {
  const { text, at } = place;
  if (POINTS.includes(text.charAt(at + 1) || ' ') || POINTS.includes(text.charAt(at - 1) || ' ')) {
    return false;
  }
  const next = kindAt(text, at + 1);
  if (next === 'digit' || next === 'letter') return false;
  if (CHINESE.has(kindAt(text, before(text, at)))) return !isName(text, at);
  return isWrongStopAfterLatin(place);
}

const RULES: Readonly<Record<string, (place: Place) => boolean>> = {
  ',': isWrongInner,
  ';': isWrongInner,
  ':': isWrongInner,
  '?': isWrongFinal,
  '!': isWrongFinal,
  '.': isWrongStop,
};

/** The full-width mark, and no space beside it. */
function widen(text: string, at: number): readonly TextEdit[] {
  const { left, right } = spacesAround(text, at, at + 1);
  const wide = WIDE_FORMS[text.charAt(at)] ?? text.charAt(at);
  const put = { from: at, to: at + 1, text: wide };
  return [...without(left, at), put, ...without(at + 1, right)];
}

const MARK = /[,;:?!.]/g;

export function halfMarks(side: SideText): Fault[] {
  const { text, isKept } = side;
  let language: boolean | undefined;
  const isChinese = (): boolean => (language ??= detectLanguage(text) === 'zh');
  const faults: Fault[] = [];
  for (const { 0: mark, index: at } of text.matchAll(MARK)) {
    if (!RULES[mark]?.({ text, at, mark, isChinese }) || isKept(at, at + 1)) continue;
    faults.push({ from: at, to: at + 1, edits: widen(text, at) });
  }
  return faults;
}

/** For each offset the next Chinese character's. */
function nextHan(text: string): Int32Array {
  const next = new Int32Array(text.length + 1).fill(text.length);
  for (let at = text.length - 1; at >= 0; at -= 1) {
    next[at] = isHanAt(text, at) ? at : (next[at + 1] ?? text.length);
  }
  return next;
}

/** Around Chinese, or beside it; `f(x)` and `Python(3.8)` are Latin. */
function isWide(text: string, [open, close]: readonly [number, number], next: Int32Array): boolean {
  if (text.charAt(open) === '（' || text.charAt(close) === '）') return true;
  if ((next[open] ?? close) < close) return true;
  if (SOLID.has(kindAt(text, open - 1))) return false;
  return CHINESE.has(kindAt(text, before(text, open))) || isHanAt(text, after(text, close + 1));
}

export function halfBrackets(side: SideText): Fault[] {
  const { text, isKept } = side;
  const { pairs } = readBrackets(text, (at) => isKept(at, at + 1));
  const next = nextHan(text);
  return pairs
    .filter((pair) => '(（'.includes(text.charAt(pair[0])) && isWide(text, pair, next))
    .flatMap((pair) => {
      const half = pair.filter((at) => '()'.includes(text.charAt(at)));
      // Both of them half-width is a style that many papers have.
      const severity = half.length === 2 ? 'note' : 'warning';
      return half.map(
        (at) => ({ from: at, to: at + 1, edits: widen(text, at), severity }) as const,
      );
    });
}
