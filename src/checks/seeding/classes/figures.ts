/** Numbers in digits, found by means of their own: the checks' own reader must not mark its own homework. */
import type { Lang } from '../../../core/model.ts';
import { replacing } from '../edit.ts';

export interface Figure {
  readonly from: number;
  readonly to: number;
  /** As written: `12,000`, `5.3`. */
  readonly text: string;
  /** A year, a day, a time, the place in an order: ten times as much makes no sense. */
  readonly isDated: boolean;
}

const FIGURE = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g;
const BEFORE = /(?:[\p{Script=Latin}_/#@&=]|[\d\p{Script=Latin}][-.,:：/–—]|\d)$/u;
const AFTER = /^(?:[\p{Script=Latin}_/\d]|[.,:：]\d)/u;
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const DATED_BEFORE = new RegExp(`(?:第|${MONTH}[a-z]{0,6}\\.? |No\\. ?|Article |Chapter )$`);
const DATED_AFTER = new RegExp(`^(?: ?[年月日号时点届]| ?(?:a\\.m|p\\.m|o'clock)| ${MONTH})`);
const YEAR = /^(?:1[5-9]|20)\d\d$/;

/** Parts of names and codes (`COVID-19`, `5G`), of addresses, times and ranges are left out. */
export function figuresIn(text: string): Figure[] {
  return replacing(text, FIGURE, () => ['']).flatMap(({ from, to }) => {
    const before = text.slice(Math.max(0, from - 14), from);
    const after = text.slice(to, to + 14);
    if (BEFORE.test(before) || AFTER.test(after)) return [];
    const figure = text.slice(from, to);
    const isDated = YEAR.test(figure) || DATED_BEFORE.test(before) || DATED_AFTER.test(after);
    return [{ from, to, text: figure, isDated }];
  });
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** The point of a number moved by places, leading and closing zeros gone: whole and part. */
function moved(figure: string, by: number): readonly [string, string] {
  const [whole = '', part = ''] = figure.replaceAll(',', '').split('.');
  const [before, after] = [Math.max(0, -by), Math.max(0, by)];
  const digits = `${'0'.repeat(before)}${whole}${part}${'0'.repeat(after)}`;
  const point = before + whole.length + by;
  return [digits.slice(0, point).replace(/^0+(?=\d)/, ''), digits.slice(point).replace(/0+$/, '')];
}

/** Digits: beyond these nobody writes a number out. */
const LONGEST = { whole: 12, part: 4 };

/**
 * A number with its point moved: `12,000` by 1 → `120,000`, `5.3` by -1 → `0.53`.
 * @returns null where it would be the same, or beyond all use
 */
export function shifted(figure: string, by: number, lang: Lang): string | null {
  const [whole, part] = moved(figure, by);
  const isLong = whole.length > LONGEST.whole || part.length > LONGEST.part;
  if (isLong || /^0*$/.test(whole + part)) return null;
  const isGrouped = figure.includes(',') || (lang === 'en' && whole.length > 3);
  return `${isGrouped ? grouped(whole) : whole}${part === '' ? '' : `.${part}`}`;
}
