/** A terminal's own idea of where characters stand: xterm.js with the grapheme rules of Unicode 15. */
import { UnicodeGraphemesAddon } from '@xterm/addon-unicode-graphemes';
import headless from '@xterm/headless';

export interface Cell {
  readonly text: string;
  readonly isInverse: boolean;
}

export interface TerminalModel {
  /** Puts rows on a cleared screen, each from the first column. */
  readonly show: (rows: readonly string[]) => Promise<void>;
  /** The column after what was written last. */
  readonly column: () => number;
  readonly cell: (x: number, y: number) => Cell;
  /** A row's cells, those of a wide character as one. */
  readonly cells: (y: number) => readonly Cell[];
}

/** A terminal of a size. */
export function terminalModel(columns: number, rows: number): TerminalModel {
  const terminal = new headless.Terminal({ cols: columns, rows, allowProposedApi: true });
  terminal.loadAddon(new UnicodeGraphemesAddon());
  const buffer = () => terminal.buffer.active;

  function cell(x: number, y: number): Cell {
    const found = buffer().getLine(y)?.getCell(x);
    return { text: found?.getChars() ?? '', isInverse: found?.isInverse() !== 0 };
  }

  return {
    show: (lines) => {
      const placed = lines.map((line, at) => `\u001b[${at + 1};1H${line}\u001b[0m`);
      return new Promise((resolve) => {
        terminal.write(`\u001b[0m\u001b[2J${placed.join('')}`, resolve);
      });
    },
    column: () => buffer().cursorX,
    cell,
    cells: (y) =>
      Array.from({ length: columns }, (_, x) => x)
        .filter((x) => buffer().getLine(y)?.getCell(x)?.getWidth() !== 0)
        .map((x) => cell(x, y)),
  };
}
