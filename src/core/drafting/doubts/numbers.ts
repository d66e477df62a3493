/** Whether the numbers of a source are in its target, in whatever form. */
import type { Lang } from '../../model.ts';
import { otherLang } from '../../model.ts';
import { numbersIn, type NumberFound } from '../../numbers/read-numbers.ts';

/** One figure alone (a 3 in a list, 1 of a version) is written in too many ways to be looked for. */
function isLookedFor({ arabic, text }: NumberFound): boolean {
  const [figures = ''] = /[\d,.]*\d/.exec(text) ?? [];
  return arabic && (/\d\D?\d/.test(figures) || figures.includes('.'));
}

const YEAR_OR_DECADE = /^\s?(?:年|s\b|['’]s)/u;

const CLOCK = /^\s?[:时点時點]/u;

/** The values that a number of two figures may have in the other language. */
function fullForms({ value, after }: NumberFound): readonly number[] {
  // 1990s and 90年代, '08 and 2008年
  if (YEAR_OR_DECADE.test(after)) return [value, 1900 + value, 2000 + value];
  // 15:00 and 3 p.m.
  return value > 12 && value < 25 && CLOCK.test(after) ? [value, value - 12] : [value];
}

/** The values that a number may have in the other language. */
function formsOf(number: NumberFound): readonly number[] {
  const { value } = number;
  if (value >= 10 && value < 100) return fullForms(number);
  const isYear = value >= 1000 && value < 2100;
  return isYear ? [value, value % 100] : [value];
}

function isIn(values: ReadonlySet<number>, digits: string, number: NumberFound): boolean {
  if (formsOf(number).some((form) => values.has(form))) return true;
  // A date, a telephone number or a score may be cut in other places.
  return digits.includes(number.text.replace(/\D/g, '')) && number.figures === number.value;
}

/** Numbers of the source, of two figures or more, that stand in no form in the target. */
export function missingNumbers(source: string, target: string, from: Lang): readonly string[] {
  const wanted = numbersIn(source, from).filter(isLookedFor);
  if (wanted.length === 0) return [];
  const found = numbersIn(target, otherLang(from));
  const values = new Set(found.flatMap(({ value, after }) => valuesOf(value, after)));
  const digits = target.normalize('NFKC').replace(/\D/g, '');
  return wanted.filter((number) => !isIn(values, digits, number)).map(({ text }) => text);
}

function valuesOf(value: number, after: string): readonly number[] {
  // 下午3点 for 15:00
  return value < 12 && /^\s?(?:点|时|點|時|[:.]\d|[ap]\.?m)/iu.test(after)
    ? [value, value + 12]
    : [value];
}
