/**
 * Foreign names: in Chinese their parts are divided by a dot (爱丽丝·芒罗), so that one pair is enough to
 * see where the name begins and ends. Its English form is the run of capitalised words that goes with it.
 */
import type { Association } from './association.ts';
import { dice, logLikelihood } from './association.ts';
import type { Candidate } from './candidate.ts';
import { NAME_LINKS, TITLE_WORDS } from './edge-words-en.ts';
import { POSSESSIVE, wordsOf, type Word } from './english-candidates.ts';
import { isNameCharacter, soundsLike, TITLE_BEFORE_NAME } from './name-sounds.ts';

const DOT = '·•・‧∙';
const ANY_DOT = new RegExp(`[${DOT}]`, 'u');
const DOTTED = new RegExp(
  String.raw`\p{Script=Han}{1,12}(?:[${DOT}]\p{Script=Han}{1,12}){1,4}`,
  'gu',
);
/** What a newsroom writes behind a name that is met first: 爱丽丝·芒罗（Alice Munro）. */
const GLOSS = /^\s?[（(]([\p{Lu}][\p{L}\p{M}.'’ -]{1,60})[）)]/u;
/** Words of an English name. */
const LONGEST = 5;

interface Found {
  readonly pairs: number[];
  gloss: string | null;
}

function glossAt(text: string, at: number): string | null {
  return GLOSS.exec(text.slice(at, at + 80))?.[1]?.trim() ?? null;
}

/** The end of a part that belongs to the name which begins there. */
function nameTail(part: string): string {
  const characters = [...part.replace(TITLE_BEFORE_NAME, '')];
  return characters.slice(characters.findLastIndex((one) => !isNameCharacter(one)) + 1).join('');
}

/** The beginning of a part that belongs to the name which ends there. */
function nameHead(part: string): string {
  const characters = [...part];
  const end = characters.findIndex((one) => !isNameCharacter(one));
  return end === -1 ? part : characters.slice(0, end).join('');
}

/**
 * The names in a run of Han characters and dots: what runs into them is spelt with other characters, and
 * where a part between two dots holds such, one name ends there and another begins.
 */
function namesIn(run: string): string[] {
  const parts = run.split(ANY_DOT);
  const names: string[][] = [[nameTail(parts[0] ?? '')]];
  for (const part of parts.slice(1)) {
    const head = nameHead(part);
    names.at(-1)?.push(head);
    if (head !== part) names.push([nameTail(part)]);
  }
  return names
    .filter((name) => name.length > 1 && !name.includes(''))
    .map((name) => name.join('·'));
}

interface Met {
  readonly name: string;
  /** In brackets right behind it. */
  readonly gloss: string | null;
}

/** The names with a dot that a Chinese text holds, written with `·`. */
export function namesMet(text: string): Met[] {
  return [...text.matchAll(DOTTED)].flatMap((match) => {
    const gloss = glossAt(text, match.index + match[0].length);
    return namesIn(match[0]).map((name) => {
      const isLast = match[0].endsWith(name.split('·').at(-1) ?? '');
      return { name, gloss: isLast ? gloss : null };
    });
  });
}

/** Dotted names by their text with `·`. */
function dottedNames(texts: readonly string[]): Map<string, Found> {
  const names = new Map<string, Found>();
  for (const [pair, text] of texts.entries()) {
    for (const { name, gloss } of namesMet(text)) {
      const found = names.get(name) ?? { pairs: [], gloss: null };
      names.set(name, found);
      if (found.pairs.at(-1) !== pair) found.pairs.push(pair);
      found.gloss ??= gloss;
    }
  }
  return names;
}

function isCapital({ text }: Word): boolean {
  return /^\p{Lu}/u.test(text) && !TITLE_WORDS.has(text.toLowerCase());
}

function isLink({ text }: Word): boolean {
  return NAME_LINKS.has(text.toLowerCase());
}

/** Whether a run cannot go on: punctuation, or "Maria Costa's Wharf", which is no name of hers. */
function divides(word: Word, before: Word | undefined): boolean {
  return word.breaks || (before !== undefined && POSSESSIVE.test(before.text));
}

/** Runs of words with capitals, small linking words inside. */
function capitalRuns(text: string): Word[][] {
  const runs: Word[][] = [];
  let run: Word[] = [];
  for (const word of wordsOf(text)) {
    if (divides(word, run.at(-1)) || !(isCapital(word) || isLink(word))) run = [];
    if (run.length === 0 && isCapital(word)) runs.push((run = [word]));
    else if (run.length > 0) run.push(word);
  }
  return runs;
}

/** All parts of a run that may be a name of its own: no linking word at an edge. */
function partsOf(run: readonly Word[]): string[] {
  return run.flatMap((first, from) => {
    if (isLink(first)) return [];
    return run.slice(from + 1, from + LONGEST).flatMap((last, more) => {
      const words = run.slice(from, from + more + 2).map((word) => word.text);
      const name = words.join(' ').replace(POSSESSIVE, '');
      return isLink(last) ? [] : [name];
    });
  });
}

/** The pairs of every name by its text. */
function capitalNames(texts: readonly string[]): Map<string, number[]> {
  const names = new Map<string, number[]>();
  for (const [pair, text] of texts.entries()) {
    for (const name of capitalRuns(text).flatMap(partsOf)) {
      const pairs = names.get(name) ?? [];
      names.set(name, pairs);
      if (pairs.at(-1) !== pair) pairs.push(pair);
    }
  }
  return names;
}

function countShared(one: readonly number[], other: readonly number[]): number {
  const set = new Set(one);
  return other.filter((pair) => set.has(pair)).length;
}

interface Rival {
  readonly text: string;
  readonly pairs: readonly number[];
  readonly together: number;
  readonly rank: number;
}

/** How well a rival fits the name by its form: as many words as the name has parts, the same sounds. */
function fit(zh: string, en: string): number {
  const parts = zh.split('·');
  const words = en.split(' ').filter((word) => !NAME_LINKS.has(word.toLowerCase()));
  const first = soundsLike(parts[0] ?? '', words[0] ?? '');
  const rest = en.split(' ').slice(1);
  const last = rest.some((word) => soundsLike(parts.at(-1) ?? '', word));
  return (words.length === parts.length ? 1 : 0.6) * (first ? 1 : 0.5) * (last ? 1 : 0.5);
}

function rivalsOf(zh: string, found: Found, names: Names): Rival[] {
  const texts = new Set(found.pairs.flatMap((pair) => names.byPair[pair] ?? []));
  return [...texts].map((text): Rival => {
    const pairs = names.all.get(text) ?? [];
    const together = countShared(found.pairs, pairs);
    const shared = dice(together, found.pairs.length, pairs.length);
    return { text, pairs, together, rank: shared * fit(zh, text) };
  });
}

interface Names {
  readonly all: ReadonlyMap<string, readonly number[]>;
  readonly byPair: readonly (readonly string[])[];
}

function namesOf(texts: readonly string[]): Names {
  const all = capitalNames(texts);
  const byPair: string[][] = texts.map(() => []);
  for (const [name, pairs] of all) for (const pair of pairs) byPair[pair]?.push(name);
  return { all, byPair };
}

/** The one that is clearly ahead: two names in one sentence, and nobody can say which. */
function winner(rivals: readonly Rival[]): Rival | null {
  const [first, second] = [...rivals].sort((a, b) => b.rank - a.rank || (a.text < b.text ? -1 : 1));
  if (first === undefined || first.rank <= 0.5) return null;
  return second !== undefined && second.rank > first.rank * 0.9 ? null : first;
}

function glossed(found: Found, names: Names): Rival | null {
  if (found.gloss === null) return null;
  const pairs = names.all.get(found.gloss) ?? [];
  const together = countShared(found.pairs, pairs);
  return together === 0 ? null : { text: found.gloss, pairs, together, rank: 1 };
}

/** Names with a dot and the capitalised words that they stand for, from one pair on. */
export function dottedAssociations(
  zhTexts: readonly string[],
  enTexts: readonly string[],
): Association[] {
  const names = namesOf(enTexts);
  const all = zhTexts.length;
  const taken = new Map<string, Association>();
  for (const [text, found] of dottedNames(zhTexts)) {
    const best = glossed(found, names) ?? winner(rivalsOf(text, found, names));
    if (best === null) continue;
    const zh: Candidate = { text, pairs: found.pairs, words: 1, isName: true };
    const en: Candidate = {
      text: best.text,
      pairs: best.pairs,
      words: best.text.split(' ').length,
      isName: true,
    };
    const { together } = best;
    const score = logLikelihood(together, zh.pairs.length, en.pairs.length, all);
    const rival = taken.get(en.text);
    if (rival === undefined || rival.score < score) taken.set(en.text, { zh, en, together, score });
  }
  return [...taken.values()];
}
