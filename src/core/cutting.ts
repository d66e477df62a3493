/** The operations by which a reviewer merges two segments, splits one, or takes that back. */
import { anchorAt, type Cut, type CutKind } from './cuts.ts';
import { otherLang, type Unit } from './model.ts';
import type { Operation } from './operations.ts';
import { personsDraft } from './persons-draft.ts';
import type { ArticleState } from './state.ts';
import { plainText } from './tags.ts';

export interface CutStamp {
  readonly at: string;
  readonly by: string;
}

/** The block's units, and the text before each of them. */
function blockUnits(state: ArticleState, unit: Unit): readonly Unit[] {
  return state.units.filter(({ segment }) => segment.block === unit.segment.block);
}

/** Anchor of the place `at` characters into a unit's plain text. */
function anchorIn(state: ArticleState, unit: Unit, at: number): Pick<Cut, 'before' | 'after'> {
  const units = blockUnits(state, unit);
  const own = units.indexOf(unit);
  const before = units.slice(0, own).map(({ segment }) => plainText(segment.text));
  const text = units.map(({ segment }) => plainText(segment.text)).join('');
  return anchorAt(text, before.join('').length + at);
}

/** A unit's target: what a person has typed since, else the approved one, else the draft. */
function targetOf(unit: Unit): string {
  const { segment, pair, draft, status } = unit;
  const typed = personsDraft(unit.record);
  if (typed !== undefined) return typed.text;
  return (status === 'draft' ? undefined : pair?.[otherLang(segment.lang)]) ?? draft?.text ?? '';
}

/** Tags of the second part get numbers behind those of the first. */
function shiftTags(text: string, by: number): string {
  return text.replace(
    /<(\/?)(\d{1,4})(\/?)>/g,
    (_, open: string, number: string, close: string) => {
      return `<${open}${Number(number) + by}${close}>`;
    },
  );
}

/** The unit that a unit can be joined with: the next of its block, in the same language. */
function mergePartner(state: ArticleState, { index, segment, key }: Unit): Unit | undefined {
  const next = state.units[index + 1];
  if (next === undefined || key === '' || next.key === '') return undefined;
  const fits = next.segment.block === segment.block && next.segment.lang === segment.lang;
  return fits ? next : undefined;
}

/** Both targets as one text, each sentence after the other as its language does. */
function joinedTargets(first: Unit, second: Unit): string {
  const gap = first.segment.lang === 'zh' ? ' ' : '';
  const rest = shiftTags(targetOf(second), first.segment.tags.length);
  return [targetOf(first), rest].filter((part) => part !== '').join(gap);
}

/**
 * Joins a unit with the next one of its block. Their targets go together into a draft for the whole;
 * the pairs stay on record, and come back with `uncutOperations`. Null when there is no next one.
 */
export function mergeOperations(
  state: ArticleState,
  unit: Unit,
  stamp: CutStamp,
): readonly Operation[] | null {
  const next = mergePartner(state, unit);
  if (next === undefined) return null;
  const cut: Cut = { kind: 'merge', ...anchorIn(state, unit, plainText(unit.segment.text).length) };
  const replaced = personsDraft(unit.record);
  const kept = replaced === undefined ? {} : { replaced };
  const operation: Operation = { type: 'cut', key: unit.key, ...stamp, cut, ...kept };
  const text = joinedTargets(unit, next);
  if (text === '') return [operation];
  const gap = unit.segment.lang === 'zh' ? '' : ' ';
  const source = unit.segment.text + gap + shiftTags(next.segment.text, unit.segment.tags.length);
  const draft = { origin: 'person', source, text, ...stamp } as const;
  return [operation, { type: 'draft', key: unit.key, ...stamp, draft }];
}

/**
 * Parts a unit at a place of its plain text. The first part keeps the key and with it the whole target,
 * so that nothing lands on the wrong half. Null at the ends of the text.
 */
export function splitOperations(
  state: ArticleState,
  unit: Unit,
  at: number,
  stamp: CutStamp,
): readonly Operation[] | null {
  const text = plainText(unit.segment.text);
  const inside = text.slice(0, at).trim() !== '' && text.slice(at).trim() !== '';
  if (!inside || unit.key === '') return null;
  const cut: Cut = { kind: 'split', ...anchorIn(state, unit, at) };
  return [{ type: 'cut', key: unit.key, ...stamp, cut }];
}

/** Takes back the newest cut of a unit; null when there is none. A merge's own draft goes with it. */
export function uncutOperations(
  unit: Unit,
  stamp: CutStamp,
  kinds: readonly CutKind[] = ['merge', 'split'],
): readonly Operation[] | null {
  const cut = unit.record?.cuts?.findLast(
    (entry) => entry.undone === undefined && kinds.includes(entry.kind),
  );
  if (cut === undefined) return null;
  const { kind, before, after } = cut;
  const key = unit.key;
  const uncut: Operation = { type: 'uncut', key, ...stamp, cut: { kind, before, after } };
  const own = personsDraft(unit.record);
  // What was typed after the merge is nobody's to take away.
  if (own === undefined || own.at !== cut.at) return [uncut];
  const { replaced } = cut;
  if (replaced === undefined) {
    return [uncut, { type: 'drop-draft', key, ...stamp, origin: 'person', over: own.at }];
  }
  return [uncut, { type: 'draft', key, ...stamp, draft: { ...replaced, at: stamp.at } }];
}
