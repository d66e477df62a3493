/** Decides whether a page is bilingual, and which of its languages is the article's. */
import { otherLang } from '../../core/model.ts';
import { isProse } from './furniture/judge-lines.ts';
import { pairUp, type Unit, type UnitPair } from './pair-up.ts';

/** What has to be paired before a page counts as bilingual. */
const LEAST_TARGETS = 0.6;
const LEAST_SOURCES = 0.5;
const LEAST_SCORE = 0.3;
const LEAST_SHARED = 0.25;
const MANY_NUMBERS = 4;
const LEAST_STRETCH = 3;
const LEAST_STRETCH_SCORE = 0.5;

export interface Evidence {
  /** The page says itself that it is bilingual. */
  readonly said: boolean;
  /** Units before this one are the headline: they are paired, but prove nothing. */
  readonly bodyFrom: number;
}

function sum(pairs: readonly UnitPair[], of: (pair: UnitPair) => number): number {
  return pairs.reduce((total, pair) => total + of(pair), 0);
}

/** Whether most paragraphs of either language found their other half. */
function coversMost(units: readonly Unit[], pairs: readonly UnitPair[]): boolean {
  const targets = units.filter(({ lang }) => lang === pairs[0]?.targetLang).length;
  const covered = sum(pairs, (pair) => pair.targets.length);
  const sources = units.length - targets;
  return covered >= LEAST_TARGETS * targets && pairs.length >= LEAST_SOURCES * sources;
}

function meanScore(pairs: readonly UnitPair[]): number {
  return sum(pairs, ({ score }) => score) / Math.max(1, pairs.length);
}

/** Translations hold the same numbers; questions and answers do not. */
function numbersAgree(pairs: readonly UnitPair[]): boolean {
  const numbers = sum(pairs, (pair) => pair.numbers);
  return numbers < MANY_NUMBERS || sum(pairs, (pair) => pair.shared) >= LEAST_SHARED * numbers;
}

/** Whether a page is bilingual: most paragraphs are paired, and the halves hold the same numbers. */
function isEnough(units: readonly Unit[], pairs: readonly UnitPair[], said: boolean): boolean {
  if (pairs.length === 0 || !coversMost(units, pairs) || !numbersAgree(pairs)) return false;
  if (said) return true;
  const shared = sum(pairs, (pair) => pair.shared);
  return (pairs.length > 1 || shared > 0) && meanScore(pairs) >= LEAST_SCORE;
}

function bestPairs(units: readonly Unit[], said: boolean): UnitPair[] {
  const first = units[0]?.lang ?? 'en';
  const pairs = pairUp(units, first, said);
  const others = pairUp(units, otherLang(first), said);
  const scoreOf = ({ score }: UnitPair): number => score;
  return sum(others, scoreOf) > sum(pairs, scoreOf) ? others : pairs;
}

function touches(pair: UnitPair, next: UnitPair | undefined): boolean {
  return next !== undefined && next.source === (pair.targets.at(-1) ?? pair.source) + 1;
}

/** Pairs of sentences, and the headings and salutations right beside them; no lists of words. */
function withNeighbours(pairs: readonly UnitPair[], strong: ReadonlySet<UnitPair>): UnitPair[] {
  return pairs.filter((pair, index) => {
    const before = pairs[index - 1];
    const after = pairs[index + 1];
    if (strong.has(pair)) return true;
    if (before !== undefined && strong.has(before) && touches(before, pair)) return true;
    return after !== undefined && strong.has(after) && touches(pair, after);
  });
}

/** Stretches of a page, long enough to be no chance, in which the languages strictly alternate. */
function stretches(strong: readonly UnitPair[]): UnitPair[] {
  const runs: UnitPair[][] = [];
  for (const [index, pair] of strong.entries()) {
    const before = strong[index - 1];
    if (before !== undefined && touches(before, pair)) runs.at(-1)?.push(pair);
    else runs.push([pair]);
  }
  return runs
    .filter((run) => run.length >= LEAST_STRETCH && numbersAgree(run))
    .filter((run) => meanScore(run) >= LEAST_STRETCH_SCORE)
    .flat();
}

/** The pairs of a bilingual page or of its bilingual part; none when the evidence is too weak. */
export function findPairs(units: readonly Unit[], { said, bodyFrom }: Evidence): UnitPair[] {
  const pairs = bestPairs(units, said);
  const prose = units.map(({ text }, index) => index >= bodyFrom && isProse(text));
  const strong = pairs.filter(({ source, targets }) =>
    [source, ...targets].every((index) => prose[index]),
  );
  if (strong.length > 0) {
    const body = units.filter((_, index) => prose[index]);
    const sure = isEnough(body, strong, said) ? strong : stretches(strong);
    return withNeighbours(pairs, new Set(sure));
  }
  // A list of headlines has no sentences; an article has some, and they would have been paired.
  if (prose.includes(true)) return [];
  const inBody = pairs.filter(({ source }) => source >= bodyFrom);
  return isEnough(units.slice(bodyFrom), inBody, said) ? pairs : [];
}
