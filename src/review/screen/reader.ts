/**
 * The list in reader mode: whole texts, wrapped. Only what is in view is measured, outward from the
 * selected segment, so that the length of the article makes no difference.
 */
import type { Lang, Unit } from '../../core/model.ts';
import { visible } from '../../core/safe-text.ts';
import type { Session } from '../state.ts';
import { widthOf } from '../text/width.ts';
import { wrap } from '../text/wrap.ts';
import type { Layout } from './layout.ts';
import { listText, listTextStyle, numberParts, numberWidth } from './list-text.ts';
import { BLANK, type Part, padded, part, type Row, type View } from './row.ts';
import { signsOf } from './signs.ts';

/** Cells of the target's indentation below its source. */
const INDENT = 2;
const ELLIPSIS = '…';

/** A segment's lines, by language. */
type Texts = Readonly<Record<Lang, readonly string[]>>;

interface Columns {
  /** Cells before the texts. */
  readonly margin: number;
  readonly width: Readonly<Record<Lang, number>>;
}

function columnsOf(session: Session, { wide, divider, list }: Layout): Columns {
  const margin = numberWidth(session) + 4;
  if (!wide) {
    const width = list.width - margin - INDENT - 1;
    return { margin, width: { zh: width, en: width } };
  }
  return { margin, width: { zh: divider - 1 - margin, en: list.width - divider - 3 } };
}

/** What has been wrapped last of each segment; a segment that changes is another object. */
const known = new WeakMap<Unit, { readonly columns: string; readonly texts: Texts }>();

function textsOf(unit: Unit, { width }: Columns): Texts {
  const columns = `${width.zh} ${width.en} ${widthOf(ELLIPSIS)}`;
  const before = known.get(unit);
  if (before?.columns === columns) return before.texts;
  const lines = (lang: Lang): readonly string[] => {
    const text = visible(listText(unit, lang));
    return text === '' ? [] : wrap(text, width[lang]).map((line) => line.text);
  };
  const texts = { zh: lines('zh'), en: lines('en') };
  known.set(unit, { columns, texts });
  return texts;
}

function unitAt({ article, shown }: Session, at: number): Unit | undefined {
  return article.units[shown[at] ?? -1];
}

/** Whether an empty line follows: the next segment is of another block. */
function endsBlock(session: Session, at: number): boolean {
  const next = unitAt(session, at + 1);
  return next !== undefined && next.segment.block !== unitAt(session, at)?.segment.block;
}

/** The window over the list: what it shows and how tall each segment is in it. */
interface Frame {
  readonly session: Session;
  readonly layout: Layout;
}

function textHeight({ session, layout }: Frame, at: number): number {
  const unit = unitAt(session, at);
  if (unit === undefined) return 0;
  const { zh, en } = textsOf(unit, columnsOf(session, layout));
  return Math.max(1, layout.wide ? Math.max(zh.length, en.length) : zh.length + en.length);
}

function height(frame: Frame, at: number): number {
  return textHeight(frame, at) + (endsBlock(frame.session, at) ? 1 : 0);
}

/** The first segment of a window whose last rows hold segment `last` and `spare` rows more. */
function highestTop(frame: Frame, last: number, spare: number): number {
  let room = frame.layout.list.rows - spare - textHeight(frame, last);
  let top = last;
  while (top > 0 && room >= height(frame, top - 1)) {
    top -= 1;
    room -= height(frame, top);
  }
  return top;
}

/**
 * The first segment to show: as before while the selected one and, if they fit, its neighbours are in
 * view, so that nothing moves but the selection.
 */
export function readerTop(session: Session, layout: Layout): number {
  const frame = { session, layout };
  const { selected, top } = session.cursor;
  const last = session.shown.length - 1;
  if (last < 0) return 0;
  const next = selected < last ? Math.min(3, height(frame, selected + 1) + 1) : 0;
  const lowest = Math.min(selected, highestTop(frame, selected, next));
  const before = selected > 0 ? height(frame, selected - 1) : 0;
  const fits = before + textHeight(frame, selected) <= layout.list.rows;
  const highest = fits ? Math.max(0, selected - 1) : selected;
  const wanted = Math.max(lowest, Math.min(top, highest));
  return Math.min(wanted, highestTop(frame, last, 0));
}

