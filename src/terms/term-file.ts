/** Reads and writes the term base, `locales/terms.csv` (RFC 4180, UTF-8). */
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { Term } from './model.ts';
import {
  COLUMNS,
  RARE_COLUMNS,
  cellsOf,
  quoted,
  termOfRow,
  type Column,
  type Row,
} from './term-row.ts';

export interface TermProblem {
  /** 1-based line of the file on which the row begins. */
  readonly line: number;
  /** One sentence that begins with `file:line`. */
  readonly message: string;
}

export interface ReadTerms {
  readonly terms: readonly Term[];
  /** While there is one, the file holds more than `terms`: it must not be rewritten from them. */
  readonly problems: readonly TermProblem[];
}

/** Rows of a term base, without its header. */
export const MAX_TERMS = 200_000;

const BROKEN =
  'the row that begins here cannot be read; close its quotation mark, and double one that belongs to a text ("")';

const OTHER_SEPARATOR =
  'the cells are divided by semicolons or tabs; save the file with commas, or move it away and bring it in with `duizhao terms import`';

const REQUIRED: readonly Column[] = ['zh', 'en'];

interface Line {
  readonly cells: readonly string[];
  readonly line: number;
}

interface Table {
  readonly rows: readonly Line[];
  /** Line of the row at which reading stopped; null when all was read. */
  readonly broken: number | null;
}

/** Cells by row. After a row, line breaks inside its cells have taken lines of the file as well. */
function readTable(text: string): Table {
  const rows: Line[] = [];
  let line = 1;
  const keepRow = (cells: readonly string[]): null => {
    rows.push({ cells, line });
    line += 1 + cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
    return null;
  };
  try {
    parse(text, {
      record_delimiter: '\n',
      relax_column_count: true,
      to: MAX_TERMS + 2,
      on_record: keepRow,
    });
    return { rows, broken: null };
  } catch {
    return { rows, broken: line };
  }
}

function isColumn(name: string): name is Column {
  return COLUMNS.some((column) => column === name);
}

function isBlank({ cells }: Line): boolean {
  return cells.every((cell) => cell.trim() === '') && cells.length <= 1;
}

class Reader {
  readonly terms: Term[] = [];
  readonly problems: TermProblem[] = [];
  /** Lines of the rows read so far, by all that makes them the same. */
  private readonly seen = new Map<string, number>();
  private readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  table({ rows, broken }: Table): void {
    const [first, ...rest] = rows.filter((row) => !isBlank(row));
    if (rows.length > MAX_TERMS + 1) {
      this.report(1, `there are more than ${MAX_TERMS} rows; split the term base`);
      return;
    }
    // Rows before one that cannot be read are as good as in any file.
    if (first !== undefined) this.rows(rest, this.header(first));
    if (broken !== null) this.report(broken, BROKEN);
  }

  private rows(rows: readonly Line[], columns: readonly (Column | null)[] | null): void {
    if (columns !== null) for (const row of rows) this.row(row, columns);
  }

  private report(line: number, what: string): void {
    this.problems.push({ line, message: `${this.file}:${line}: ${what}.` });
  }

  /** Names of the columns by position; null where there is no way to read on. */
  private header({ cells, line }: Line): readonly (Column | null)[] | null {
    const names = cells.map((cell) => cell.trim());
    const missing = REQUIRED.filter((column) => !names.includes(column));
    if (/[;\t]/.test(names[0] ?? '')) {
      this.report(line, OTHER_SEPARATOR);
      return null;
    }
    if (missing.length > 0) {
      this.report(
        line,
        `the first row names no column ${missing.map(quoted).join(' and ')}; begin it with "zh,en"`,
      );
      return null;
    }
    return names.map((name, at) => this.column(name, names.indexOf(name) < at, line));
  }

  private column(name: string, again: boolean, line: number): Column | null {
    if (!isColumn(name)) {
      this.report(
        line,
        `there is no column ${quoted(name)}; the columns are ${COLUMNS.join(', ')}`,
      );
      return null;
    }
    if (again) this.report(line, `the column "${name}" is there twice; take one out`);
    return again ? null : name;
  }

  private row({ cells, line }: Line, columns: readonly (Column | null)[]): void {
    if (cells.length > columns.length) {
      this.report(
        line,
        `the row has ${cells.length} cells for ${columns.length} columns; put a text that holds a comma in quotation marks`,
      );
      return;
    }
    const row = Object.fromEntries(
      COLUMNS.map((column) => [column, cells[columns.indexOf(column)] ?? '']),
    );
    const term = termOfRow(row as Row, line);
    if (typeof term === 'string') this.report(line, term);
    else this.add(term);
  }

  private add(term: Term): void {
    const key = JSON.stringify(cellsOf({ ...term, note: '' }));
    const first = this.seen.get(key);
    if (first === undefined) {
      this.seen.set(key, term.line);
      this.terms.push(term);
    } else {
      this.report(term.line, `the term of line ${first} stands here again; remove one of the rows`);
    }
  }
}

/**
 * The terms of a term base in the order of its rows, and what is wrong with it, never a throw. A row
 * with a problem is left out, the others count; a file that is no CSV has one problem and no terms.
 *
 * Byte order mark and CRLF are accepted. Texts that begin with `=`, `+`, `-` or `@` stay as they are:
 * a spreadsheet may take them for formulas, but a term base that changed its terms would be wrong
 * everywhere else.
 */
export function parseTerms(text: string, file: string): ReadTerms {
  const reader = new Reader(file);
  reader.table(readTable(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')));
  return { terms: reader.terms, problems: reader.problems };
}

/**
 * The canonical file: all columns (but a rare one that no term uses), one row a term in the order given, LF. Reading it gives the same
 * terms, and writing those the same bytes. A form cannot hold `|`, which stands between forms.
 */
export function serializeTerms(terms: readonly Term[]): string {
  const rows = terms.map(cellsOf);
  const kept = COLUMNS.map(
    (column, at) => !RARE_COLUMNS.includes(column) || rows.some((row) => row[at] !== ''),
  );
  return stringify([COLUMNS, ...rows].map((row) => row.filter((_, at) => kept[at])));
}
