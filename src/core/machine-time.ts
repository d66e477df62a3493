/** Moments as machines read them: the values of `datetime` that HTML knows, but for weeks and durations. */
import { calendarDay } from './calendar-day.ts';

const MONTH = /^(?!0000)\d{4}(?:-(?:0[1-9]|1[0-2]))?$/;
const CLOCK = String.raw`(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?`;
const TIME = new RegExp(`^${CLOCK}$`);
const TIME_OF_DAY = new RegExp(`^[T ]${CLOCK}(?:Z|[+-](?:[01]\\d|2[0-3]):?[0-5]\\d)?$`);

/** Whether a text is a year, a month, a day, a time, or a day with a time. */
export function isMachineTime(text: string): boolean {
  if (MONTH.test(text) || TIME.test(text)) return true;
  const day = calendarDay(text);
  if (day === null) return false;
  const rest = text.slice(day.text.length);
  return rest === '' || TIME_OF_DAY.test(rest);
}
