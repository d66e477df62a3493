/** Terminals without a window, to compare what is painted on them. */
import { PassThrough } from 'node:stream';
import xterm from '@xterm/headless';
import { render, Text, useCursor, type Instance } from 'ink';
import type { ReactElement } from 'react';
import type { Frame } from '../../src/ui/row-painter.ts';

export interface Glass {
  readonly write: (bytes: string) => Promise<void>;
  /** Every cell with its styling, a string a row. */
  readonly cells: () => readonly string[];
  readonly cursor: () => { readonly x: number; readonly y: number };
  readonly resize: (columns: number, rows: number) => void;
}

export function glass(columns: number, rows: number): Glass {
  // As the terminal driver has it: LF goes to the start of the next line.
  const screen = new xterm.Terminal({
    cols: columns,
    rows,
    allowProposedApi: true,
    convertEol: true,
  });
  function rowCells(y: number): string {
    const { active } = screen.buffer;
    const line = active.getLine(active.viewportY + y);
    const cells: string[] = [];
    for (let x = 0; x < screen.cols; x += 1) {
      const cell = line?.getCell(x);
      if (cell === undefined || cell.getWidth() === 0) continue;
      const style = [
        cell.isBold(),
        cell.isDim(),
        cell.isUnderline(),
        cell.isItalic(),
        cell.isInverse(),
        cell.getFgColor(),
        cell.getBgColor(),
      ];
      const mark = style.map((value) => (Number(value) > 255 ? 1 : Number(value))).join(',');
      cells.push(`${cell.getChars() || ' '}${mark === '0,0,0,0,0,-1,-1' ? '' : `{${mark}}`}`);
    }
    return cells.join('');
  }
  return {
    write: (bytes) => new Promise((resolve) => screen.write(bytes, resolve)),
    cells: () => Array.from({ length: screen.rows }, (_, y) => rowCells(y)),
    cursor: () => ({ x: screen.buffer.active.cursorX, y: screen.buffer.active.cursorY }),
    resize: (newColumns, newRows) => screen.resize(newColumns, newRows),
  };
}

function Rows({ rows, caret }: Frame): ReactElement {
  const { setCursorPosition } = useCursor();
  setCursorPosition(caret === null ? undefined : { x: caret.x, y: caret.y });
  return (
    <>
      {rows.map((row, at) => (
        <Text key={at} wrap="truncate">
          {row === '' ? ' ' : row}
        </Text>
      ))}
    </>
  );
}

/** A frame as Ink alone paints it, on a terminal of its own. */
export async function paintedByInk(frame: Frame, columns: number): Promise<Glass> {
  const rows = frame.rows.length;
  const screen = glass(columns, rows);
  const stdout = Object.assign(new PassThrough(), { isTTY: true, columns, rows });
  const written: string[] = [];
  stdout.on('data', (bytes: Buffer) => written.push(bytes.toString()));
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => stdin });
  const instance: Instance = render(<Rows {...frame} />, {
    stdout: stdout as never,
    stdin: stdin as never,
    stderr: new PassThrough() as never,
    alternateScreen: true,
    interactive: true,
    patchConsole: false,
    exitOnCtrlC: false,
  });
  await instance.waitUntilRenderFlush();
  await screen.write(written.join(''));
  instance.unmount();
  await instance.waitUntilExit();
  return screen;
}
