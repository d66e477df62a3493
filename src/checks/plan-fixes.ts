/**
 * Which targets the fixes of an article's findings would change, and how. Only targets are: a source is
 * its author's. Fixes of one round fit together; what they leave is planned in the next.
 */
import { applyFix } from '../core/apply-fix.ts';
import {
  otherLang,
  type Finding,
  type Fix,
  type Lang,
  type TextEdit,
  type Unit,
} from '../core/model.ts';
import { personsDraft } from '../core/persons-draft.ts';
import type { ArticleState } from '../core/state.ts';
import { compareTags } from '../core/tags.ts';
import type { Check } from './check.ts';
import { CHECKS } from './index.ts';

export interface PlannedFix {
  readonly unit: Unit;
  /** Ids of the checks, by comma. */
  readonly check: string;
  readonly lang: Lang;
  readonly before: string;
  readonly after: string;
  /** The wording is as it was signed off, so the sign-off may go on. */
  readonly sign: boolean;
}

const all: readonly Check[] = CHECKS;

const TYPOGRAPHIC: ReadonlySet<string> = new Set(
  all.filter(({ fixes }) => fixes === 'typographic').map(({ id }) => id),
);

const FIXABLE: ReadonlySet<Unit['status']> = new Set(['reviewed', 'changed', 'draft', 'stale']);

/** What is to be fixed at once: the same text, by findings that may be treated alike. */
interface Group {
  readonly unit: Unit;
  readonly before: string;
  readonly findings: readonly Finding[];
}

/** Whether two edits can be made at once: nothing is put in where the other begins or ends. */
function isApart(one: TextEdit, other: TextEdit): boolean {
  const [first, second] = one.from < other.from ? [one, other] : [other, one];
  if (first.to !== second.from) return first.to < second.from;
  return first.to > first.from && second.to > second.from;
}

/** Where an edit comes among edits in reading order; most come last. */
function placeAmong(kept: readonly TextEdit[], { from, to }: TextEdit): number {
  return (
    kept.findLastIndex((other) => other.from < from || (other.from === from && other.to <= to)) + 1
  );
}

/** Edits in reading order, of fixes that do not get in each other's way: half of a fix would be none. */
function fitting(fixes: readonly Fix[]): TextEdit[] {
  const kept: TextEdit[] = [];
  const isFree = (edit: TextEdit): boolean => {
    const at = placeAmong(kept, edit);
    return kept.slice(Math.max(0, at - 1), at + 1).every((other) => isApart(edit, other));
  };
  for (const { edits } of fixes) {
    if (!edits.every(isFree)) continue;
    for (const edit of edits) kept.splice(placeAmong(kept, edit), 0, edit);
  }
  return kept;
}

/** A person's draft of another text waits: it is theirs to finish. */
function isBusy({ record }: Unit, before: string): boolean {
  const own = personsDraft(record);
  return own !== undefined && own.text !== before;
}

function groupOf(unit: Unit, findings: readonly Finding[]): Group | null {
  const lang = otherLang(unit.segment.lang);
  const own = findings.filter(
    ({ fix, dismissed }) => fix?.lang === lang && dismissed === undefined,
  );
  const before = own[0]?.[lang];
  if (before === undefined || !FIXABLE.has(unit.status) || isBusy(unit, before)) return null;
  if (unit.status !== 'reviewed') return { unit, before, findings: own };
  // A signed text is mended by one typographic check after the other, each with its own sign-off.
  const first = own.find(({ check }) => TYPOGRAPHIC.has(check))?.check;
  const same = first === undefined ? own : own.filter(({ check }) => check === first);
  return { unit, before, findings: same };
}

function planGroup({ unit, before, findings }: Group): PlannedFix | null {
  const lang = otherLang(unit.segment.lang);
  const edits = fitting(findings.flatMap(({ fix }) => fix ?? []));
  const after = applyFix(before, { lang, edits }).normalize('NFC').trim();
  if (after === '' || after === before || compareTags(before, after) !== null) return null;
  const checks = [...new Set(findings.map(({ check }) => check))].sort();
  const sign = unit.status === 'reviewed' && checks.every((check) => TYPOGRAPHIC.has(check));
  return { unit, check: checks.join(','), lang, before, after, sign };
}

/** The fixes of one round, in reading order. */
export function planFixes(state: ArticleState, findings: readonly Finding[]): PlannedFix[] {
  const byKey = Map.groupBy(findings, ({ key = '' }) => key);
  return state.units.flatMap((unit) => {
    const group = groupOf(unit, byKey.get(unit.key) ?? []);
    return group === null ? [] : (planGroup(group) ?? []);
  });
}
