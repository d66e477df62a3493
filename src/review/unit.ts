/** Questions about one segment that the review asks again and again. */
import { countedSignOffs } from '../core/past.ts';
import { isServed, personsDraft } from '../core/persons-draft.ts';
import { sameText } from '../core/tags.ts';
import { otherLang } from '../core/model.ts';
import { type SecondOpinion, secondOpinion } from '../core/second-opinion/second-opinion.ts';
import type { Doubt, Draft, Lang, Pair, SignOff, Unit } from '../core/model.ts';
import { isOpen } from './summary.ts';

/** Statuses in which a machine's draft may be the text at hand. */
const MACHINE_DRAFTED = new Set(['draft', 'stale']);

/** The newest sign-off of the segment's key, or null. */
export function lastSignOff(unit: Unit): SignOff | null {
  return countedSignOffs(unit.record).at(-1) ?? null;
}

/** The sign-off that is in force: the newest, unless it was taken back later. */
export function standingSignOff(unit: Unit): SignOff | null {
  const last = lastSignOff(unit);
  if (last === null) return null;
  const revoked = unit.record?.revoked;
  return revoked !== undefined && revoked.at >= last.at ? null : last;
}

/** The person's draft, unless a sign-off has settled it. */
export function ownDraft(unit: Unit): Draft | null {
  const draft = personsDraft(unit.record);
  const shown = draft ?? (unit.draft?.origin === 'person' ? unit.draft : undefined);
  return shown === undefined || isServed(unit.record, shown) ? null : shown;
}

/** The approvals to choose between, oldest first; none but in a conflict. */
function candidatesOf(unit: Unit): readonly SignOff[] {
  return unit.status === 'conflict' ? (unit.record?.candidates ?? []) : [];
}

/** The approval that stands, where a person's text beside it differs: one of the two has to go. */
export function rivalOf(unit: Unit, text: string): SignOff | null {
  const theirs = standingSignOff(unit);
  const isSame = theirs?.[targetLang(unit)] === text.normalize('NFC').trim();
  if (theirs === null || isSame) return null;
  const source = unit.segment.lang;
  if (unit.status === 'draft') return sameText(theirs[source], unit.segment.text) ? theirs : null;
  return unit.status === 'reviewed' ? theirs : null;
}

/**
 * The approvals to choose from: in a conflict its candidates; else the one that stands beside the
 * text that a person has written or started from, if they differ.
 */
export function choicesOf(unit: Unit, text: string): readonly SignOff[] {
  if (unit.status === 'conflict') return candidatesOf(unit);
  const rival = rivalOf(unit, text);
  return rival === null ? [] : [rival];
}

/** The drafts of two engines, also when a person has written beside them; null without a second. */
export function opinionOf(unit: Unit): SecondOpinion | null {
  if (!MACHINE_DRAFTED.has(unit.status)) return null;
  if (unit.draft?.origin !== 'person') return secondOpinion(unit);
  const first = unit.record?.drafts.find(
    ({ origin, engine }) => origin.startsWith('engine:') && engine?.second !== true,
  );
  return first === undefined ? null : secondOpinion({ ...unit, draft: first });
}

/** What a look at the engine's draft that stands found odd. */
export function doubtsAbout(unit: Unit): readonly Doubt[] {
  return MACHINE_DRAFTED.has(unit.status) ? (unit.draft?.engine?.doubts ?? []) : [];
}

/** Whether the draft is a machine's and wants a closer look. */
export function wantsLook(unit: Unit): boolean {
  if (unit.draft?.engine === undefined) return false;
  return doubtsAbout(unit).length > 0 || (opinionOf(unit)?.disagreements.length ?? 0) > 0;
}

function readyTexts(unit: Unit, text: string): readonly string[] {
  const choices = choicesOf(unit, text);
  if (choices.length > 0) return choices.map((choice) => choice[targetLang(unit)]);
  const opinion = opinionOf(unit);
  return opinion === null ? [] : [opinion.first.text, opinion.second.text];
}

/**
 * The targets that one key switches between: approvals, else the drafts of two engines; and what people
 * have typed besides the text that one has started from.
 */
