/** The selected segment's texts, source and target, in the boxes below the list. */
import type { Draft, Lang, Unit } from '../../core/model.ts';
import { langLabel, statusLabel } from '../labels.ts';
import { visible } from '../../core/safe-text.ts';
import { waitsForSecond } from '../../core/second-signature.ts';
import { countFindings } from '../findings.ts';
import type { Editor, Session } from '../state.ts';
import { typedFindings } from '../typed-findings.ts';
import { caretCell } from '../text/visual-lines.ts';
import { wrap } from '../text/wrap.ts';
import {
  baseText,
  comparedText,
  engineDraftShown,
  rivalOf,
  startingText,
  targetLang,
} from '../unit.ts';
import { safeMessage } from './messages.ts';
import { countChoices } from './choices.ts';
import { changeRuns, DIFF_MARK, sourceChanges, targetChanges } from './diffs.ts';
import { engineName } from './machine.ts';
import { editorLines } from './editor-lines.ts';
import { findingParts } from './dashboard.ts';
import { findingSpans } from './finding-spans.ts';
import { termSpans } from './marks.ts';
import { type Layout, sourceBox, targetBox, type TextLines } from './layout.ts';
import { type Lines, type Part, type View, cropped, part, wrapRuns } from './row.ts';
import { signsOf } from './signs.ts';
import { styledRuns } from './styled-spans.ts';

/** The source, or what has changed in it; with the term base's words marked. */
function sourceRuns(session: Session, unit: Unit, brackets: boolean): readonly Part[] {
  const changes = sourceChanges(session, unit);
  if (changes !== null) return changeRuns(changes);
  const { text, lang } = unit.segment;
  const terms = termSpans(session, unit);
  const spans = [
    ...terms.map((span) => ({ ...span, style: 'term' as const })),
    ...findingSpans(session, unit, lang, text),
  ];
  return styledRuns(text, spans, brackets ? terms : []);
}

function targetRuns(session: Session, unit: Unit, view: View): readonly Part[] {
  const changes = targetChanges(session, unit);
  if (changes !== null) return changeRuns(changes);
  const reason = unit.record?.omitted?.reason;
  if (unit.status !== 'omitted' || reason === undefined) {
    const text = startingText(unit);
    return styledRuns(text, findingSpans(session, unit, targetLang(unit), text));
  }
  const message = { key: 'review.pane.omitted', values: { reason } } as const;
  return [part(safeMessage(view.t, message), 'faint')];
}

/** How many lines the texts have in panes of these widths. */
export function countLines(session: Session, unit: Unit, panes: Layout): TextLines {
  const { width } = targetBox(panes, unit);
  const changes = targetChanges(session, unit);
  const target = session.editor?.buffer.text ?? visible(startingText(unit));
  return {
    // With brackets, whether they are shown or not: one line too many at most.
    source: wrapRuns(sourceRuns(session, unit, true), sourceBox(panes, unit).width).length,
    target:
      changes === null ? wrap(target, width).length : wrapRuns(changeRuns(changes), width).length,
    choices: countChoices(unit, comparedText(session, unit), width),
  };
}

/** How far the work on the target has come, from 0 to 1; it will be about as long as the source. */
function progressIn(editor: Editor, width: number, sourceCount: number): number {
  const last = Math.max(wrap(editor.buffer.text, width).length, sourceCount) - 1;
  return last === 0 ? 0 : caretCell(editor.buffer, width).row / last;
}

/** The source, or what has changed in it. A long one follows the caret through the target. */
export function sourceLines(session: Session, unit: Unit, layout: Layout, view: View): Lines {
  const box = sourceBox(layout, unit);
  const lines = wrapRuns(sourceRuns(session, unit, view.plain === true), box.width);
  const hidden = lines.length - box.rows;
  if (session.editor === null || hidden <= 0) return cropped(lines, box.rows);
  const share = progressIn(session.editor, targetBox(layout, unit).width, lines.length);
  return cropped(lines, box.rows, Math.round(share * hidden));
}

/** The target: what is being typed, or what there is so far. */
export function targetLines(session: Session, unit: Unit, layout: Layout, view: View): Lines {
  const box = targetBox(layout, unit);
  const { editor } = session;
  if (editor !== null) {
    const { text } = editor.buffer;
    const marks = findingSpans(session, unit, targetLang(unit), text);
    return editorLines(editor.buffer, editor.top, box, marks);
  }
  return cropped(wrapRuns(targetRuns(session, unit, view), box.width), box.rows);
}

