/** Chinese punctuation: its width, ellipses, dashes, points in names. */
import { detectLanguage } from '../../language.ts';
import { replaceFree } from './kept-spans.ts';
import { ABBREVIATIONS, FULL, FULL_END, HAN, NAME_CHARACTERS, SPACE, WIDE_FORMS } from './marks.ts';
import type { Rule } from './rule.ts';

const AFTER_CHINESE = `(?<=[${HAN}${FULL_END}…—]["”’)\\]]*${SPACE}*)`;
const BEFORE_CHINESE = `(?=${SPACE}*["“‘(\\[（《「『【]*${HAN})`;

const DOTS = '(?:\\.{3,}|。{3,}|[…⋯])+';
const ELLIPSIS = new RegExp(
  `(?<=[${HAN}${FULL}“”‘’"]${SPACE}*)${DOTS}|${DOTS}(?=${SPACE}*[${HAN}${FULL}“‘])`,
  'gu',
);

/** Dots of any kind beside Chinese → ……. */
export const ellipses: Rule = (laid) => replaceFree(laid, ELLIPSIS, () => '……');

const CHINESE = `[${HAN}${FULL}“”‘’]`;
const DASH = new RegExp(
  `(?<=${CHINESE}${SPACE}*)(?:-{2,3}|[—―]+)(?=${SPACE}*${CHINESE})|(?<=${HAN})[—―]+$`,
  'gu',
);
/** From one day of the week to another: a single dash is right. */
const DAYS = /(?:周|星期|礼拜|週|禮拜).$/u;

/** A dash between Chinese → ——. */
export const dashes: Rule = (laid) =>
  replaceFree(laid, DASH, ({ 0: dash, index, input }) =>
    dash.length === 1 && DAYS.test(input.slice(0, index)) ? null : '——',
  );

const NAME = `[${NAME_CHARACTERS}]`;
/** With spaces around it a point may part the items of a list: only a name's own are closed up. */
const NAME_POINT = new RegExp(
  `(?<=${NAME})${SPACE}*[·・•‧∙⋅･]${SPACE}*(?=${NAME})|(?<=${HAN})[・•‧∙⋅･](?=${HAN})|(?<=${NAME}{2})\\.(?=${NAME}{2})`,
  'gu',
);

/** Points inside foreign names → ·. */
export const namePoints: Rule = (laid) => replaceFree(laid, NAME_POINT, () => '·');

const MARK = new RegExp(`${AFTER_CHINESE}[,;:?!]|[,;:?!]${BEFORE_CHINESE}`, 'gu');
/** A number's own colon or comma, at the side that is no Chinese. */
const LAST_MARK = new RegExp(`(?<=[\\p{L}\\p{N}%‰]["”’)\\]]*)[?!](?=[?!]*${SPACE}*$)`, 'gu');

/** Marks but the full stop and brackets. */
export const marks: Rule = (laid) => {
  const wide = ({ 0: mark }: RegExpExecArray): string => WIDE_FORMS[mark] ?? mark;
  const beside = replaceFree(laid, MARK, wide);
  return detectLanguage(laid.text) === 'zh' ? replaceFree(beside, LAST_MARK, wide) : beside;
};

/** Not beside another point, and nothing that it would be inside of. */
const STOP = new RegExp(
  `(?<=[${HAN}${FULL_END}]["”’)\\]]*${SPACE}*)(?<![.。…]${SPACE}*)\\.(?![\\p{Script=Latin}\\p{N}.。…]|${SPACE}*[.。]|${SPACE}*\\p{Lu}\\.)`,
  'gu',
);
const LATIN_STOP = new RegExp(
  `(?<=([\\p{Script=Latin}.'’-]*\\p{Script=Latin}|[\\d%‰])["”’)\\]]*)\\.(?=${SPACE}*(?:$|[“「『《（(]*${HAN}))`,
  'gu',
);

function endsSentence({ 1: word = '', index, 0: mark, input }: RegExpExecArray): boolean {
  const isLast = input.slice(index + mark.length).trim() === '';
  if (/^[\d%‰]$/u.test(word)) return isLast;
  // D.C. ends with a letter, example.org with a word.
  const last = word.split('.').at(-1) ?? '';
  return last.length >= 2 && !ABBREVIATIONS.has(last.toLowerCase());
}

/** The full stop. */
export const stops: Rule = (laid) => {
  const after = replaceFree(laid, STOP, () => '。');
  if (detectLanguage(laid.text) !== 'zh') return after;
  return replaceFree(after, LATIN_STOP, (found) => (endsSentence(found) ? '。' : null));
};
