import { figure, times, type Numerals, type NumeralWord } from './numeral.ts';

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

function numbered(words: readonly string[], from: number, step = 1): [string, NumeralWord][] {
  return words.map((word, index) => [word, figure(from + index * step)]);
}

const TIMES: Readonly<Record<string, number>> = {
  dozen: 12,
  dozens: 12,
  hundred: 100,
  hundreds: 100,
  hundredth: 100,
  thousand: 1000,
  thousands: 1000,
  k: 1000,
  million: 1e6,
  millions: 1e6,
  mn: 1e6,
  m: 1e6,
  billion: 1e9,
  billions: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  trillions: 1e12,
  tn: 1e12,
};

const WORDS: Readonly<Record<string, NumeralWord>> = Object.fromEntries([
  ...numbered(ONES, 0),
  ...numbered(ORDINALS, 0),
  ...numbered(TENS, 20, 10),
  ...numbered(
    TENS.map((word) => word.replace(/y$/, 'ies')),
    20,
    10,
  ),
  ...numbered(
    TENS.map((word) => word.replace(/y$/, 'ieth')),
    20,
    10,
  ),
  ...Object.entries(TIMES).map(([word, value]): [string, NumeralWord] => [word, times(value)]),
]);

const IN_WORDS = Object.keys(WORDS)
  .filter((word) => word.length > 2)
  .sort((a, b) => b.length - a.length)
  .join('|');
const BEHIND_FIGURES = '(?:hundred|thousand|million|billion|trillion|dozen)s?|mn|bn|tn';

/** English numbers in figures and words: 3.5 million, $2bn, two hundred and five, twenty-one. */
export const ENGLISH: Numerals = {
  number: new RegExp(
    `\\d[\\d,]*(?:\\.\\d+)?(?:(?:[\\s-]*(?:${BEHIND_FIGURES})|[kmb])\\b)*|\\b(?:${IN_WORDS})(?:(?:[\\s-]+(?:and\\s+|a\\s+)?)(?:${IN_WORDS}))*\\b`,
    'giu',
  ),
  piece: /\d[\d,]*(?:\.\d+)?|[a-z]+/giu,
  words: WORDS,
  large: 1000,
  dates: Object.fromEntries(
    MONTHS.flatMap((month, index): [string, number][] => [
      [month, index + 1],
      [month.slice(0, 3), index + 1],
    ]),
  ),
  digitByDigit: false,
};
