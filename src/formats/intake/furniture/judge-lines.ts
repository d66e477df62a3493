/** Tells a page's furniture from its story, line by line. */
import { CHINESE_FURNITURE } from './chinese.ts';
import { COMMON_RULES, WORD_RULES } from './common.ts';
import { detailFields } from './detail-fields.ts';
import type { DropReasonId } from './drop-reasons.ts';
import { ENGLISH_FURNITURE } from './english.ts';
import type { LineRule, WordRule, Zone } from './rule.ts';
import { withoutLabels } from './series-label.ts';
import { countWords } from './words.ts';

const LINE_RULES: readonly LineRule[] = [
  ...CHINESE_FURNITURE.rules,
  ...ENGLISH_FURNITURE.rules,
  ...COMMON_RULES,
];
/** A longer line is no furniture: no menu, no bar, no notice. */
const MAX_LINE = 600;
/** One label at the head of so many lines names a speaker, not a detail of the page. */
const SPEAKER_LINES = 3;

interface Story {
  readonly first: number;
  readonly last: number;
}

interface Match {
  readonly reason: DropReasonId;
  readonly zone: Zone;
}

function meets(line: string, rule: WordRule): boolean {
  const counts = countWords(line, rule.of, rule.zone === 'anywhere');
  if (counts === null) return false;
  return rule.needs.some((need) =>
    Object.entries(need).every(
      ([kind, least]) => (counts[kind as keyof typeof counts] ?? 0) >= least,
    ),
  );
}

function matchesOf(line: string, speakers: ReadonlySet<string>): Match[] {
  if (line.length > MAX_LINE) return [];
  const matches: Match[] = LINE_RULES.filter(({ pattern }) => pattern.test(line));
  matches.push(...WORD_RULES.filter((rule) => meets(line, rule)));
  const fields = detailFields(line);
  if (fields !== null && !fields.some(({ label }) => speakers.has(label.toLowerCase()))) {
    matches.push({ reason: 'page-details', zone: 'edges' });
  }
  return matches;
}

function speakersOf(lines: readonly string[]): Set<string> {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const label = /^([^:]{1,20}?)\s*:/u.exec(line)?.[1]?.toLowerCase();
    if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= SPEAKER_LINES).map(([label]) => label));
}

function count(line: string, pattern: RegExp): number {
  return line.match(pattern)?.length ?? 0;
}

const STOP = /[.!?。！？…~][”"’'」』）)\]]*\s*[■□◼▪∎]?$/u;

/** A sentence somebody wrote for readers: four words or six Han and a stop, or simply long. */
export function isProse(line: string): boolean {
  const han = count(line, /\p{Script=Han}/gu);
  const words = count(line, /[A-Za-z][A-Za-z'’-]*/g);
  if (words >= 25 || han >= 50) return true;
  return STOP.test(line) && (words >= 4 || han >= 6);
}

function zoneHolds(zone: Zone, index: number, story: Story): boolean {
  const head = index < story.first;
  const tail = index > story.last;
  if (zone === 'anywhere') return true;
  if (zone === 'head') return head;
  return zone === 'tail' ? tail : head || tail;
}

/** From the site's own word list to the end of the page. */
function glossListFrom(lines: readonly string[]): number {
  const start = lines.findIndex(
    (line, index) =>
      /^(?:点击)?收听单词发音$/u.test(line) && /^\d{1,3}\s+[A-Za-z]/.test(lines[index + 1] ?? ''),
  );
  return start === -1 ? lines.length : start;
}

/** A headline may end in a stop: the first line of the page does not yet begin the story. */
const MAX_HEADLINE = 160;

/** Where the story begins and ends; for a page without prose, everything is both head and tail. */
function storyOf(
  lines: readonly string[],
  matches: readonly Match[][],
  outside: readonly boolean[],
): Story {
  const free = lines.map((_, index) => matches[index]?.length === 0 && outside[index] !== true);
  const opening = lines[free.indexOf(true)] ?? '';
  const headline = opening.length <= MAX_HEADLINE ? withoutLabels(opening).text : '';
  const isStory = (line: string, index: number): boolean =>
    free[index] === true && isProse(line) && withoutLabels(line).text !== headline;
  const first = lines.findIndex(isStory);
  if (first === -1) return { first: lines.length, last: -1 };
  return { first, last: lines.findLastIndex(isStory) };
}

/** A name from a detail line that stands alone at the edge, such as the site's own. */
function addDetailValues(
  lines: readonly string[],
  verdicts: (DropReasonId | null)[],
  story: Story,
): void {
  const values = new Set(
    lines.flatMap((line, index) =>
      verdicts[index] === 'page-details'
        ? (detailFields(line) ?? []).map(({ value }) => value).filter((value) => value.length > 1)
        : [],
    ),
  );
  for (const [index, line] of lines.entries()) {
    const edge = index < story.first || index > story.last;
    if (edge && verdicts[index] === null && values.has(line)) verdicts[index] = 'site-name';
  }
}

/**
 * One verdict a line: why it is furniture, or null when it belongs to the story.
 * @param raw the page's lines in reading order, without empty ones
 * @param outside lines that are known to stand outside the story: its bounds are sought without them
 */
export function judgeLines(
  raw: readonly string[],
  outside: readonly boolean[] = [],
): (DropReasonId | null)[] {
  const lines = raw.map((line) => line.normalize('NFKC').replace(/\s+/g, ' ').trim());
  const glossList = glossListFrom(lines);
  const speakers = speakersOf(lines);
  const matches = lines.map((line) => matchesOf(line, speakers));
  const body = lines.slice(0, glossList);
  const story = storyOf(body, matches, outside);
  const verdicts = lines.map((_, index): DropReasonId | null => {
    if (index >= glossList) return 'gloss-list';
    return matches[index]?.find(({ zone }) => zoneHolds(zone, index, story))?.reason ?? null;
  });
  addDetailValues(lines, verdicts, story);
  const related = verdicts.findIndex(
    (verdict, index) => verdict === 'related' && index > story.last,
  );
  if (related === -1) return verdicts;
  return verdicts.map((verdict, index) => (index > related ? (verdict ?? 'related') : verdict));
}
