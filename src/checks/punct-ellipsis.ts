import type { Lang, TextEdit } from '../core/model.ts';
import type { PairCheck } from './check.ts';
import { isHanAt, kindAt, spacesAround } from './marks/characters.ts';
import { lookAt, replacing, without, type Fault } from './marks/faults.ts';
import type { SideText } from './marks/side-text.ts';

const RUNS: Readonly<Record<Lang, RegExp>> = {
  zh: /\.{3,}|。{3,}|、{3,}|[…⋯]+(?: […⋯]+)*/g,
  en: /[…⋯]+|\.{5,}/g,
};
const RIGHT: Readonly<Record<Lang, RegExp>> = { zh: /^(?:……|…………)$/, en: /^(?:…|\.{3,4})$/ };
const PUT: Readonly<Record<Lang, string>> = { zh: '……', en: '…' };
const ANY = /[.。、]{3}|[…⋯]/;

function touchesChinese(text: string, from: number, to: number): boolean {
  const { left, right } = spacesAround(text, from, to);
  return [left - 1, right].some((at) => isHanAt(text, at) || kindAt(text, at) === 'full');
}

function mended({ text, lang }: SideText, from: number, to: number): readonly TextEdit[] {
  const put = replacing(from, to, PUT[lang]);
  if (lang === 'en') return put;
  const { left, right } = spacesAround(text, from, to);
  return [...without(left, from), ...put, ...without(to, right)];
}

function look(side: SideText): Fault[] {
  const { text, lang, isKept } = side;
  if (!ANY.test(text)) return [];
  return [...text.matchAll(RUNS[lang])].flatMap(({ 0: run, index: from }) => {
    const to = from + run.length;
    if (RIGHT[lang].test(run) || isKept(from, to)) return [];
    const isOfOther = touchesChinese(text, from, to) !== (lang === 'zh');
    return isOfOther ? [] : [{ from, to, edits: mended(side, from, to) }];
  });
}

/** An ellipsis is six points in Chinese (U+2026 twice), three in English. */
export const punctEllipsis: PairCheck = {
  id: 'punct.ellipsis',
  severity: 'note',
  group: 'punctuation',
  fixes: 'typographic',
  scope: 'pair',
  examples: {
    invalid: [{ zh: '他想了想。。。又坐下了。', en: 'He thought … and sat down.' }],
    valid: [{ zh: '他想了想……又坐下了。', en: 'He thought... and sat down.' }],
  },
  run: lookAt(['zh', 'en'], look),
};
