/** English punctuation: full-width marks an engine left, with the spaces that theirs have. */
import { replaceFree } from './kept-spans.ts';
import { FULL, HAN } from './marks.ts';
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

const marks: Rule = (laid) =>
  replaceFree(laid, /\s*[，、。；：？！]\s*/gu, ({ 0: found, index, input }) => {
    const end = index + found.length;
    if (isInChinese(input, index, end)) return null;
    const mark = ASCII[found.trim()] ?? '';
    if (/\n/.test(found)) return found.replace(found.trim(), mark);
    const after = input.slice(end);
    const isTight = after === '' || /^[\p{Pe}\p{Pf}，、。；：？！.,;:?!"')\]]/u.test(after);
    return isTight || isInNumber(mark, input, index, end) ? mark : `${mark} `;
  });

const WORD_BEFORE = /[\p{L}\p{N}\p{Pe}\p{Pf}.,;:?!%"']$/u;
const WORD_AFTER = /^[\p{L}\p{N}\p{Ps}\p{Pi}]/u;

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

const doubles: Rule = (laid) =>
  replaceFree(laid, / {2,}|…{2,}|—{2,}/gu, ({ 0: run }) => run.charAt(0));

export const ENGLISH_RULES: readonly Rule[] = [letters, marks, brackets, doubles];
