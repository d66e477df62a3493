/** Takes the name of a series off the front of a headline, and the site's name off its end. */
import { CHINESE_FURNITURE } from './chinese.ts';
import { ENGLISH_FURNITURE } from './english.ts';

const OUTLETS = [
  ...(CHINESE_FURNITURE.words.outlet ?? []),
  ...(ENGLISH_FURNITURE.words.outlet ?? []),
]
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replace(/[.]/g, '\\.'))
  .join('|');
const SERIES = [...CHINESE_FURNITURE.series, ...ENGLISH_FURNITURE.series].join('|');
const NAME = `(?:\\d{4}年)?(?:${OUTLETS}|${SERIES}|\\p{Script=Han}{0,6}(?:${SERIES})\\p{Script=Han}{0,3}|头条|每日|今日)`;

/** From the surest: brackets, a bar, then a colon after nothing but known names. */
const PREFIXES: readonly RegExp[] = [
  new RegExp(`^【${NAME}{1,3}】\\s*`, 'u'),
  new RegExp(`^\\s*${NAME}{1,3}\\s*[|｜丨]\\s*`, 'u'),
  new RegExp(`^(?:\\d{4}年)?(?:${OUTLETS}|${SERIES}){1,3}\\s*[:：]\\s*`, 'u'),
  new RegExp(`^\\d{4}年\\s*(?:${OUTLETS})\\s+(?=[A-Z])`, 'u'),
];
const BAR = new RegExp(`^\\s*${NAME}{1,3}\\s*[丨|｜]\\s*\\S`, 'u');
const SUFFIX = new RegExp(
  `\\s*[-–—_|｜丨]+\\s*(?:${OUTLETS})(?:\\s*[-–—_|]\\s*(?:${OUTLETS}))*\\s*$`,
  'u',
);

/** A longer line is no headline. */
const MAX_LABELLED = 300;

export interface Unlabelled {
  readonly text: string;
  /** What was taken off, in reading order. */
  readonly labels: readonly string[];
}

function labelLength(headline: string): number {
  return PREFIXES.map((pattern) => pattern.exec(headline)?.[0].length ?? 0).find(Boolean) ?? 0;
}

/** A headline without labels. A label that is the whole headline stays. */
export function withoutLabels(headline: string): Unlabelled {
  if (headline.length > MAX_LABELLED) return { text: headline, labels: [] };
  const prefix = headline.slice(0, labelLength(headline));
  const rest = headline.slice(prefix.length);
  const suffix = SUFFIX.exec(rest)?.[0] ?? '';
  const text = rest.slice(0, rest.length - suffix.length);
  if (text.trim() === '') return { text: headline, labels: [] };
  return {
    text: text.trim(),
    labels: [prefix.trim(), suffix.trim()].filter((label) => label !== ''),
  };
}

/** Whether a line in the body is the headline of a further story: the series' name, a bar, a title. */
export function isLabelledHeadline(line: string): boolean {
  return line.length <= 160 && BAR.test(line) && !/[。.]$/u.test(line);
}
