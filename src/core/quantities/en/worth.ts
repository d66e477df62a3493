/** Words that are worth a number: a year and a half, a couple, a decade, a century. */
import { at, quantity, type Rule } from '../quantity.ts';
import { unitAround } from './context.ts';

const AND_A_HALF =
  /(?:an?|one) (year|month|week|day|hour|minute|mile|kilometer|century|decade) and a half\b/iy;

/** a year and a half */
export const andAHalf: Rule = (text, index) => {
  const match = at(AND_A_HALF, text, index);
  const around = match === null ? null : unitAround(text, index, index + match[0].indexOf(' '));
  if (match === null || around === null) return null;
  const span = { from: index, to: index + match[0].length };
  const draft = { kind: 'number' as const, value: 1.5, unit: around.unit, hard: false };
  return { items: [quantity(text, { ...draft, ...span })], end: span.to };
};

const COUPLE = /couple (?:of )?(?=[a-z])/iy;
const DECADES = /(decades?|century)\b/iy;

/** a decade is ten years, a couple of weeks two. */
export const worth: Rule = (text, index) => {
  if (at(COUPLE, text, index) !== null) {
    return {
      items: [
        quantity(text, { kind: 'number', value: 2, hard: false, from: index, to: index + 6 }),
      ],
      end: index + 6,
    };
  }
  const match = at(DECADES, text, index);
  if (match === null) return null;
  const to = index + match[0].length;
  const value = /^d/i.test(match[0]) ? 10 : 100;
  const unit = { unit: 'year' };
  return {
    items: [quantity(text, { kind: 'number', value, hard: false, from: index, to, ...unit })],
    end: to,
  };
};
