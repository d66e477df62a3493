/** Mends what the checks have found. A fix is typed into the editor, never signed by itself. */
import { fixKind } from '../../checks/kinds.ts';
import { applyFix } from '../../core/apply-fix.ts';
import type { Finding, Fix, Unit } from '../../core/model.ts';
import { chosenFinding } from '../chosen-finding.ts';
import { standing } from '../findings.ts';
import type { Message } from '../message.ts';
import { withMissingTags } from '../missing-tags.ts';
import { type Outcome, refuse, say, still } from '../outcome.ts';
import type { ReviewState, Session } from '../state.ts';
import { replaceAll } from '../text/edits.ts';
import { shownTarget, typedFindings } from '../typed-findings.ts';
import { targetLang } from '../unit.ts';
import { changed, edit } from './editor.ts';
import { CORRECT } from './overlays/deeds.ts';
import { openLine } from './overlays/prompts.ts';
import { editingOf, type Focus, focusOf } from './session.ts';

/** The text of a side, as it is shown, with a finding mended; null where that is a person's work. */
function mended({ fix, ...finding }: Finding, shown: string): string | null {
  return fix === undefined || finding[fix.lang] !== shown ? null : applyFix(shown, fix);
}

/** Changes that are said. */
const SAID = 3;

/** What a fix takes out and puts in. */
function changesOf({ edits }: Fix, shown: string): string {
  const said = edits.slice(0, SAID).map(({ from, to, text }) => {
    const gone = shown.slice(from, to);
    return `${gone === '' ? '' : `[-${gone}-]`}${text === '' ? '' : `{+${text}+}`}`;
  });
  return [...said, ...(edits.length > SAID ? ['…'] : [])].join(' ');
}

/** The source is mended in the article: the line to correct it in, with the text as it would be. */
function correctSource(state: ReviewState, text: string): ReviewState {
  return say(openLine(state, CORRECT, { text, subject: '' }), 'review.notice.fixSource');
}

function typed(state: ReviewState, text: string, { at, notice }: Told): Outcome {
  const opened = state.session?.editor === null ? edit(state) : state;
  if (editingOf(opened) === null) return still(opened);
  const [next, effects] = changed(opened, (buffer) => replaceAll(buffer, text), at);
  return [say(next, notice.key, notice.values), effects];
}

interface Told {
  readonly at: string;
  readonly notice: Message;
}

/** The chosen finding offers nothing: another one may. */
function withoutFix(state: ReviewState, { session, unit }: Focus): ReviewState {
  const others = standing(typedFindings(session, unit)).filter(({ fix }) => fix !== undefined);
  return others.length === 0
    ? refuse(state, 'review.refuse.noFix')
    : refuse(state, 'review.refuse.noFixChosen', { count: others.length });
}

/** Nothing mends it by itself; but tags that are missing need not be typed. */
function helped(state: ReviewState, focus: Focus, at: string): Outcome {
  const { session, unit } = focus;
  const isOfTags = chosenFinding(session, unit)?.check === 'tags';
  const text = isOfTags ? withMissingTags(unit.segment.text, shownTarget(session, unit)) : null;
  if (text === null) return still(withoutFix(state, focus));
  return typed(state, text, { at, notice: { key: 'review.notice.tagsAtEnd' } });
}

/** The text of a side with the chosen finding mended; null where that is a person's work. */
function plannedFix({ session, unit }: Focus) {
  const finding = chosenFinding(session, unit);
  const fix = finding?.fix;
  if (finding === undefined || fix === undefined) return null;
  const isTarget = fix.lang === targetLang(unit);
  const shown = isTarget ? shownTarget(session, unit) : unit.segment.text;
  const text = mended(finding, shown);
  return text === null ? null : { isTarget, text, changes: changesOf(fix, shown) };
}

/** Applies the fix of the chosen finding, and of no other. */
export function fixFinding(state: ReviewState, at: string): Outcome {
  const focus = focusOf(state);
  if (focus === null) return still(state);
  const planned = plannedFix(focus);
  if (planned === null) return helped(state, focus, at);
  const { isTarget, text, changes } = planned;
  if (!isTarget) return still(correctSource(state, text));
  return typed(state, text, { at, notice: { key: 'review.notice.fixedAs', values: { changes } } });
}

/** More rounds than there are fixes in a sentence; fixes that undo each other end here. */
const ROUNDS = 100;

/** The target with every fix made that leaves the wording alone; each is worked out on the text so far. */
function tidied(session: Session, unit: Unit): string | null {
  const lang = targetLang(unit);
  const before = shownTarget(session, unit);
  let text = before;
  for (let round = 0; round < ROUNDS; round += 1) {
    const finding = standing(typedFindings(session, unit, { text })).find(
      ({ check, fix }) => fix?.lang === lang && fixKind(check) === 'typographic',
    );
    const next = finding === undefined ? null : mended(finding, text);
    if (next === null || next === text) break;
    text = next;
  }
  return text === before ? null : text;
}

/** Makes every fix of the segment that leaves its wording alone. */
export function fixTypography(state: ReviewState, at: string): Outcome {
  const focus = focusOf(state);
  if (focus === null) return still(state);
  const text = tidied(focus.session, focus.unit);
  if (text === null) return still(refuse(state, 'review.refuse.noFix'));
  return typed(state, text, { at, notice: { key: 'review.notice.fixed' } });
}
