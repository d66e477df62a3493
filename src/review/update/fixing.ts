/** Mends what the checks have found. A fix is typed into the editor, never signed by itself. */
import { fixKind } from '../../checks/kinds.ts';
import { applyFix } from '../../core/apply-fix.ts';
import type { Finding, Unit } from '../../core/model.ts';
import { chosenFinding } from '../chosen-finding.ts';
import { standing } from '../findings.ts';
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

/** The chosen finding where it offers a fix, else the first that does. */
function mendable(session: Session, unit: Unit): Finding | undefined {
  const chosen = chosenFinding(session, unit);
  const all = standing(typedFindings(session, unit));
  return [...(chosen === undefined ? [] : [chosen]), ...all].find(({ fix }) => fix !== undefined);
}

/** The source is mended in the article: the line to correct it in, with the text as it would be. */
function correctSource(state: ReviewState, text: string): ReviewState {
  return say(openLine(state, CORRECT, { text, subject: '' }), 'review.notice.fixSource');
}

function typed(state: ReviewState, text: string, at: string): Outcome {
  const opened = state.session?.editor === null ? edit(state) : state;
  if (editingOf(opened) === null) return still(opened);
  const [next, effects] = changed(opened, (buffer) => replaceAll(buffer, text), at);
  return [say(next, 'review.notice.fixed'), effects];
}

/** Nothing mends it by itself; but tags that are missing need not be typed. */
function helped(state: ReviewState, { session, unit }: Focus, at: string): Outcome {
  const text = withMissingTags(unit.segment.text, shownTarget(session, unit));
  if (text === null) return still(refuse(state, 'review.refuse.noFix'));
  const [next, effects] = typed(state, text, at);
  return [say(next, 'review.notice.tagsAtEnd'), effects];
}

/** Applies the fix of the chosen finding, or of the first that offers one. */
export function fixFinding(state: ReviewState, at: string): Outcome {
  const focus = focusOf(state);
  if (focus === null) return still(state);
  const { session, unit } = focus;
  const finding = mendable(session, unit);
  const isTarget = finding?.fix?.lang === targetLang(unit);
  const shown = isTarget ? shownTarget(session, unit) : unit.segment.text;
  const text = finding === undefined ? null : mended(finding, shown);
  if (text === null) return helped(state, focus, at);
  return isTarget ? typed(state, text, at) : still(correctSource(state, text));
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
  return text === null ? still(refuse(state, 'review.refuse.noFix')) : typed(state, text, at);
}
