/** Finds the date in a line of a site's own details. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(?<day>[0-3]?\\d)(?:st|nd|rd|th)?';

/** Sources of patterns with the named groups year, month, day. For NFKC text, flags `iu`. */
export const DATE_SOURCES: readonly string[] = [
  '(?<year>(?:19|20)\\d\\d)\\s?年\\s?(?<month>[01]?\\d)\\s?月\\s?(?<day>[0-3]?\\d)\\s?日',
  '(?<year>(?:19|20)\\d\\d)[-/.](?<month>[01]?\\d)[-/.](?<day>[0-3]?\\d)(?!\\d)',
  `${MONTH}\\s+${DAY},?\\s+(?<year>(?:19|20)\\d\\d)(?!\\d)`,
  `${DAY}[-\\s]+${MONTH}[-,\\s]+(?<year>(?:19|20)\\d\\d)(?!\\d)`,
];

const DATES = DATE_SOURCES.map((source) => new RegExp(`(?<!\\d)${source}`, 'iu'));

function monthNumber(month: string): number {
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  return named === -1 ? Number(month) : named + 1;
}

function isDay(year: number, month: number, day: number): boolean {
  const days = [31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return month >= 1 && day >= 1 && day <= (days[month - 1] ?? 0);
}

/** The first full date in a text, as `YYYY-MM-DD`; null when there is none. */
export function findDate(text: string): string | null {
  const plain = text.normalize('NFKC');
  for (const pattern of DATES) {
    const groups = pattern.exec(plain)?.groups;
    if (groups === undefined) continue;
    const month = monthNumber(groups['month'] ?? '');
    if (!isDay(Number(groups['year']), month, Number(groups['day']))) continue;
    const two = (part: number): string => String(part).padStart(2, '0');
    return `${groups['year'] ?? ''}-${two(month)}-${two(Number(groups['day']))}`;
  }
  return null;
}
