/**
 * Rows of the screen → the bytes that bring a terminal from the last ones to these. Only rows that
 * changed are written; rows that moved are moved by the terminal (ECMA-48 LF and RI in a scroll region,
 * DECSTBM). It keeps what stands on the screen, and writes nothing itself.
 */
import { moveTo, rowBytes } from './row-bytes.ts';
import { type Shift, shiftBetween, shifted } from './row-shift.ts';

export interface Frame {
  /** One string a row of the window, with its SGR codes; none is wider than the window. */
  readonly rows: readonly string[];
  /** The cell of the real cursor, from 0; null hides it. */
  readonly caret: { readonly x: number; readonly y: number } | null;
}

export interface RowPainter {
  /** The bytes that show a frame; empty when it stands there already. */
  readonly paint: (frame: Frame) => string;
  /** The screen may hold anything now: the next frame is written whole. */
  readonly forget: () => void;
}

/** Synchronized output: the terminal shows the frame when it is whole (it ignores what it does not know). */
const BEGIN = '\u001b[?2026h';
const END = '\u001b[?2026l';
const HIDE_CURSOR = '\u001b[?25l';
const SHOW_CURSOR = '\u001b[?25h';
/** A row that a terminal takes for wider than it is must not run into the next one. */
const NO_WRAP = '\u001b[?7l';
const WRAP = '\u001b[?7h';
function caretBytes({ caret }: Frame): string {
  return caret === null ? '' : moveTo(caret.x, caret.y) + SHOW_CURSOR;
}

function isSameCaret(a: Frame, b: Frame): boolean {
  return a.caret?.x === b.caret?.x && a.caret?.y === b.caret?.y;
}

/** Moves the rows of a region; the ones that come free are empty. */
function shiftBytes({ first, last, by }: Shift): string {
  const region = `\u001b[${first + 1};${last + 1}r`;
  const move =
    by > 0 ? moveTo(0, last) + '\n'.repeat(by) : moveTo(0, first) + '\u001bM'.repeat(-by);
  return `${region}${move}\u001b[r`;
}

function rowsBytes(rows: readonly string[], before: readonly string[] | null): string {
  return rows.map((row, y) => rowBytes(row, before?.[y] ?? null, y)).join('');
}

/** A painter for a terminal of which nothing is known yet. */
export function createRowPainter(): RowPainter {
  let before: Frame | null = null;

  function changes(frame: Frame): string {
    if (before === null || before.rows.length !== frame.rows.length) {
      return rowsBytes(frame.rows, null);
    }
    const shift = shiftBetween(before.rows, frame.rows);
    if (shift === null) return rowsBytes(frame.rows, before.rows);
    return shiftBytes(shift) + rowsBytes(frame.rows, shifted(before.rows, shift));
  }

  return {
    paint: (frame) => {
      const rows = changes(frame);
      const wasHidden = before !== null && before.caret === null;
      const stays = before !== null && isSameCaret(before, frame);
      before = frame;
      if (rows !== '') {
        const hide = wasHidden ? '' : HIDE_CURSOR;
        return `${BEGIN}${hide}${NO_WRAP}${rows}${WRAP}${caretBytes(frame)}${END}`;
      }
      return stays ? '' : caretBytes(frame) || HIDE_CURSOR;
    },
    forget: () => {
      before = null;
    },
  };
}
