/** English punctuation: full-width marks an engine left, with the spaces that theirs have. */
import { replaceFree } from './kept-spans.ts';
import { layOut, putTogether } from './laid-text.ts';
import { FULL, HAN, SOLID } from './marks.ts';
import type { Rule } from './rule.ts';

const ASCII: Readonly<Record<string, string>> = {
  '，': ',',
  '、': ',',
  '。': '.',
  '；': ';',
  '：': ':',
  '？': '?',
  '！': '!',
};

const CHINESE = new RegExp(`[${HAN}${FULL}]`, 'u');

/** A mark inside of quoted Chinese is right as it stands. */
function isInChinese(text: string, from: number, to: number): boolean {
  const before = text.slice(0, from).trimEnd().slice(-1);
  const after = text.slice(to).trimStart().slice(0, 1);
  return CHINESE.test(before) && new RegExp(HAN, 'u').test(after);
}

/** Between digits a mark may belong to the number: 1,200 · 10:30 · 3.5. */
function isInNumber(mark: string, text: string, from: number, to: number): boolean {
  if (!/\d$/.test(text.slice(0, from))) return false;
  const after = text.slice(to);
  return mark === ',' ? /^\d{3}(?!\d)/.test(after) : /^\d/.test(after) && /[:.]/.test(mark);
}

const BEFORE_MARK = /[^\S\n]+(?=[，、。；：？！])/gu;
const TIGHT = /^(?:$|[\s\p{Pe}\p{Pf}，、。；：？！.,;:?!"')\]])/u;

/** Spaces before a mark, then the mark, then the space after it: tags between them stay where they are. */
const marks: Rule = (laid) => {
  const close = replaceFree(laid, BEFORE_MARK, ({ 0: { length }, index, input }) =>
    isInChinese(input, index, index + length + 1) ? null : '',
  );
  const spaced = replaceFree(close, /(?<=[，、。；：？！])(?!$)/gu, ({ index, input }) => {
    const mark = ASCII[input.charAt(index - 1)] ?? '';
    if (TIGHT.test(input.slice(index)) || isInChinese(input, index - 1, index)) return null;
    return isInNumber(mark, input, index - 1, index) ? null : ' ';
  });
  return replaceFree(spaced, /[，、。；：？！]/gu, ({ 0: mark, index, input }) =>
    isInChinese(input, index, index + 1) ? null : (ASCII[mark] ?? null),
  );
};

const WORD_BEFORE = new RegExp(`[${SOLID}\\p{L}\\p{N}\\p{Pe}\\p{Pf}.,;:?!%"']$`, 'u');
const WORD_AFTER = new RegExp(`^[${SOLID}\\p{L}\\p{N}\\p{Ps}\\p{Pi}]`, 'u');

const brackets: Rule = (laid) =>
  replaceFree(laid, / *（ *| *） */gu, ({ 0: found, index, input }) => {
    const before = input.slice(0, index);
    const after = input.slice(index + found.length);
    if (isInChinese(input, index, index + found.length)) return null;
    if (found.trim() === '（') return WORD_BEFORE.test(before) ? ' (' : '(';
    return WORD_AFTER.test(after) ? ') ' : ')';
  });

const letters: Rule = (laid) =>
  replaceFree(laid, /[０-９Ａ-Ｚａ-ｚ％　]/gu, ({ 0: wide }) =>
    wide === '　' ? ' ' : wide.normalize('NFKC'),
  );

/** A quotation mark that opens, with what tells it from an apostrophe or one that is turned round. */
const OPENS = `(?:^|[\\s\\p{Ps}\\p{Pi}\\p{Pd}…${SOLID}])`;
const INSIDE_QUOTES = new RegExp(
  [
    ['“', '”'],
    ['‘', '’'],
  ]
    .flatMap(([open = '', shut = '']) => [
      `(?<=${OPENS}${open}) +(?=[^${open}${shut}]*${shut})`,
      `(?= +${shut})(?<=${OPENS}${open}[^${open}${shut}]*) +`,
    ])
    .join('|'),
  'gu',
);

const quotes: Rule = (laid) => replaceFree(laid, INSIDE_QUOTES, () => '');

const doubles: Rule = (laid) =>
  replaceFree(laid, / {2,}|…{2,}|—{2,}/gu, ({ 0: run, index }) => {
    const isParted = laid.tags.some(({ at }) => at > index && at < index + run.length);
    return isParted ? null : run.charAt(0);
  });

/** A space at the inner edge of a pair of tags belongs outside, once. */
const outside: Rule = (laid) => {
  const tagged = putTogether(laid)
    .replace(/(?<=[^\s>])((?:<\d{1,4}>)+) +(?=\S)/g, ' $1')
    .replace(/(?<=[^\s>]) +((?:<\/\d{1,4}>)+)(?=[^\s<])/g, '$1 ')
    .replace(/(?<= )((?:<\d{1,4}>)+) +/g, '$1')
    .replace(/ +((?:<\/\d{1,4}>)+)(?= )/g, '$1');
  return layOut(tagged);
};

export const ENGLISH_RULES: readonly Rule[] = [letters, marks, brackets, quotes, doubles, outside];
