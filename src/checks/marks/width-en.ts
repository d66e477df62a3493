/** Full-width marks in English: which they are, and what mends them. */
import type { TextEdit } from '../../core/model.ts';
import { readBrackets } from './bracket-pairs.ts';
import { isHanAt, isSpace, kindAt, spacesAround } from './characters.ts';
import { without, type Fault } from './faults.ts';
import type { SideText } from './side-text.ts';

const NARROW: Readonly<Record<string, string>> = {
  '，': ',',
  '、': ',',
  '。': '.',
  '．': '.',
  '；': ';',
  '：': ':',
  '？': '?',
  '！': '!',
  '％': '%',
  '＆': '&',
  '／': '/',
};

const MARK = /[，、。．；：？！％＆／]/g;
const CLOSERS = '”’"\')）】』」》';
const REACH = 8;

/** What a mark stands behind, seen through spaces, marks and what closes. */
function ownerAt(text: string, at: number): number {
  let here = at - 1;
  for (let steps = 0; steps < REACH; steps += 1) {
    const character = text.charAt(here);
    if (character === '') break;
    if (!isSpace(character) && !CLOSERS.includes(character) && NARROW[character] === undefined)
      break;
    here -= 1;
  }
  return here;
}

/** A mark belongs to what stands before it: behind Chinese it is part of a quotation or a gloss. */
function isInChinese(text: string, at: number): boolean {
  return isHanAt(text, ownerAt(text, at));
}

const WORD = /(?!\p{Script=Han})[\p{L}\d([{“‘（《【\ufffc]/u;

/** The space that English has after such a mark, before a word, a bracket or a quotation. */
function needsSpace(text: string, at: number, mark: string): boolean {
  if (!',.;:?!'.includes(mark)) return false;
  if (kindAt(text, at + 1) === 'digit' && kindAt(text, at - 1) === 'digit') {
    // 1，200 and 10：30 and 3。5 are numbers.
    return mark === ',' ? !/^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5)) : !':.'.includes(mark);
  }
  return WORD.test(text.charAt(at + 1));
}

function narrow(text: string, at: number): readonly TextEdit[] {
  const mark = NARROW[text.charAt(at)] ?? '';
  const { left } = spacesAround(text, at, at + 1);
  // The point of an abbreviation is the stop too.
  const isThere = mark === '.' && text.charAt(at - 1) === '.';
  const put = { from: at, to: at + 1, text: isThere ? '' : mark };
  const space = needsSpace(text, at, mark) ? [{ from: at + 1, to: at + 1, text: ' ' }] : [];
  return [...(mark === '&' || mark === '/' ? [] : without(left, at)), put, ...space];
}

export function fullMarks({ text, isKept }: SideText): Fault[] {
  return [...text.matchAll(MARK)]
    .filter(({ index }) => !isInChinese(text, index) && !isKept(index, index + 1))
    .map(({ index }) => ({ from: index, to: index + 1, edits: narrow(text, index) }));
}

const NARROW_BRACKETS: Readonly<Record<string, string>> = {
  '（': '(',
  '）': ')',
  '［': '[',
  '］': ']',
  '｛': '{',
  '｝': '}',
  '【': '[',
  '】': ']',
  '〔': '[',
  '〕': ']',
};

const OPENING = '（［｛【〔';
/** Behind these a bracket follows with a space, before those it is followed by one. */
const WORD_BEFORE = /[\p{L}\p{N}.,;:?!%’”"')\]，。；：？！）】\ufffc]/u;
const WORD_AFTER = /[\p{L}\p{N}“‘([（【\ufffc]/u;

function bracketEdits(text: string, at: number): readonly TextEdit[] {
  const sign = text.charAt(at);
  const put = { from: at, to: at + 1, text: NARROW_BRACKETS[sign] ?? sign };
  const { left, right } = spacesAround(text, at, at + 1);
  if (OPENING.includes(sign)) {
    const space = left === at && WORD_BEFORE.test(text.charAt(at - 1));
    const insert = space ? [{ from: at, to: at, text: ' ' }] : [];
    return [...insert, put, ...without(at + 1, right)];
  }
  const space = right === at + 1 && WORD_AFTER.test(text.charAt(right));
  return [...without(left, at), put, ...(space ? [{ from: at + 1, to: at + 1, text: ' ' }] : [])];
}

/** Whether a bracket belongs to Chinese: what stands before it, or inside of it at its end, is. */
function isOfChinese(text: string, at: number): boolean {
  return (
    isHanAt(text, OPENING.includes(text.charAt(at)) ? at + 1 : at - 1) &&
    isHanAt(text, ownerAt(text, at))
  );
}

export function fullBrackets({ text, isKept }: SideText): Fault[] {
  const { pairs, alone } = readBrackets(text, (at) => isKept(at, at + 1));
  const wrong = (at: number): boolean =>
    NARROW_BRACKETS[text.charAt(at)] !== undefined && !isOfChinese(text, at);
  return [
    ...pairs.flatMap(([open, close]) =>
      // Both of a pair, or none: what is around Chinese inside Chinese stays.
      [open, close].filter(
        (at) => NARROW_BRACKETS[text.charAt(at)] !== undefined && (wrong(open) || wrong(close)),
      ),
    ),
    ...alone.filter(wrong),
  ].map((at) => ({ from: at, to: at + 1, edits: bracketEdits(text, at) }));
}
