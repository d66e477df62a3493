/** Rows of cells as text: aligned by the cells a terminal needs, or as a table in Markdown. */
import stringWidth from 'string-width';

export interface Column {
  readonly title: string;
  /** Numbers stand at the right. */
  readonly right?: boolean;
}

type Row = readonly string[];

const GAP = '  ';

/** Lines without spaces at their ends; Han characters count for two cells. */
export function textTable(columns: readonly Column[], rows: readonly Row[]): string[] {
  const all = [columns.map(({ title }) => title), ...rows];
  const widths = columns.map((_, at) => Math.max(...all.map((row) => stringWidth(row[at] ?? ''))));
  const cell = (text: string, at: number): string => {
    const space = ' '.repeat(Math.max(0, (widths[at] ?? 0) - stringWidth(text)));
    return columns[at]?.right === true ? space + text : text + space;
  };
  return all.map((row) =>
    columns
      .map((_, at) => cell(row[at] ?? '', at))
      .join(GAP)
      .trimEnd(),
  );
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('\n', ' ');
}

/** GitHub's tables: https://github.github.com/gfm/#tables-extension- */
export function markdownTable(columns: readonly Column[], rows: readonly Row[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(({ title }) => escaped(title))),
    line(columns.map(({ right }) => (right === true ? '--:' : '---'))),
    ...rows.map((row) => line(columns.map((_, at) => escaped(row[at] ?? '')))),
  ];
}
