/** A terminal's screen as SVG: runs of equal style; lines and blocks are drawn, not written. */
import type { IBuffer, IBufferCell } from '@xterm/headless';

const CELL = { width: 9, height: 20 };
/** The 16 colours of a dark terminal, all of them readable on its background. */
const PALETTE = [
  '#484f58',
  '#ff7b72',
  '#56d364',
  '#e3b341',
  '#79c0ff',
  '#d2a8ff',
  '#56d4dd',
  '#d0d7de',
  '#8b949e',
  '#ffa198',
  '#7ee787',
  '#f2cc60',
  '#a5d6ff',
  '#e2c5ff',
  '#b3f0ff',
  '#ffffff',
];
const FOREGROUND = '#e6edf3';
const BACKGROUND = '#0d1117';

interface Style {
  readonly color: string;
  readonly background: string | null;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly underline: boolean;
}

function colorOf(cell: IBufferCell, side: 'Fg' | 'Bg'): string | null {
  if (side === 'Fg' ? cell.isFgDefault() : cell.isBgDefault()) return null;
  const value = side === 'Fg' ? cell.getFgColor() : cell.getBgColor();
  const rgb = side === 'Fg' ? cell.isFgRGB() : cell.isBgRGB();
  if (rgb) return `#${value.toString(16).padStart(6, '0')}`;
  return PALETTE[value] ?? FOREGROUND;
}

function styleOf(cell: IBufferCell): Style {
  const color = colorOf(cell, 'Fg') ?? FOREGROUND;
  const background = colorOf(cell, 'Bg');
  const inverse = cell.isInverse() !== 0;
  return {
    color: inverse ? (background ?? BACKGROUND) : color,
    background: inverse ? color : background,
    bold: cell.isBold() !== 0,
    dim: cell.isDim() !== 0,
    underline: cell.isUnderline() !== 0,
  };
}

/** What a run is made of: drawn characters are shapes, wide ones have another size of letters. */
type Kind = 'wide' | 'narrow' | '─' | '│' | '┼' | '█' | '░';

interface Run {
  readonly style: Style;
  readonly kind: Kind;
  readonly x: number;
  text: string;
  width: number;
}

const DRAWN: ReadonlySet<string> = new Set<Kind>(['─', '│', '┼', '█', '░']);

function isDrawn(text: string): text is Kind {
  return DRAWN.has(text);
}

function kindOf(text: string, width: number): Kind {
  if (isDrawn(text)) return text;
  return width === 2 ? 'wide' : 'narrow';
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function joins(last: Run, next: Run): boolean {
  return last.kind === next.kind && JSON.stringify(last.style) === JSON.stringify(next.style);
}

/** Wide characters and Latin ones go into runs of their own, so that no font shifts the next cell. */
function runsOf(buffer: IBuffer, row: number, columns: number): Run[] {
  const line = buffer.getLine(row);
  const runs: Run[] = [];
  for (let x = 0; x < columns; x += 1) {
    const cell = line?.getCell(x);
    if (cell === undefined || cell.getWidth() === 0) continue;
    const text = cell.getChars() || ' ';
    const width = cell.getWidth();
    const run: Run = { style: styleOf(cell), kind: kindOf(text, width), x, text, width };
    const last = runs.at(-1);
    if (last !== undefined && joins(last, run)) {
      last.text += text;
      last.width += run.width;
    } else {
      runs.push(run);
    }
  }
  return runs;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function rect({ x, y, width, height }: Box, fill: string, opacity = 1): string {
  const faint = opacity === 1 ? '' : ` opacity="${opacity}"`;
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"${faint}/>`;
}

/** Lines that meet, and blocks with a little room above and below. */
function drawn({ kind, style }: Run, box: Box): string {
  const { x, y, width, height } = box;
  const opacity = style.dim ? 0.4 : 1;
  const across = rect({ x, y: y + height / 2, width, height: 1 }, style.color, opacity);
  const down = rect({ x: x + CELL.width / 2, y, width: 1, height }, style.color, opacity);
  if (kind === '─') return across;
  if (kind === '│') return down;
  if (kind === '┼') return across + down;
  const bar = { x, y: y + 4, width, height: height - 8 };
  return rect(bar, style.color, kind === '█' ? 0.8 : 0.25);
}

/** A Han character is a little smaller than its two cells, as terminals draw it. */
const WIDE_LETTERS = ' font-size="17" letter-spacing="1"';

function written({ kind, style, text }: Run, { x, y }: Box): string {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  const isWide = kind === 'wide';
  const cell = isWide ? 2 * CELL.width : CELL.width;
  const left = x + (text.length - text.trimStart().length) * cell + (isWide ? 0.5 : 0);
  const length = [...trimmed].length * cell;
  const attributes = [
    `x="${left}" y="${y + 15}" fill="${style.color}" textLength="${length}"`,
    isWide ? WIDE_LETTERS : '',
    style.bold ? ' font-weight="bold"' : '',
    style.dim ? ' opacity="0.65"' : '',
    style.underline ? ' text-decoration="underline"' : '',
  ];
  return `<text ${attributes.join('')}>${escape(trimmed)}</text>`;
}

function runSvg(run: Run, row: number): string {
  const box = {
    x: run.x * CELL.width,
    y: row * CELL.height,
    width: run.width * CELL.width,
    height: CELL.height,
  };
  const ground = run.style.background === null ? '' : rect(box, run.style.background);
  return ground + (isDrawn(run.kind) ? drawn(run, box) : written(run, box));
}

export interface ScreenSize {
  readonly columns: number;
  readonly rows: number;
}

/** The screen with its caret, drawn as a bar. */
export function screenSvg(buffer: IBuffer, { columns, rows }: ScreenSize): string {
  const width = columns * CELL.width;
  const height = rows * CELL.height;
  const lines: string[] = [];
  for (let row = 0; row < rows; row += 1) {
    lines.push(...runsOf(buffer, buffer.viewportY + row, columns).map((run) => runSvg(run, row)));
  }
  const caret = `<rect x="${buffer.cursorX * CELL.width}" y="${buffer.cursorY * CELL.height + 2}" width="2" height="16" fill="${FOREGROUND}"/>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-8 -8 ${width + 16} ${height + 16}" width="${width + 16}" height="${height + 16}" font-family="'DejaVu Sans Mono', 'Noto Sans Mono', 'Noto Sans Mono CJK SC', 'PingFang SC', 'Microsoft YaHei', monospace" font-size="15" xml:space="preserve">`,
    `<rect x="-8" y="-8" width="${width + 16}" height="${height + 16}" rx="8" fill="${BACKGROUND}"/>`,
    ...lines.filter((line) => line !== ''),
    caret,
    '</svg>',
    '',
  ].join('\n');
}
