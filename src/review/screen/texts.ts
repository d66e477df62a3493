/** The selected segment's texts, source and target, in the boxes below the list. */
import type { Lang, Unit } from '../../core/model.ts';
import { langLabel, statusLabel } from '../labels.ts';
import { visible } from '../../core/safe-text.ts';
import { type Change, diffTexts } from '../source-diff.ts';
import type { Editor, Session } from '../state.ts';
import { caretCell } from '../text/visual-lines.ts';
import { wrap } from '../text/wrap.ts';
import { baseText, rivalOf, startingText, targetLang } from '../unit.ts';
import { safeMessage } from './messages.ts';
import { countChoices } from './choices.ts';
import { engineName } from './machine.ts';
import { type Box, type Layout, sourceBox, targetBox, type TextLines } from './layout.ts';
import {
  type Lines,
  type Part,
  type Style,
  type View,
  cropped,
  part,
  taggedRuns,
  wrapRuns,
} from './row.ts';
import { signsOf } from './signs.ts';

const DIFF_MARKS: Readonly<Record<Change['kind'], readonly [string, string]>> = {
  same: ['', ''],
  added: ['{+', '+}'],
  removed: ['[-', '-]'],
};

const DIFF_STYLES: Readonly<Record<Change['kind'], Style>> = {
  same: 'plain',
  added: 'added',
  removed: 'removed',
};

/** The source that the text at hand was made for, when it is another one than today's; else null. */
function previousSource({ editor }: Session, unit: Unit): string | null {
  const today = unit.segment.text;
  const started = editor !== null && editor.source !== today ? editor.source : undefined;
  const previous = started ?? unit.previousSource ?? today;
  return previous === today ? null : previous;
}

/** Whether the source is shown with what has changed in it. */
function showsDiff(session: Session, unit: Unit): boolean {
  return session.diff && previousSource(session, unit) !== null;
}

function diffRuns(before: string, unit: Unit): readonly Part[] {
  const changes = diffTexts(before, unit.segment.text, unit.segment.lang);
  return changes.flatMap(({ kind, text }) => {
    if (kind === 'same') return taggedRuns(visible(text));
    const [open, shut] = DIFF_MARKS[kind];
    return [part(open + visible(text) + shut, DIFF_STYLES[kind])];
  });
}

function sourceRuns(session: Session, unit: Unit): readonly Part[] {
  const previous = session.diff ? previousSource(session, unit) : null;
  return previous === null ? taggedRuns(visible(unit.segment.text)) : diffRuns(previous, unit);
}

function targetRuns(unit: Unit, view: View): readonly Part[] {
  const reason = unit.record?.omitted?.reason;
  if (unit.status !== 'omitted' || reason === undefined) {
    return taggedRuns(visible(startingText(unit)));
  }
  const message = { key: 'review.pane.omitted', values: { reason } } as const;
  return [part(safeMessage(view.t, message), 'faint')];
}

/** How many lines the texts have in panes of these widths. */
export function countLines(session: Session, unit: Unit, panes: Layout): TextLines {
  const target = session.editor?.buffer.text ?? visible(startingText(unit));
  const { width } = targetBox(panes, unit);
  return {
    source: wrapRuns(sourceRuns(session, unit), sourceBox(panes, unit).width).length,
    target: wrap(target, width).length,
    choices: countChoices(unit, baseText(session, unit), width),
  };
}

/** How far the work on the target has come, from 0 to 1; it will be about as long as the source. */
function progressIn(editor: Editor, width: number, sourceCount: number): number {
  const last = Math.max(wrap(editor.buffer.text, width).length, sourceCount) - 1;
  return last === 0 ? 0 : caretCell(editor.buffer, width).row / last;
}

/** The source, or what has changed in it. A long one follows the caret through the target. */
export function sourceLines(session: Session, unit: Unit, layout: Layout): Lines {
  const box = sourceBox(layout, unit);
  const lines = wrapRuns(sourceRuns(session, unit), box.width);
  const hidden = lines.length - box.rows;
  if (session.editor === null || hidden <= 0) return cropped(lines, box.rows);
  const share = progressIn(session.editor, targetBox(layout, unit).width, lines.length);
  return cropped(lines, box.rows, Math.round(share * hidden));
}

function editorLines(editor: Editor, box: Box): Lines {
  const lines = wrapRuns(taggedRuns(editor.buffer.text), box.width);
  return lines
    .slice(editor.top, editor.top + box.rows)
    .map((parts) => parts.map(({ text, style }) => part(visible(text), style)));
}

/** The target: what is being typed, or what there is so far. */
export function targetLines(session: Session, unit: Unit, layout: Layout, view: View): Lines {
  const box = targetBox(layout, unit);
  if (session.editor !== null) return editorLines(session.editor, box);
  return cropped(wrapRuns(targetRuns(unit, view), box.width), box.rows);
}

const GAP = part('  ');

function nameOf(lang: Lang, role: 'source' | 'target', { t }: View): string {
  return t('review.pane.title', { lang: t(langLabel(lang)), role: t(`review.pane.${role}`) });
}

/** The heading of the source: its language, and whether a change is shown. */
export function sourceTitle(session: Session, unit: Unit, view: View): readonly Part[] {
  const title = part(nameOf(unit.segment.lang, 'source', view), 'faint');
  if (!showsDiff(session, unit)) return [title];
  return [title, GAP, part(view.t('review.pane.diff', { mark: '[-…-]{+…+}' }), 'stale')];
}

function originOf({ draft }: Unit, view: View): string {
  if (draft === undefined) return '';
  const { origin } = draft;
  if (origin === 'person' || origin === 'imported' || origin === 'memory') {
    return view.t(`review.origin.${origin}`);
  }
  return engineName(draft, view);
}

const DRAFTED = new Set(['draft', 'stale']);

/** The heading of the target: its language, the status in words, where a draft came from. */
export function targetTitle(session: Session, unit: Unit, view: View): readonly Part[] {
  const { t } = view;
  const editing = session.editor !== null;
  const name = part(nameOf(targetLang(unit), 'target', view), editing ? 'plain' : 'faint');
  const sign = signsOf(view.ascii).status[unit.status];
  const origin = DRAFTED.has(unit.status) ? originOf(unit, view) : '';
  return [
    name,
    ...(editing ? [GAP, part(t('review.pane.editing'), 'strong')] : []),
    GAP,
    part(`${sign} ${t(statusLabel(unit.status))}`, unit.status),
    ...(origin === '' ? [] : [GAP, part(origin, 'faint')]),
    ...rivalParts(session, unit, view),
    ...(isUnsaved(session) ? [GAP, part(t('review.typing'), 'faint')] : []),
  ];
}

/** In words, with the keys: an approval that another person's, or an earlier, text stands for. */
function rivalParts(session: Session, unit: Unit, { t, ascii }: View): readonly Part[] {
  if (unit.status === 'conflict') {
    return [GAP, part(t('review.pane.candidates', { key: 'F8' }), 'faint')];
  }
  if (rivalOf(unit, baseText(session, unit)) === null) return [];
  const sign = signsOf(ascii).status.conflict;
  return [GAP, part(`${sign} ${t('review.pane.rival', { key: 'F7' })}`, 'conflict')];
}

function isUnsaved({ editor }: Session): boolean {
  return editor !== null && editor.buffer.text !== editor.base;
}
