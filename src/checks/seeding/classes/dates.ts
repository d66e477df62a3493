/** Wrong dates: another year, month, day, weekday. */
import { replacing, type Edit, type ErrorMaker } from '../edit.ts';
import { oneOf, type Random } from '../random.ts';

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const SHORT_MONTHS = 'Jan. Feb. Mar. Apr. Aug. Sept. Oct. Nov. Dec.'.split(' ');
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const MONTH = MONTHS.join('|');

/** May and March are words too. */
const EN_MONTH = new RegExp(
  `\\b(?:${MONTH})(?=,? \\d)|(?<=\\d(?:st|nd|rd|th)? |\\b(?:in|of|since|until|by|late|early|mid|last|next|from|to) )(?:${MONTH})\\b`,
  'g',
);
const EN_SHORT_MONTH = /\b(?:Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)\.(?= \d)/g;
const EN_DAY = new RegExp(
  `(?<=\\b(?:${MONTH}) )\\d{1,2}(?!\\d)|\\b\\d{1,2}(?= (?:${MONTH})\\b)`,
  'g',
);
const EN_YEAR =
  /(?<![\d.,$€£¥-])(?:19|20)\d\d(?![\d,.]\d|\d| ?(?:people|percent|yuan|km|million))/g;
const EN_WEEKDAY = new RegExp(`\\b(?:${WEEKDAYS.join('|')})\\b`, 'g');

function otherOf(words: readonly string[], random: Random) {
  return ([word]: RegExpExecArray): string[] => {
    const others = words.filter((other) => other !== word);
    const chosen = oneOf(others, random);
    return chosen === undefined ? [] : [chosen];
  };
}

const UP_TO = (last: number): string[] => Array.from({ length: last }, (_, n) => String(n + 1));

function shiftedYear(random: Random) {
  return ([year]: RegExpExecArray): string[] => {
    const by = oneOf([-10, -2, -1, 1, 2, 10], random) ?? 1;
    return [String(Number(year) + by)];
  };
}

function chineseDates(text: string, random: Random): Edit[] {
  return [
    ...replacing(text, /(?<!\d)\d{1,2}(?=\s?月(?!球))/g, otherOf(UP_TO(12), random)),
    ...replacing(text, /(?<![\d.第])\d{1,2}(?=\s?[日号](?![本线楼]))/g, otherOf(UP_TO(28), random)),
    ...replacing(text, /(?<!\d)(?:19|20)\d\d(?=\s?年)/g, shiftedYear(random)),
    ...replacing(
      text,
      /(?<=周|星期|礼拜)[一二三四五六日](?!\p{Script=Han}?[岁年])/gu,
      otherOf([...'一二三四五六日'], random),
    ),
  ];
}

function englishDates(text: string, random: Random): Edit[] {
  return [
    ...replacing(text, EN_MONTH, otherOf(MONTHS, random)),
    ...replacing(text, EN_SHORT_MONTH, otherOf(SHORT_MONTHS, random)),
    ...replacing(text, EN_DAY, otherOf(UP_TO(28), random)),
    ...replacing(text, EN_YEAR, shiftedYear(random)),
    ...replacing(text, EN_WEEKDAY, otherOf(WEEKDAYS, random)),
  ];
}

export const wrongDate: ErrorMaker = ({ text, lang, random }) =>
  lang === 'zh' ? chineseDates(text, random) : englishDates(text, random);
