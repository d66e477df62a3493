/** English words for numbers, months and days. */

export function list(words: string): readonly string[] {
  return words.trim().split(/\s+/);
}

function numbered(words: string, first: number, step = 1): [string, number][] {
  return list(words).map((word, index) => [word, first + index * step]);
}

export const ONES = new Map(numbered('one two three four five six seven eight nine', 1));
export const TEENS = new Map([
  ...numbered(
    'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    10,
  ),
  ['zero', 0] as const,
]);
export const TENS = new Map([
  ...numbered('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
  ['fourty', 40] as const,
]);
export const SCALES: ReadonlyMap<string, number> = new Map([
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['mn', 1e6],
  ['mln', 1e6],
  ['bn', 1e9],
  ['bln', 1e9],
  ['tn', 1e12],
  ['trn', 1e12],
  ['lakh', 1e5],
  ['crore', 1e7],
]);
export const ORDINALS = new Map([
  ...numbered('first second third fourth fifth sixth seventh eighth ninth tenth', 1),
  ...numbered(
    'eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth',
    11,
  ),
  ...numbered(
    'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth',
    20,
    10,
  ),
  ['hundredth', 100] as const,
  ['thousandth', 1000] as const,
]);
/** Parts that words divide a whole into. */
export const PARTS = new Map([
  ...numbered('half third quarter fifth sixth seventh eighth ninth tenth', 2),
  ['halves', 2] as const,
  ['fourth', 4] as const,
  ['hundredth', 100] as const,
  ['thousandth', 1000] as const,
]);
export const MULTIPLES: ReadonlyMap<string, number> = new Map([
  ...['double', 'doubled', 'doubles', 'doubling', 'twofold'].map((word) => [word, 2] as const),
  ...['triple', 'tripled', 'triples', 'tripling', 'treble', 'trebled', 'threefold'].map(
    (word) => [word, 3] as const,
  ),
  ...['quadruple', 'quadrupled', 'quadrupling', 'fourfold'].map((word) => [word, 4] as const),
  ...['quintupled', 'fivefold'].map((word) => [word, 5] as const),
  ['sixfold', 6],
  ['sevenfold', 7],
  ['eightfold', 8],
  ['ninefold', 9],
  ['tenfold', 10],
]);
export const MONTHS = new Map([
  ...numbered(
    'january february march april may june july august september october november december',
    1,
  ),
  ...numbered('jan feb mar apr', 1),
  ...numbered('jun jul aug sep oct nov dec', 6),
  ['sept', 9] as const,
]);
export const WEEKDAYS = new Map([
  ...numbered('monday tuesday wednesday thursday friday saturday sunday', 1),
  ...numbered('mondays tuesdays wednesdays thursdays fridays saturdays sundays', 1),
  ...numbered('mon tue wed thu fri', 1),
  ['tues', 2] as const,
  ['thur', 4] as const,
  ['thurs', 4] as const,
]);
export const DECADES = new Map(
  numbered('twenties thirties forties fifties sixties seventies eighties nineties', 20, 10),
);
export const LOOSE: ReadonlyMap<string, number> = new Map([
  ['tens', 10],
  ['dozens', 12],
  ['scores', 20],
  ['hundreds', 100],
  ['thousands', 1e3],
  ['millions', 1e6],
  ['billions', 1e9],
  ['trillions', 1e12],
]);

export function alternatives(words: Iterable<string>): string {
  return [...words].sort((a, b) => b.length - a.length).join('|');
}
