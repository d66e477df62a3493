/** Wrong numbers: by a power of ten, by a digit, spelled out. */
import type { Lang } from '../../../core/model.ts';
import { replacing, type Edit, type ErrorMaker } from '../edit.ts';
import { oneOf } from '../random.ts';
import { figuresIn, shifted } from './figures.ts';

const SHIFTS = [1, -1, 2, 3];
const SCALES: Readonly<Record<Lang, readonly string[]>> = {
  zh: ['万', '亿', '万亿'],
  en: ['thousand', 'million', 'billion', 'trillion'],
};
const SCALE_WORDS: Readonly<Record<Lang, RegExp>> = {
  zh: /(?<=\d\s?|[一二三四五六七八九两][十百千]?)(?:万亿|亿|万)/g,
  en: /(?<=(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|hundred|half a|a))[ -])(?:thousand|million|billion|trillion)\b/g,
};

/** ×10, ÷10, ×100, ×1000, or million for billion, 万 for 亿. */
export const wrongFactor: ErrorMaker = ({ text, lang }) => {
  const points = figuresIn(text)
    .filter(({ isDated }) => !isDated)
    .flatMap(({ from, to, text: figure }) =>
      SHIFTS.flatMap((by): Edit[] => {
        const other = shifted(figure, by, lang);
        return other === null ? [] : [{ from, to, text: other }];
      }),
    );
  const scales = replacing(text, SCALE_WORDS[lang], ([word]) =>
    SCALES[lang].filter((scale) => scale !== word),
  );
  return [...points, ...scales];
};

const DIGITS = [...'0123456789'];

/** One digit is another one. */
export const wrongDigit: ErrorMaker = ({ text, random }) =>
  figuresIn(text).flatMap(({ from, text: figure }): Edit[] => {
    const places = [...figure].flatMap((sign, at) => (DIGITS.includes(sign) ? [at] : []));
    const place = oneOf(places, random) ?? 0;
    const others = DIGITS.filter(
      (digit) => digit !== figure[place] && (place > 0 || digit !== '0'),
    );
    const other = oneOf(others, random) ?? '';
    return [{ from: from + place, to: from + place + 1, text: other }];
  });

const WORDS: Readonly<Record<Lang, readonly string[]>> = {
  zh: [...'三四五六七八九'],
  en: 'two three four five six seven eight nine eleven twelve'.split(' '),
};
/** With what is counted after it: 三明治 and 一带一路 count nothing. */
const SPELLED: Readonly<Record<Lang, RegExp>> = {
  zh: /(?<![第十百千万亿零〇一二三四五六七八九两点周\d期分])[三四五六七八九](?=[个名人位岁次年天家项座辆吨起例种倍](?![一二三四五六七八九]))/g,
  en: /(?<![\w-])(?:two|three|four|five|six|seven|eight|nine|eleven|twelve)(?= \p{Ll}{3})/gu,
};

/** A number in words is another one. */
export const wrongNumeral: ErrorMaker = ({ text, lang }) =>
  replacing(text, SPELLED[lang], ([word]) => WORDS[lang].filter((other) => other !== word));

/** More for less: 近3万 is no 逾3万. */
export const wrongApproximation: ErrorMaker = ({ text, lang }) =>
  lang === 'zh'
    ? replacing(text, /(?:近|逾|超过|不足|不到|至少)(?=\s?\d)/g, ([word]) =>
        /^(?:逾|超过|至少)$/.test(word) ? ['近', '不足'] : ['逾', '超过'],
      )
    : replacing(
        text,
        /\b(?:more than|over|at least|nearly|almost|less than|fewer than)(?= [$€£]?\d)/g,
        ([word]) =>
          /^(?:more than|over|at least)$/.test(word)
            ? ['nearly', 'less than']
            : ['more than', 'over'],
      );
