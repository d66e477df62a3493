/** Whether a segment is one that a filter asks for. */
import { assigneeOf } from '../assignment.ts';
import { fold, type FoldOptions } from '../fold.ts';
import type { Finding, Lang, ReviewRecord, Unit } from '../model.ts';
import { isOpenNote, openNotes } from '../notes.ts';
import { newestTime } from '../past.ts';
import { MOST_STEPS } from '../safe-pattern.ts';
import { waitsForSecond } from '../second-signature.ts';
import type { ArticleState } from '../state.ts';
import { plainText } from '../tags.ts';
import { targetAtHand } from '../target-at-hand.ts';
import type { FilterName } from './names.ts';
import type { Clause, SegmentFilter } from './parse.ts';

/** A segment, and all that a filter may ask of it. */
export interface FilterSubject {
  readonly unit: Unit;
  readonly article: ArticleState;
  /** The segment's own. */
  readonly findings: readonly Finding[];
  /** Who is `me`. */
  readonly user: string;
  /** How many people have to sign; 1 when it is not said. */
  readonly signOffs?: number;
  /** Terms of the term base that stand in it, both sides; without them `term:` looks in the texts. */
  readonly terms?: readonly string[];
  /** The target as the person has it before them; without it, as the files have it. */
  readonly target?: string;
}

const DONE: ReadonlySet<string> = new Set(['reviewed', 'omitted', 'untranslatable']);

function textOf(subject: FilterSubject, lang: Lang): string {
  const { segment } = subject.unit;
  return plainText(
    segment.lang === lang ? segment.text : (subject.target ?? targetAtHand(subject.unit)),
  );
}

function includesAny(text: string, { values, pattern }: Clause, folding: FoldOptions): boolean {
  if (pattern === null) {
    const folded = fold(text, folding);
    return values.some((value) => folded.includes(value));
  }
  // Only a text as long as a page is left out, and only for an expression that might take seconds on it.
  if (pattern.cost(text.length) > MOST_STEPS) return false;
  pattern.expression.lastIndex = 0;
  return pattern.expression.test(text);
}

/** Everybody who has a part in a record. */
function peopleOf(record: ReviewRecord | undefined): readonly (string | undefined)[] {
  if (record === undefined) return [];
  const { signoffs, drafts, omitted, revoked, assigned } = record;
  const { notes = [], corrections = [], cuts = [], dismissed = [] } = record;
  const lists = [signoffs, drafts, notes, corrections, cuts, dismissed];
  const single = [omitted, revoked, assigned].map((deed) => deed?.by);
  return [...lists.flat().map(({ by }) => by), ...single];
}

function isPerson(name: string, value: string, user: string, folding: FoldOptions): boolean {
  return value === 'me' ? name === user : fold(name, folding).includes(value);
}

type Test = (value: string, subject: FilterSubject, folding: FoldOptions) => boolean;

const STATES: Readonly<Record<string, (subject: FilterSubject) => boolean>> = {
  open: ({ unit }) => !DONE.has(unit.status),
  done: ({ unit }) => DONE.has(unit.status),
  mine: ({ unit, user }) => assigneeOf(unit.record) === user,
  corrected: ({ unit }) => unit.record?.corrections !== undefined,
  waiting: ({ unit, user, signOffs = 1 }) => waitsForSecond(unit, user, signOffs)?.forMe === true,
};

/** Nobody has said that it is none. */
function isStanding({ dismissed }: Finding): boolean {
  return dismissed === undefined;
}

const PARTS: Readonly<Record<string, (subject: FilterSubject) => boolean>> = {
  finding: ({ findings }) => findings.some(isStanding),
  error: ({ findings }) => findings.some((each) => isStanding(each) && each.severity === 'error'),
  warning: ({ findings }) =>
    findings.some((each) => isStanding(each) && each.severity === 'warning'),
  dismissed: ({ findings }) => findings.some((each) => !isStanding(each)),
  note: ({ unit }) => (unit.record?.notes ?? []).length > 0,
  draft: ({ unit }) => unit.draft !== undefined,
  pair: ({ unit }) => unit.pair !== undefined,
  tag: ({ unit }) => unit.segment.tags.length > 0,
  doubt: ({ unit }) => (unit.draft?.engine?.doubts ?? []).length > 0,
};

function hasNote(value: string, { unit }: FilterSubject, folding: FoldOptions): boolean {
  const notes = unit.record?.notes ?? [];
  if (value === 'open') return openNotes(unit.record).length > 0;
  if (value === 'resolved') return notes.some((note) => !isOpenNote(note));
  return notes.some(({ text }) => fold(text, folding).includes(value));
}

function isAssigned(value: string, { unit, user }: FilterSubject, folding: FoldOptions): boolean {
  const to = assigneeOf(unit.record);
  if (value === 'nobody') return to === null;
  if (to === null) return false;
  return value === 'anybody' || isPerson(to, value, user, folding);
}

function hasTerm(value: string, subject: FilterSubject, folding: FoldOptions): boolean {
  const texts = subject.terms ?? [textOf(subject, 'zh'), textOf(subject, 'en')];
  return texts.some((text) => fold(text, folding).includes(value));
}

function isBy(value: string, { unit, user }: FilterSubject, folding: FoldOptions): boolean {
  return peopleOf(unit.record).some(
    (name) => name !== undefined && isPerson(name, value, user, folding),
  );
}

const TESTS: Readonly<Record<Exclude<FilterName, Lang>, Test>> = {
  status: (value, { unit }) => unit.status === value,
  is: (value, subject) => STATES[value]?.(subject) === true,
  has: (value, subject) => PARTS[value]?.(subject) === true,
  finding: (value, { findings }) =>
    findings.some((each) => isStanding(each) && each.check.includes(value)),
  term: hasTerm,
  note: hasNote,
  assigned: isAssigned,
  by: isBy,
  since: (value, { unit }) => {
    return unit.record !== undefined && newestTime(unit.record) >= value;
  },
  article: (value, { article }) => article.article.slug.includes(value),
  key: (value, { unit }) => unit.key === value,
};

function holds(clause: Clause, subject: FilterSubject, folding: FoldOptions): boolean {
  const { name, values } = clause;
  if (name === 'zh' || name === 'en') return includesAny(textOf(subject, name), clause, folding);
  if (name !== 'text') return values.some((value) => TESTS[name](value, subject, folding));
  const sides: readonly Lang[] = ['zh', 'en'];
  return sides.some((lang) => includesAny(textOf(subject, lang), clause, folding));
}

/** Whether all parts of the filter hold for the segment. */
export function matchesFilter(
  { clauses, folding }: SegmentFilter,
  subject: FilterSubject,
): boolean {
  return clauses.every((clause) => holds(clause, subject, folding) !== clause.negated);
}
