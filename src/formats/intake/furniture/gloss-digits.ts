/**
 * Numbers of a site's word glosses, glued to the words ("speculation1", "deter4"). A site numbers
 * its glosses through the page, so the numbers rise; names that end in a number do not.
 */
export interface GlossLine {
  readonly line: number;
  readonly text: string;
}

/** A digit in one line's text. */
export interface GlossDigit {
  readonly index: number;
  readonly from: number;
  readonly to: number;
  /** The word with its digit, as it stands. */
  readonly word: string;
}

interface Candidate extends GlossDigit {
  readonly value: number;
  readonly lower: boolean;
}

const GLUED = /(?<![\p{L}\d'’./@_-])(\p{Lu}?\p{Ll}{2,})(\d{1,3})(?![\p{L}\d%_]|[.,:]\d|\/)/gu;
const GLUED_PART = /(?<=\p{Ll}-)(\p{Ll}{3,})(\d{1,3})(?![\p{L}\d%_]|[.,:]\d|\/)/gu;
/** Lower-case words that end in a number of their own. */
const OWN_NUMBER = new Set([
  'km',
  'mp',
  'web',
  'top',
  'covid',
  'cm',
  'mm',
  'sq',
  'vitamin',
  'pm',
  'co',
  'ipv',
  'utf',
  'html',
  'iphone',
  'ipad',
  'windows',
  'gpt',
  'chatgpt',
  'playstation',
  'android',
  'python',
]);
/** Without the site's own note, as many rising digits are evidence. */
const LEAST = 3;
/** Numbers may be missing in a shortened page, but not many in a row. */
const MAX_GAP = 12;
/** No page has so many glosses. */
const MAX_CANDIDATES = 2000;

function candidates(lines: readonly GlossLine[]): Candidate[] {
  const at = (index: number, match: RegExpMatchArray): Candidate => {
    const [all, word = '', digits = ''] = match;
    const to = (match.index ?? 0) + all.length;
    return {
      index,
      from: to - digits.length,
      to,
      word: all,
      value: Number(digits),
      lower: /^\p{Ll}/u.test(word),
    };
  };
  return lines
    .flatMap(({ text }, index) =>
      [...text.matchAll(GLUED), ...text.matchAll(GLUED_PART)].map((match) => at(index, match)),
    )
    .filter(
      ({ word, value }) => value > 0 && !OWN_NUMBER.has(word.replace(/\d+$/, '').toLowerCase()),
    )
    .sort((a, b) => a.index - b.index || a.from - b.from);
}

/** The end of a rising run: the last digit, and the run up to it. */
interface Rise {
  readonly candidate: Candidate;
  readonly length: number;
  readonly before: Rise | null;
}

function follows(rise: Rise, candidate: Candidate): boolean {
  const gap = candidate.value - rise.candidate.value;
  return gap > 0 && gap <= MAX_GAP;
}

function longerOf(best: Rise | null, rise: Rise): Rise | null {
  return best === null || rise.length > best.length ? rise : best;
}

/** The longest strictly rising run, in which a number follows the last one within `MAX_GAP`. */
function longestRise(all: readonly Candidate[]): Candidate[] {
  const rises: Rise[] = [];
  for (const candidate of all) {
    const before = rises.filter((rise) => follows(rise, candidate)).reduce(longerOf, null);
    if (before === null && candidate.value > MAX_GAP) continue;
    rises.push({ candidate, before, length: before === null ? 1 : before.length + 1 });
  }
  const run: Candidate[] = [];
  for (let at = rises.reduce(longerOf, null); at !== null; at = at.before)
    run.unshift(at.candidate);
  return run;
}

/** Capitalised words are names more often than not: taken only where the numbers leave a hole. */
function fillers(all: readonly Candidate[], run: readonly Candidate[]): Candidate[] {
  const values = new Set(run.map(({ value }) => value));
  const place = ({ index, from }: Candidate): number => index * 1e6 + from;
  return all.filter((candidate) => {
    const { value } = candidate;
    if (candidate.lower || values.has(value)) return false;
    const before = run.find((other) => other.value === value - 1);
    const after = run.find((other) => other.value === value + 1);
    if (before === undefined || after === undefined) return false;
    return place(before) < place(candidate) && place(candidate) < place(after);
  });
}

/**
 * The digits to take off, in reading order.
 * @param noted the page carries the site's note on looking up words
 */
export function glossDigits(lines: readonly GlossLine[], noted: boolean): GlossDigit[] {
  const all = candidates(lines);
  if (all.length > MAX_CANDIDATES) return [];
  const run = longestRise(all.filter(({ lower }) => lower));
  if (run.length < (noted ? 1 : LEAST)) return [];
  return [...run, ...fillers(all, run)].sort((a, b) => a.index - b.index || a.from - b.from);
}
