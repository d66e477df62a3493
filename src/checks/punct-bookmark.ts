import type { TextEdit } from '../core/model.ts';
import { optionOf, type PairCheck, type PairView } from './check.ts';
import { readBrackets, type Brackets } from './marks/bracket-pairs.ts';
import { isHanAt, kindAt } from './marks/characters.ts';
import { lookAt, type Fault } from './marks/faults.ts';
import { doubleMarks } from './marks/marks-of-en.ts';
import type { SideText } from './marks/side-text.ts';
import { quoteStyleEn } from './quote-style-en.ts';

const MARKS = '《》〈〉';
const ANY = /[《》〈〉]/;

/** A Chinese title in its own marks is quoted as it is, in a gloss. */
function isChinese(text: string, open: number, close: number): boolean {
  return isHanAt(text, open + 1) || isHanAt(text, close - 1);
}

/** Where quotation marks stand around the title already, its own only go. */
function edits({ text }: SideText, pair: readonly number[], marks: readonly string[]): TextEdit[] {
  const [open = 0, close = 0] = pair;
  const isQuoted = /["“]/.test(text.charAt(open - 1)) && /["”,.]/.test(text.charAt(close + 1));
  return [open, close].map((at, index) => ({
    from: at,
    to: at + 1,
    text: isQuoted ? '' : spaced(text, at, marks[index] ?? ''),
  }));
}

function isWord(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  return kind === 'letter' || kind === 'digit';
}

/** Chinese sets no space outside of its marks, English does. */
function spaced(text: string, at: number, mark: string): string {
  const isOpening = '《〈'.includes(text.charAt(at));
  if (isOpening) return isWord(text, at - 1) ? ` ${mark}` : mark;
  return isWord(text, at + 1) ? `${mark} ` : mark;
}

/** Pairs in reading order, each with whether it stands by itself, not inside of another nor around one. */
function apart(pairs: Brackets['pairs']) {
  const inOrder = [...pairs].sort((a, b) => a[0] - b[0]);
  let furthest = -1;
  return inOrder.map((pair, index) => {
    const isInner = pair[1] < furthest;
    furthest = Math.max(furthest, pair[1]);
    const next = inOrder[index + 1]?.[0] ?? Infinity;
    return { pair, isSingle: !isInner && next > pair[1] };
  });
}

function look(side: SideText, { setting }: PairView): Fault[] {
  const { text, isKept } = side;
  if (!ANY.test(text)) return [];
  const { pairs, alone } = readBrackets(text, (at) => isKept(at, at + 1));
  const marks = doubleMarks(text, optionOf(setting, quoteStyleEn, 'marks'));
  const own = pairs.filter(
    ([open, close]) => MARKS.includes(text.charAt(open)) && !isChinese(text, open, close),
  );
  const titles = apart(own).map(({ pair, isSingle }) => ({
    from: pair[0],
    to: pair[1] + 1,
    // What marks a title in a title is for a person to say.
    ...(isSingle ? { edits: edits(side, pair, marks) } : {}),
  }));
  const lone = alone
    .filter((at) => MARKS.includes(text.charAt(at)) && !isChinese(text, at, at))
    .map((at) => ({ from: at, to: at + 1 }));
  return [...titles, ...lone].sort((a, b) => a.from - b.from);
}

/** English has no 《》: titles stand in italics or quotation marks. */
export const punctBookmark: PairCheck = {
  id: 'punct.bookmark',
  severity: 'warning',
  group: 'punctuation',
  fixes: 'typographic',
  scope: 'pair',
  examples: {
    invalid: [{ zh: '《哪吒2》上映', en: '《Ne Zha 2》 is out' }],
    valid: [{ zh: '《哪吒2》上映', en: '"Ne Zha 2" is out' }],
  },
  run: lookAt(['en'], look),
};
