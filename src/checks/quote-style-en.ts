import type { TextEdit } from '../core/model.ts';
import { optionOf, type PairCheck, type PairView } from './check.ts';
import { readBrackets } from './marks/bracket-pairs.ts';
import { isHanAt, kindAt } from './marks/characters.ts';
import { lookAt, type Fault } from './marks/faults.ts';
import { doubleMarks, type EnglishMarks } from './marks/marks-of-en.ts';
import type { SideText } from './marks/side-text.ts';
import { looksOpening } from './marks/straight-quotes.ts';

const DOUBLE = /["“”]/g;
const CORNER = /[「」『』]/;
const ANY = /["“”「」『』]/;
const APOSTROPHE = /(?<=\p{Script=Latin})['’](?=\p{Script=Latin})/gu;

interface Mark {
  readonly at: number;
  readonly sign: string;
}

function find(side: SideText, pattern: RegExp): Mark[] {
  return [...side.text.matchAll(pattern)]
    .map(({ 0: sign, index: at }) => ({ at, sign }))
    .filter(({ at }) => !side.isKept(at, at + 1));
}

/** A measure in inches keeps its mark. */
function isInch(text: string, at: number): boolean {
  return (
    kindAt(text, at - 1) === 'digit' &&
    kindAt(text, at + 1) !== 'none' &&
    /[\s\d)x×-]/.test(text.charAt(at + 1))
  );
}

/** Each straight mark as a curly one; null where what comes out is not open and shut in turn. */
function curled(text: string, marks: readonly Mark[]): readonly string[] | null {
  let isOpen = false;
  const signs: string[] = [];
  for (const { at, sign } of marks) {
    const opens = sign === '"' ? looksOpening(text, at) : sign === '“';
    if (opens === isOpen) return null;
    isOpen = opens;
    signs.push(opens ? '“' : '”');
  }
  return signs;
}

function wrong(marks: readonly Mark[], wanted: EnglishMarks): readonly Mark[] {
  const straight = marks.filter(({ sign }) => sign === '"');
  const curly = marks.filter(({ sign }) => sign !== '"');
  if (wanted === 'straight') return curly;
  if (wanted === 'curly') return straight;
  if (straight.length === 0 || curly.length === 0) return [];
  return straight.length > curly.length ? curly : straight;
}

function edit({ at }: Pick<Mark, 'at'>, text: string): TextEdit {
  return { from: at, to: at + 1, text };
}

function doubles({ text }: SideText, marks: readonly Mark[], wanted: EnglishMarks): Fault[] {
  const faulty = wrong(marks, wanted);
  if (faulty.length === 0) return [];
  const toStraight = faulty[0]?.sign !== '"';
  const signs = toStraight ? marks.map(() => '"') : curled(text, marks);
  return faulty.map((mark) => {
    const sign = signs?.[marks.indexOf(mark)];
    const edits = sign === undefined ? {} : { edits: [edit(mark, sign)] };
    return { from: mark.at, to: mark.at + 1, ...edits };
  });
}

/** Apostrophes go the way of the quotation marks, where the house has said which. */
function apostrophes(side: SideText, wanted: EnglishMarks): Fault[] {
  if (wanted === 'consistent') return [];
  const put = wanted === 'curly' ? '’' : "'";
  return find(side, APOSTROPHE)
    .filter(({ sign }) => sign !== put)
    .map((mark) => ({ from: mark.at, to: mark.at + 1, edits: [edit(mark, put)] }));
}

/** Of a pair both go, or none: what is around Chinese is quoted as it stands. */
function corners(side: SideText, wanted: EnglishMarks): Fault[] {
  const { text } = side;
  if (!CORNER.test(text)) return [];
  const { pairs, alone } = readBrackets(text, (at) => side.isKept(at, at + 1));
  const places = [...pairs.filter(([open]) => !isHanAt(text, open + 1)).flat(), ...alone];
  const [open, close] = doubleMarks(text, wanted);
  return places
    .filter((at) => CORNER.test(text.charAt(at)))
    .map((at) => {
      const put = '「『'.includes(text.charAt(at)) ? open : close;
      return { from: at, to: at + 1, edits: [edit({ at }, put)] };
    });
}

function look(side: SideText, { setting }: PairView, check: PairCheck): Fault[] {
  const wanted: EnglishMarks = optionOf(setting, check, 'marks');
  if (wanted === 'consistent' && !ANY.test(side.text)) return [];
  const marks = find(side, DOUBLE).filter(({ at, sign }) => sign !== '"' || !isInch(side.text, at));
  return [
    ...doubles(side, marks, wanted),
    ...apostrophes(side, wanted),
    ...corners(side, wanted),
  ].sort((a, b) => a.from - b.from);
}

/** English has one kind of quotation marks, curly or straight, and never those of Chinese. */
export const quoteStyleEn: PairCheck = {
  id: 'quote.style.en',
  severity: 'warning',
  group: 'quotes',
  fixes: 'typographic',
  options: {
    marks: { fallback: 'consistent', allowed: ['consistent', 'curly', 'straight'] },
  },
  scope: 'pair',
  examples: {
    invalid: [{ zh: '他说：“你好。”', en: '“Hello," he said' }],
    valid: [{ zh: '他说：“你好。”', en: '“Hello,” he said' }],
  },
  run: lookAt(['en'], look),
};