/** How many segments are in view, at least one. */
export function segmentsInView(session: Session, layout: Layout): number {
  let at = session.cursor.top;
  let rows = layout.list.rows;
  while (at < session.shown.length && rows > 0) {
    rows -= height({ session, layout }, at);
    at += 1;
  }
  return Math.max(1, at - session.cursor.top - (rows < 0 ? 1 : 0));
}

/** Lines from the top of the list to the selected segment. */
export function linesAbove(session: Session, layout: Layout): number {
  const { selected, top } = session.cursor;
  if (!session.reader) return selected - top;
  let lines = 0;
  for (let at = top; at < selected && lines < layout.list.rows; at++) {
    lines += height({ session, layout }, at);
  }
  return lines;
}

/** The first segment to show so that the selected one stands so many lines below the top, or less. */
export function topFor(session: Session, layout: Layout, lines: number): number {
  const { selected } = session.cursor;
  if (!session.reader) return Math.max(0, selected - lines);
  let top = selected;
  for (let room = lines; top > 0; top -= 1) {
    room -= height({ session, layout }, top - 1);
    if (room < 0) break;
  }
  return top;
}

/** Index into `shown` of the segment on a line of the list, or null below the last one. */
export function readerSegmentAt(session: Session, layout: Layout, line: number): number | null {
  let at = session.cursor.top;
  let below = line;
  while (at < session.shown.length) {
    below -= height({ session, layout }, at);
    if (below < 0) return at;
    at += 1;
  }
  return null;
}

/** The lines of a segment's texts, each as wide as the list. */
function textLines(unit: Unit, frame: Frame, view: View): readonly (readonly Part[])[] {
  const { session, layout } = frame;
  const columns = columnsOf(session, layout);
  const texts = textsOf(unit, columns);
  const style = listTextStyle(unit, session);
  if (!layout.wide) {
    const { lang } = unit.segment;
    const target = texts[lang === 'zh' ? 'en' : 'zh'];
    return [
      ...texts[lang].map((line) => [part(line, style)]),
      ...target.map((line) => [part(' '.repeat(INDENT)), part(line, style)]),
    ];
  }
  const gap = part(` ${signsOf(view.ascii).vertical} `, 'faint');
  return Array.from({ length: Math.max(1, texts.zh.length, texts.en.length) }, (_, line) => [
    ...padded([part(texts.zh[line] ?? '', style)], columns.width.zh),
    gap,
    part(texts.en[line] ?? '', style),
  ]);
}

function segmentLines(frame: Frame, at: number, view: View): readonly Row[] {
  const { session, layout } = frame;
  const unit = unitAt(session, at);
  if (unit === undefined) return [];
  const isSelected = at === session.cursor.selected;
  const gutter = part(isSelected ? '>' : ' ', isSelected ? 'strong' : 'plain');
  const { margin } = columnsOf(session, layout);
  const rows = textLines(unit, frame, view).map((line, index): Row => {
    const number = index === 0 ? numberParts(session, unit, view) : [part(' '.repeat(margin - 1))];
    const parts = padded([gutter, ...number, ...line], layout.list.width - 1);
    return isSelected && session.editor === null ? { parts, inverse: true } : { parts };
  });
  const blank = Math.max(0, textHeight(frame, at) - rows.length) + (endsBlock(session, at) ? 1 : 0);
  return [...rows, ...Array.from({ length: blank }, () => BLANK)];
}

/** A sign at the end of the last row in view when the selected segment goes on below it. */
function withSign(rows: readonly Row[], height: number): readonly Row[] {
  const shown = rows.slice(0, height);
  const last = shown.at(-1);
  if (last === undefined || rows[height]?.parts[0]?.text !== '>') return shown;
  // One cell is free, and some terminals draw an ellipsis in two.
  const sign = part(widthOf(ELLIPSIS) === 1 ? ELLIPSIS : '+');
  return [...shown.slice(0, -1), { ...last, parts: [...last.parts, sign] }];
}

/** The lines of the list that are in view. */
export function readerRows(session: Session, layout: Layout, view: View): readonly Row[] {
  const rows: Row[] = [];
  for (let at = session.cursor.top; at < session.shown.length; at++) {
    if (rows.length >= layout.list.rows) break;
    rows.push(...segmentLines({ session, layout }, at, view));
  }
  const missing = Math.max(0, layout.list.rows - rows.length);
  const blank = Array.from({ length: missing }, () => BLANK);
  return [...withSign(rows, layout.list.rows), ...blank];
}
