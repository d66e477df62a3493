/** Pairs as a table divided by tabs, with or without a header. */
import { UserError } from '../../core/errors.ts';
import { langOfName } from '../../core/language-names.ts';
import { findColumns, type Columns } from './columns.ts';
import { linesOf } from './lines.ts';
import { PairCollector, type ReadPairs } from './model.ts';

interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A cell as spreadsheets quote it. */
const QUOTED = /^"(?:[^"]|"")*"$/;

/**
 * Whether a spreadsheet wrote the table: every cell that begins with a quotation mark is quoted, and
 * one has a mark within. Otherwise marks are the text's own.
 */
function isQuoted(rows: readonly TableRow[]): boolean {
  const begun = rows.flatMap(({ cells }) => cells.filter((cell) => cell.startsWith('"')));
  return begun.every((cell) => QUOTED.test(cell)) && begun.some((cell) => /.""./.test(cell));
}

function tableOf(text: string): TableRow[] {
  const rows = linesOf(text).map(({ line, text }) => ({ line, cells: text.split('\t') }));
  if (!isQuoted(rows)) return rows;
  const plain = (cell: string): string =>
    cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
  return rows.map(({ line, cells }) => ({ line, cells: cells.map(plain) }));
}

function take(collector: PairCollector, { line, cells }: TableRow, columns: Columns): void {
  const last = Math.max(columns.zh, columns.en);
  if (cells.length <= last) {
    const values = { expected: last + 1, found: cells.length };
    collector.reject(line, 'pairs.columns', values);
    return;
  }
  const source = langOfName(cells[columns.sourceLang] ?? '') ?? columns.source;
  const { zh, en, id } = columns;
  collector.add({ id: cells[id], line, zh: cells[zh], en: cells[en], source });
}

/** @throws UserError where no two columns hold Chinese and English */
export function readTsv(text: string, file: string): ReadPairs {
  const rows = tableOf(text);
  const collector = new PairCollector();
  if (rows.length === 0) return collector;
  const columns = findColumns(rows.map(({ cells }) => cells));
  if (columns === null) {
    throw new UserError(
      `${file}:1: no columns of Chinese and English were found; divide them by tabs and call them "zh" and "en" in the first line.`,
    );
  }
  for (const row of rows.slice(columns.hasHeader ? 1 : 0)) take(collector, row, columns);
  return collector;
}
