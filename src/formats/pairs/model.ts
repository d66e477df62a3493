/** What is read from a file of pairs. */
import { MAX_PAIR_TEXT } from '../../core/limits.ts';
import { LANGS, type Lang } from '../../core/model.ts';
import type { MessageKey, MessageValues } from '../../core/messages.ts';

export interface PairRow {
  /** As the file gives it; the line's number where it gives none. */
  readonly id: string;
  /** Where the pair begins, 1-based. */
  readonly line: number;
  readonly zh: string;
  readonly en: string;
  /** The language that was translated from, where the file says it. */
  readonly source?: Lang;
}

/** A row that was not taken. Said as `file:line: t(message, values)`. */
export interface PairProblem {
  readonly line: number;
  readonly message: MessageKey;
  readonly values: MessageValues;
}

export interface ReadPairs {
  readonly pairs: readonly PairRow[];
  readonly problems: readonly PairProblem[];
}

export interface RawRow {
  readonly id: string | undefined;
  readonly line: number;
  readonly zh: string | undefined;
  readonly en: string | undefined;
  readonly source: Lang | null;
}

function faultOf(row: RawRow): PairProblem | null {
  const { line } = row;
  for (const lang of LANGS) {
    const text = row[lang];
    const values = { language: lang };
    if (text === undefined || text.trim() === '') return { line, message: 'pairs.empty', values };
    if (text.length > MAX_PAIR_TEXT) {
      return { line, message: 'pairs.long', values: { ...values, limit: MAX_PAIR_TEXT } };
    }
  }
  return null;
}

/** Rows as they were found → pairs, and what is wrong with the others. */
export class PairCollector implements ReadPairs {
  readonly pairs: PairRow[] = [];
  readonly problems: PairProblem[] = [];

  add(row: RawRow): void {
    const { line, zh = '', en = '', source } = row;
    const fault = faultOf(row);
    if (fault !== null) {
      this.problems.push(fault);
      return;
    }
    const id = row.id?.trim() || String(line);
    this.pairs.push({ id, line, zh, en, ...(source === null ? {} : { source }) });
  }

  reject(line: number, message: MessageKey, values: MessageValues = {}): void {
    this.problems.push({ line, message, values });
  }
}
