/**
 * The review as lines to be read out: one segment at a time, in words, without lines and columns. What
 * changes most often stands last, where a screen reader and the terminal's cursor are.
 */
import type { Unit } from '../../core/model.ts';
import { visible, visibleLine } from '../../core/safe-text.ts';
import { sayDoubts } from '../../core/second-opinion/say.ts';
import { filterLabel, langLabel, statusLabel } from '../labels.ts';
import type { ReviewState, Session } from '../state.ts';
import { selectedUnit } from '../update/session.ts';
import { doubtsAbout, startingText, targetLang } from '../unit.ts';
import { safeMessage } from './messages.ts';
import type { Row, View } from './row.ts';
import { screenOf } from './screen.ts';

/** So wide that little is cut; nobody looks at it. */
const COLUMNS = 200;
/** Header above, notice and footer below: what is none of the middle. */
const ABOVE = 1;
const BELOW = 2;

/** Lines of the screen's drawing, and what parts columns. */
const DRAWN = /[-+|=#.]{3,}|(?<=\s)[-+|](?=\s)/g;

function wordsOf({ parts }: Row): string {
  const text = parts.map((part) => part.text).join('');
  return text.replaceAll(DRAWN, ' ').replaceAll(/\s+/g, ' ').trim();
}

/** What lies over the segments, or the list of articles: its rows, then the one that has the keys. */
function rowLines(state: ReviewState, view: View): readonly string[] {
  const { rows } = screenOf(
    { ...state, notice: null, size: { ...state.size, columns: COLUMNS } },
    { ...view, ascii: true },
  );
  const middle = rows.slice(ABOVE, rows.length - BELOW);
  const selected = middle.find((row) => row.inverse === true);
  const said = selected === undefined ? '' : wordsOf(selected).replace(/^> /, '');
  return [
    ...middle.map(wordsOf),
    said === '' ? '' : view.t('review.linear.selected', { text: said }),
    lineAsked(state),
  ];
}

/** What is typed into the line of an overlay stands last. */
function lineAsked({ overlay }: ReviewState): string {
  if (overlay?.type !== 'prompt') return '';
  return `> ${visibleLine(overlay.buffer.text)}`;
}

function omittedLine(unit: Unit, { t }: View): string | null {
  const reason = unit.record?.omitted?.reason;
  if (unit.status !== 'omitted' || reason === undefined) return null;
  return safeMessage(t, { key: 'review.pane.omitted', values: { reason } });
}

function targetLine({ editor }: Session, unit: Unit, view: View): string {
  const { t } = view;
  const lang = t(langLabel(targetLang(unit)));
  if (editor !== null) {
    return t('review.linear.editing', { lang, text: visible(editor.buffer.text) });
  }
  const text = visible(startingText(unit)) || t('review.linear.none');
  return omittedLine(unit, view) ?? t('review.linear.target', { lang, text });
}

function segmentLines(session: Session, unit: Unit, view: View): readonly string[] {
  const { t } = view;
  const { article, cursor, shown, filter, slug } = session;
  const source = { lang: t(langLabel(unit.segment.lang)), text: visible(unit.segment.text) };
  return [
    t('review.linear.segment', {
      slug: visibleLine(slug),
      number: unit.index + 1,
      total: article.units.length,
      status: t(statusLabel(unit.status)),
    }),
    t('review.linear.place', {
      number: cursor.selected + 1,
      count: shown.length,
      filter: t(filterLabel(filter)),
    }),
    ...doubtsAbout(unit).map((doubt) =>
      t('review.linear.finding', { finding: sayDoubts(t, [doubt]) }),
    ),
    t('review.linear.source', source),
    targetLine(session, unit, view),
  ];
}

/** The lines, in the order in which they are read. */
export function linearOf(state: ReviewState, view: View): readonly string[] {
  const { session, overlay, notice, failure } = state;
  const unit = session === null ? null : selectedUnit(session);
  const body =
    session === null || unit === null || overlay !== null
      ? rowLines(state, view)
      : segmentLines(session, unit, view);
  return [
    view.t('review.linear.help'),
    failure === null ? '' : visibleLine(failure),
    notice === null ? '' : safeMessage(view.t, notice),
    ...body,
  ].filter((line) => line !== '');
}
