/** A terminal's screen as SVG: runs of equal style, box characters from a monospaced Latin font. */
import type { IBuffer, IBufferCell } from '@xterm/headless';

const CELL = { width: 9, height: 20 };
const PALETTE = [
  '#1b1f24',
  '#c62828',
  '#2e7d32',
  '#9a6700',
  '#1565c0',
  '#8e24aa',
  '#00838f',
  '#d0d7de',
  '#8b949e',
  '#ff7b72',
  '#7ee787',
  '#e3b341',
  '#79c0ff',
  '#d2a8ff',
  '#56d4dd',
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

interface Run {
  readonly style: Style;
  readonly x: number;
  text: string;
  width: number;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function joins(last: Run, next: Run): boolean {
  const sameWidth = last.width / [...last.text].length === next.width / [...next.text].length;
  return sameWidth && JSON.stringify(last.style) === JSON.stringify(next.style);
}

/** Wide characters and Latin ones go into runs of their own, so that no font shifts the next cell. */
function runsOf(buffer: IBuffer, row: number, columns: number): Run[] {
  const line = buffer.getLine(row);
  const runs: Run[] = [];
  for (let x = 0; x < columns; x += 1) {
    const cell = line?.getCell(x);
    if (cell === undefined || cell.getWidth() === 0) continue;
    const text = cell.getChars() || ' ';
    const run: Run = { style: styleOf(cell), x, text, width: cell.getWidth() };
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

function runSvg({ style, x, text, width }: Run, row: number): string {
  const left = x * CELL.width;
  const top = row * CELL.height;
  const box =
    style.background === null
      ? ''
      : `<rect x="${left}" y="${top}" width="${width * CELL.width}" height="${CELL.height}" fill="${style.background}"/>`;
  const trimmed = text.trim();
  if (trimmed === '') return box;
  // Spaces at the ends would be collapsed, and the rest stretched over their room.
  const spaces = text.length - text.trimStart().length;
  const cells = width - (text.length - trimmed.length);
  const attributes = [
    `x="${left + spaces * CELL.width}"`,
    `y="${top + 15}"`,
    `fill="${style.color}"`,
    `textLength="${cells * CELL.width}"`,
    // A Han character fills its two cells.
    ...(width === 2 * [...text].length ? ['font-size="17"'] : []),
    ...(style.bold ? ['font-weight="bold"'] : []),
    ...(style.dim ? ['opacity="0.65"'] : []),
    ...(style.underline ? ['text-decoration="underline"'] : []),
  ];
  return `${box}<text ${attributes.join(' ')}>${escape(text)}</text>`;
}

export interface ScreenSize {
  readonly columns: number;
  readonly rows: number;
}

/** @param cursor where the caret stands, drawn as a bar */
export function screenSvg(buffer: IBuffer, { columns, rows }: ScreenSize): string {
  const width = columns * CELL.width;
  const height = rows * CELL.height;
  const lines: string[] = [];
  for (let row = 0; row < rows; row += 1) {
    lines.push(...runsOf(buffer, buffer.viewportY + row, columns).map((run) => runSvg(run, row)));
  }
  const caret = `<rect x="${buffer.cursorX * CELL.width}" y="${buffer.cursorY * CELL.height + 2}" width="2" height="16" fill="${FOREGROUND}"/>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-8 -8 ${width + 16} ${height + 16}" width="${width + 16}" height="${height + 16}" font-family="'DejaVu Sans Mono', 'Noto Sans Mono', 'Noto Sans Mono CJK SC', 'PingFang SC', 'Microsoft YaHei', monospace" font-size="15" style="white-space: pre">`,
    `<rect x="-8" y="-8" width="${width + 16}" height="${height + 16}" rx="8" fill="${BACKGROUND}"/>`,
    ...lines.filter((line) => line !== ''),
    caret,
    '</svg>',
    '',
  ].join('\n');
}
