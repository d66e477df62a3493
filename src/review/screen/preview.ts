/** An article as it will be published, as rows: the selected segment stands out, open ones are marked. */
import type { Status, Unit } from '../../core/model.ts';
import { visible } from '../../core/safe-text.ts';
import type { ArticleState } from '../../core/state.ts';
import type { View as Edition } from '../../editions/edition.ts';
import {
  previewOf,
  type PreviewLine,
  type PreviewMark,
  type PreviewRun,
  type PreviewSide,
} from '../../editions/preview.ts';
import { isOpen } from '../summary.ts';
import { widthOf } from '../text/width.ts';
import { wrap } from '../text/wrap.ts';
import { type Part, type Row, type Style, part, row } from './row.ts';
import { signsOf } from './signs.ts';

/** A stretch of a row, and the segment that it belongs to. */
interface Piece extends Part {
  readonly unit: number | null;
}

/** A row of the preview, before anything is selected. */
export interface PreviewRow {
  readonly pieces: readonly Piece[];
  /** The segments that have text in it, by index. */
  readonly units: readonly number[];
}

/** How wide a text is read with ease. */
const MEASURE = 96;
/** Both languages stand side by side from here on. */
const SIDE_BY_SIDE = 100;
/** The gutter, and the last cell. */
const EDGES = 3;

const BLANK_ROW: PreviewRow = { pieces: [], units: [] };

const MARK_STYLES: readonly (readonly [PreviewMark, Style])[] = [
  ['code', 'code'],
  ['image', 'faint'],
  ['footnote', 'faint'],
  ['link', 'link'],
  ['strong', 'strong'],
  ['emphasis', 'emphasis'],
  ['delete', 'faint'],
];

const KIND_STYLES: Readonly<Partial<Record<PreviewLine['kind'], Style>>> = {
  title: 'strong',
  heading: 'strong',
  byline: 'faint',
  caption: 'faint',
  html: 'faint',
  code: 'code',
};

function styleOf(run: PreviewRun, line: PreviewLine): Style {
  const found = MARK_STYLES.find(([mark]) => run.marks.includes(mark));
  if (found !== undefined) return found[1];
  return line.kind === 'table-row' && line.depth > 0
    ? 'strong'
    : (KIND_STYLES[line.kind] ?? 'plain');
}

interface Drawing {
  readonly units: readonly Unit[];
  readonly edition: Edition;
  readonly columns: number;
  readonly ascii: boolean;
}

/** The sign of the status before the text of a segment that nobody has signed off as it stands. */
function signed(run: PreviewRun, before: number | null, { units, ascii }: Drawing): Piece[] {
  const { unit, reviewed } = run;
  if (reviewed || unit === null || unit === before) return [];
  const status: Status = units[unit]?.status ?? 'untranslated';
  return [{ text: signsOf(ascii).status[status], style: status, unit }];
}

function cellPieces(runs: readonly PreviewRun[], line: PreviewLine, drawing: Drawing): Piece[] {
  let before: number | null = null;
  return runs.flatMap((run) => {
    const sign = signed(run, before, drawing);
    if (run.unit !== null) before = run.unit;
    return [...sign, { text: visible(run.text), style: styleOf(run, line), unit: run.unit }];
  });
}

/** The cells of a side in a row, a line between two. */
function sidePieces(side: PreviewSide, line: PreviewLine, drawing: Drawing): Piece[] {
  const between: Piece = {
    text: ` ${signsOf(drawing.ascii).vertical} `,
    style: 'faint',
    unit: null,
  };
  return side.cells.flatMap((runs, at) => {
    const pieces = cellPieces(runs, line, drawing);
    return at === 0 ? pieces : [between, ...pieces];
  });
}

function slice(pieces: readonly Piece[], from: number, to: number): Piece[] {
  const cut: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const text = piece.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (text !== '') cut.push({ ...piece, text });
    at += piece.text.length;
  }
  return cut;
}

function wrapped(pieces: readonly Piece[], width: number): Piece[][] {
  const text = pieces.map((piece) => piece.text).join('');
  return wrap(text, width).map(({ from, text: { length } }) => slice(pieces, from, from + length));
}

function rowOf(pieces: readonly Piece[]): PreviewRow {
  const units = new Set(pieces.flatMap(({ unit }) => (unit === null ? [] : [unit])));
  return { pieces, units: [...units] };
}

/** What stands left of a line's first row, and of the others. */
function margins(line: PreviewLine, { ascii }: Drawing): readonly [first: Piece[], rest: Piece[]] {
  const { quotes, indent, kind, depth } = line;
  const lead = kind === 'heading' ? `${'#'.repeat(depth)} ` : line.lead;
  const bars = `${signsOf(ascii).vertical} `.repeat(Math.min(quotes, 8));
  const steps = '  '.repeat(Math.min(Math.max(0, indent - 1), 12));
  const hang = Math.max(widthOf(lead), indent > 0 ? 2 : 0);
  const faint = (text: string): Piece => ({ text, style: 'faint', unit: null });
  const first = `${bars}${steps}${lead}${' '.repeat(hang - widthOf(lead))}`;
  return [[faint(first)], [faint(`${bars}${steps}${' '.repeat(hang)}`)]];
}

