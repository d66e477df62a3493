/** Which checks find which kind of error: a finding of another one is chance, and counts as none. */
import type { ErrorClass } from '../seeding/seed.ts';

const NUMBERS = ['num', 'pct', 'date'];
const NAMES = ['name', 'title', 'term', 'politics', 'quote.speaker'];
const LANGUAGE = ['lang'];
const QUOTES = ['quote'];
const NEGATION = ['neg'];
const OMISSION = ['coverage', 'sent', 'length'];

/** Ids, or what ids begin with before a dot. */
const FAMILIES: Readonly<Record<ErrorClass, readonly string[]>> = {
  factor: NUMBERS,
  digit: NUMBERS,
  numeral: NUMBERS,
  approximation: NUMBERS,
  unit: NUMBERS,
  duration: NUMBERS,
  date: [...NUMBERS, 'dateline'],
  name: [...NAMES, 'dateline'],
  title: NAMES,
  term: NAMES,
  quote: QUOTES,
  'quote-added': QUOTES,
  speaker: NAMES,
  negation: NEGATION,
  'negation-added': NEGATION,
  sentence: OMISSION,
  clause: OMISSION,
  residual: LANGUAGE,
  language: LANGUAGE,
  untranslated: LANGUAGE,
  width: ['punct'],
  end: ['punct.end'],
  repeat: ['dup'],
  space: ['space', 'punct.space', 'invisible'],
  address: ['url', 'email', 'handle', 'hashtag', 'code'],
  placeholder: ['placeholder', 'tag', 'tags', 'code', 'interpolation'],
};

/** Whether a check's finding is the right one for an error of a class. */
export function isRight(check: string, errorClass: ErrorClass): boolean {
  return FAMILIES[errorClass].some((family) => check === family || check.startsWith(`${family}.`));
}