const GAP = part('  ');

function nameOf(lang: Lang, role: 'source' | 'target', { t }: View): string {
  return t('review.pane.title', { lang: t(langLabel(lang)), role: t(`review.pane.${role}`) });
}

/** The heading of the source: its language, and whether a change is shown. */
export function sourceTitle(session: Session, unit: Unit, view: View): readonly Part[] {
  const title = part(nameOf(unit.segment.lang, 'source', view), 'faint');
  if (sourceChanges(session, unit) === null) return [title];
  return [title, GAP, part(view.t('review.pane.diff', { mark: DIFF_MARK }), 'stale')];
}

function originOf(draft: Draft | undefined, view: View): string {
  if (draft === undefined) return '';
  const { origin } = draft;
  if (origin === 'person' || origin === 'imported' || origin === 'memory') {
    return view.t(`review.origin.${origin}`);
  }
  return engineName(draft, view);
}

const DIFF_TITLES = {
  target: 'review.pane.diffTarget',
  machine: 'review.pane.diffMachine',
} as const;

/** That the target is shown with what has changed in it, and from which text. */
function diffParts(session: Session, unit: Unit, { t }: View): readonly Part[] {
  const { diff } = session;
  if (diff !== 'target' && diff !== 'machine') return [];
  if (targetChanges(session, unit) === null) return [];
  return [GAP, part(t(DIFF_TITLES[diff], { mark: DIFF_MARK }), 'stale')];
}

/** Who is to work on the segment. */
/** Who has signed what another person has to sign too. */
function signedParts({ user, signOffs }: Session, unit: Unit, { t }: View): readonly Part[] {
  const waiting = waitsForSecond(unit, user, signOffs);
  if (waiting === null) return [];
  const values = { by: waiting.signed.join(', ') };
  return [GAP, part(safeMessage(t, { key: 'review.pane.waits', values }), 'strong')];
}

function assignedParts({ record }: Unit, { t }: View): readonly Part[] {
  const to = record?.assigned?.to ?? null;
  return to === null
    ? []
    : [GAP, part(safeMessage(t, { key: 'review.pane.assigned', values: { to } }), 'faint')];
}

/** How much the checks find in what is shown. */
function foundParts(session: Session, unit: Unit): readonly Part[] {
  const found = findingParts(countFindings(typedFindings(session, unit)));
  return found.length === 0 ? [] : [GAP, ...found];
}

const DRAFTED = new Set(['draft', 'stale']);

/** The heading of the target: its language, the status in words, where a draft came from. */
export function targetTitle(session: Session, unit: Unit, view: View): readonly Part[] {
  const { t } = view;
  const editing = session.editor !== null;
  const name = part(nameOf(targetLang(unit), 'target', view), editing ? 'plain' : 'faint');
  const sign = signsOf(view.ascii).status[unit.status];
  const origin = DRAFTED.has(unit.status)
    ? originOf(engineDraftShown(session, unit) ?? unit.draft, view)
    : '';
  return [
    name,
    ...(editing ? [GAP, part(t('review.pane.editing'), 'strong')] : []),
    ...foundParts(session, unit),
    GAP,
    part(`${sign} ${t(statusLabel(unit.status))}`, unit.status),
    ...diffParts(session, unit, view),
    ...(origin === '' ? [] : [GAP, part(origin, 'faint')]),
    ...rivalParts(session, unit, view),
    ...signedParts(session, unit, view),
    ...assignedParts(unit, view),
    ...(isUnsaved(session) ? [GAP, part(t('review.typing'), 'faint')] : []),
  ];
}

/** In words, with the keys: an approval that another person's, or an earlier, text stands for. */
function rivalParts(session: Session, unit: Unit, { t, ascii }: View): readonly Part[] {
  if (unit.status === 'conflict') {
    return [GAP, part(t('review.pane.candidates', { key: 'Alt+O' }), 'faint')];
  }
  if (rivalOf(unit, baseText(session, unit)) === null) return [];
  const sign = signsOf(ascii).status.conflict;
  return [GAP, part(`${sign} ${t('review.pane.rival', { key: 'Alt+K' })}`, 'conflict')];
}

function isUnsaved({ editor }: Session): boolean {
  return editor !== null && editor.buffer.text !== editor.base;
}
