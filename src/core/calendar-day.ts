/** Days of the calendar, as ISO 8601 writes them. */

export interface CalendarDay {
  /** `2026-05-01`. */
  readonly text: string;
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/;

/** None for a month that there is not. */
function daysOf(month: number, year: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

function isDay(year: number, month: number, day: number): boolean {
  return year > 0 && day > 0 && day <= daysOf(month, year);
}

/** The day that a text begins with; null when it begins with none, or with one that never was. */
export function calendarDay(text: string): CalendarDay | null {
  const found = DAY.exec(text);
  if (found === null) return null;
  const [year = 0, month = 0, day = 0] = found.slice(1).map(Number);
  return isDay(year, month, day) ? { text: found[0], year, month, day } : null;
}