/** A side's rows in a width, margins included. */
function sideRows(
  side: PreviewSide,
  line: PreviewLine,
  width: number,
  drawing: Drawing,
): Piece[][] {
  const [first, rest] = margins(line, drawing);
  const room = Math.max(8, width - widthOf(first.map(({ text }) => text).join('')));
  const rows = wrapped(sidePieces(side, line, drawing), room);
  return rows.map((pieces, at) => [...(at === 0 ? first : rest), ...pieces]);
}

function widthOfAll(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { text }) => sum + widthOf(text), 0);
}

function filledTo(pieces: readonly Piece[], width: number): Piece[] {
  const rest = Math.max(0, width - widthOfAll(pieces));
  return [...pieces, { text: ' '.repeat(rest), style: 'plain', unit: null }];
}

/** The sign of a segment that has no text in a language yet, where that text will stand. */
function gapRows(line: PreviewLine, { units, ascii }: Drawing): Piece[][] {
  const open = line.units.find((unit) => isOpen(units[unit]?.status ?? 'untranslatable'));
  const status = open === undefined ? undefined : units[open]?.status;
  if (open === undefined || status === undefined) return [];
  return [[{ text: signsOf(ascii).status[status], style: status, unit: open }]];
}

/** Chinese left, English right. */
function pairRows(line: PreviewLine, drawing: Drawing): PreviewRow[] {
  const half = Math.floor((drawing.columns - EDGES - 3) / 2);
  const [left, right] = (['zh', 'en'] as const).map((lang) => {
    const side = line.sides.find((each) => each.lang === lang);
    return side === undefined ? gapRows(line, drawing) : sideRows(side, line, half, drawing);
  });
  const between = {
    text: ` ${signsOf(drawing.ascii).vertical} `,
    style: 'faint',
    unit: null,
  } as const;
  const height = Math.max(left?.length ?? 0, right?.length ?? 0);
  return Array.from({ length: height }, (_, at) =>
    rowOf([...filledTo(left?.[at] ?? [], half), between, ...(right?.[at] ?? [])]),
  );
}

/** The source, then the target a step to the right. */
function stackedRows(line: PreviewLine, width: number, drawing: Drawing): PreviewRow[] {
  const step: Piece = { text: '  ', style: 'plain', unit: null };
  const [source, target] = line.sides;
  if (source === undefined) return [];
  const above = sideRows(source, line, width, drawing);
  if (drawing.edition !== 'bilingual' || source.lang === null) return above.map(rowOf);
  const inner = { ...line, lead: '' };
  const below =
    target === undefined ? gapRows(line, drawing) : sideRows(target, inner, width - 2, drawing);
  return [...above, ...below.map((pieces) => [step, ...pieces])].map(rowOf);
}

function lineRows(line: PreviewLine, drawing: Drawing): PreviewRow[] {
  const width = Math.min(MEASURE, drawing.columns - EDGES);
  if (line.kind === 'rule') {
    const text = signsOf(drawing.ascii).horizontal.repeat(Math.min(width, 24));
    return [rowOf([{ text, style: 'faint', unit: null }])];
  }
  const isPair = drawing.edition === 'bilingual' && line.sides.some(({ lang }) => lang !== null);
  if (isPair && drawing.columns >= SIDE_BY_SIDE) return pairRows(line, drawing);
  return stackedRows(line, width, drawing);
}

/** Kinds of which one stands right below the other. */
const TIGHT: ReadonlySet<string> = new Set(['list-item', 'table-row']);

function hasGap(line: PreviewLine, before: PreviewLine | undefined): boolean {
  if (before === undefined || line.follows) return false;
  return line.kind !== before.kind || !TIGHT.has(line.kind);
}

function allRows(lines: readonly PreviewLine[], drawing: Drawing): PreviewRow[] {
  return lines.flatMap((line, at) => {
    const rows = lineRows(line, drawing);
    return hasGap(line, lines[at - 1]) ? [BLANK_ROW, ...rows] : rows;
  });
}

/** Rows that were made: moving through an article asks for them at every key. */
const made = new WeakMap<ArticleState, Map<string, readonly PreviewRow[]>>();

/** How many forms of an article are kept. */
const MOST_MADE = 4;

/** All rows of an edition in a window of so many columns. */
export function previewRowsOf(
  state: ArticleState,
  edition: Edition,
  columns: number,
  ascii = false,
): readonly PreviewRow[] {
  const name = `${edition} ${columns} ${ascii}`;
  const forms = made.get(state) ?? new Map<string, readonly PreviewRow[]>();
  const known = forms.get(name);
  if (known !== undefined) return known;
  const { units } = state;
  const rows = allRows(previewOf(state, edition), { units, edition, columns, ascii });
  if (forms.size >= MOST_MADE) forms.clear();
  made.set(state, forms.set(name, rows));
  return rows;
}

/** A row on the screen: `>` in the gutter and the text itself show the selected segment. */
function drawnRow({ pieces, units }: PreviewRow, selected: number | null): Row {
  const isHere = selected !== null && units.includes(selected);
  const parts = pieces.map(({ text, style, unit }) =>
    part(text, isHere && unit === selected ? 'selected' : style),
  );
  return row(part(isHere ? '> ' : '  ', 'strong'), ...parts);
}

/** The rows in view, from `top` on. */
export function shownRows(
  rows: readonly PreviewRow[],
  top: number,
  height: number,
  selected: number | null,
): readonly Row[] {
  return Array.from({ length: height }, (_, at) => drawnRow(rows[top + at] ?? BLANK_ROW, selected));
}