export function textsToSwitch(unit: Unit, text: string): readonly string[] {
  const ready = readyTexts(unit, text);
  const typed = [...(unit.record?.aside ?? []), ownDraft(unit) ?? []].flat();
  const others = typed.map((draft) => draft.text).filter((other) => other !== text);
  if (others.length === 0) return ready;
  return [...new Set([...ready, ...others, text])].filter((other) => other !== '');
}

/** The language that is typed. */
export function targetLang(unit: Unit): Lang {
  return otherLang(unit.segment.lang);
}

function approvedTarget(unit: Unit): string | null {
  const pair: Pair | null = candidatesOf(unit)[0] ?? unit.pair ?? standingSignOff(unit);
  return pair === null ? null : pair[targetLang(unit)];
}

const APPROVED_FIRST = new Set(['reviewed', 'changed', 'conflict']);

/**
 * The target as it stands: what the list shows and what approving as is approves. An approved text
 * first where one is in force, else the draft, else (stale) the text approved last; empty without any.
 */
export function targetText(unit: Unit): string {
  if (unit.segment.untranslatable || unit.status === 'omitted') return '';
  const approved = approvedTarget(unit);
  if (APPROVED_FIRST.has(unit.status) && approved !== null) return approved;
  return unit.draft?.text ?? approved ?? '';
}

/** The text that editing starts from: a person's unfinished draft first. */
export function startingText(unit: Unit): string {
  return ownDraft(unit)?.text ?? targetText(unit);
}

interface WithEditor {
  readonly editor: { readonly base: string; readonly buffer: { readonly text: string } } | null;
}

/** The text that a person has started from, or would. */
export function baseText(
  session: { readonly editor: { readonly base: string } | null },
  unit: Unit,
): string {
  return session.editor?.base ?? startingText(unit);
}

/** The engine's draft of today's source that is in the editor as it stands; null for any other text. */
export function engineDraftShown({ editor }: WithEditor, unit: Unit): Draft | null {
  const opinion = opinionOf(unit);
  if (editor === null || opinion === null) return null;
  const { text } = editor.buffer;
  return [opinion.first, opinion.second].find((draft) => draft.text === text) ?? null;
}

/** The text that what stands above the editor is compared with: the one a person has before them. */
export function comparedText(session: WithEditor, unit: Unit): string {
  return engineDraftShown(session, unit)?.text ?? baseText(session, unit);
}

/** Whether a person can write a target for the segment. */
export function isEditable(unit: Unit): boolean {
  return !unit.segment.untranslatable && unit.status !== 'omitted';
}

/** The pair that signing the segment off with this target makes. */
export function pairOf(unit: Unit, target: string): Pair {
  return unit.segment.lang === 'zh'
    ? { zh: unit.segment.text, en: target }
    : { zh: target, en: unit.segment.text };
}

/** Whether this person has signed exactly this pair, and nothing has replaced that since. */
export function hasSigned(unit: Unit, target: string, user: string): boolean {
  // Approvals that brought a conflict about do not settle it.
  if (unit.status === 'conflict') return false;
  const source = unit.segment.lang;
  const signOffs = countedSignOffs(unit.record);
  const isThis = (signOff: SignOff): boolean =>
    signOff[otherLang(source)] === target && sameText(signOff[source], unit.segment.text);
  const replaced = signOffs.findLastIndex((signOff) => !isThis(signOff));
  const revokedAt = unit.record?.revoked?.at ?? '';
  return signOffs.slice(replaced + 1).some(({ by, at }) => by === user && at > revokedAt);
}

/** Whether a person has written another text beside the approval that stands. */
export function hasRival(unit: Unit): boolean {
  return unit.status === 'reviewed' && rivalOf(unit, startingText(unit)) !== null;
}

/** Whether the segment waits for this person: open, and not one that only a second person can close. */
export function waitsFor(unit: Unit, user: string): boolean {
  if (hasRival(unit)) return true;
  if (!isOpen(unit.status)) return false;
  const target = startingText(unit);
  return target === '' || !hasSigned(unit, target, user);
}
