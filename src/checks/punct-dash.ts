import type { PairCheck } from './check.ts';
import { isHanAt, isSpace, kindAt, spacesAround } from './marks/characters.ts';
import { lookAt, replacing, without, type Fault } from './marks/faults.ts';
import type { SideText } from './marks/side-text.ts';

const RUN = /-{2,}|－{2,}|[—―─–]+|～/g;
const ANY = /--|－－|[—―─–～]/;
/** From one day, place or number to the next a single dash is right, and so is 「北京—上海」. */
const FEW = /^[—―–]$/;

/** A dash as it should be, and what stands for other things. */
const RIGHT = new Set(['——', '～', '─']);

function isChinese(text: string, at: number): boolean {
  return isHanAt(text, at) || '，。；：？！（）《》“”‘’「」、…'.includes(text.charAt(at) || ' ');
}

/** A dash of another kind between Chinese, or at the end of it. */
function isWrongInChinese(text: string, run: string, from: number): boolean {
  if (RIGHT.has(run)) return false;
  const to = from + run.length;
  const { left, right } = spacesAround(text, from, to);
  if (FEW.test(run) && (left === from || right === to)) return false;
  return isChinese(text, left - 1) && (isChinese(text, right) || right === text.length);
}

function inChinese({ text, isKept }: SideText): Fault[] {
  return [...text.matchAll(RUN)].flatMap(({ 0: run, index: from }) => {
    const to = from + run.length;
    if (!isWrongInChinese(text, run, from) || isKept(from, to)) return [];
    const { left, right } = spacesAround(text, from, to);
    const edits = [...without(left, from), ...replacing(from, to, '——'), ...without(to, right)];
    return [{ from, to, edits }];
  });
}

function isDigit(text: string, at: number): boolean {
  return kindAt(text, at) === 'digit';
}

/** What stands beside a dash between words. */
function isWord(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  return (
    kind === 'letter' ||
    kind === 'digit' ||
    '“”‘’"\')(,.?!'.includes(text.charAt(at) || '-') ||
    isSpace(text.charAt(at))
  );
}

function dashInEnglish(text: string, run: string, from: number): string | null {
  const to = from + run.length;
  if (run === '～') return isDigit(text, from - 1) && isDigit(text, to) ? '–' : null;
  const isLong = /^(?:-{2,3}|—{2,3}|─+|―+)$/.test(run);
  return isLong && isWord(text, from - 1) && isWord(text, to) ? '—' : null;
}

function inEnglish({ text, isKept }: SideText): Fault[] {
  return [...text.matchAll(RUN)].flatMap(({ 0: run, index: from }) => {
    const put = dashInEnglish(text, run, from);
    const to = from + run.length;
    return put === null || isKept(from, to) ? [] : [{ from, to, edits: replacing(from, to, put) }];
  });
}

/** A dash is —— in Chinese (U+2014 twice), — or – in English. */
export const punctDash: PairCheck = {
  id: 'punct.dash',
  severity: 'note',
  group: 'punctuation',
  fixes: 'typographic',
  scope: 'pair',
  examples: {
    invalid: [{ zh: '他说--不', en: 'He said no' }],
    valid: [{ zh: '他说——不', en: 'He said – no' }],
  },
  run: lookAt(['zh', 'en'], (side) => {
    if (!ANY.test(side.text)) return [];
    return side.lang === 'zh' ? inChinese(side) : inEnglish(side);
  }),
};
