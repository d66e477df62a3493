/**
 * Term lists as other programs write them, brought into the form of our own: columns called by language
 * codes or names, divided by tabs or semicolons. Lines stay where they are, so that messages name the right one.
 */
import { langOfName } from '../core/language-names.ts';

function columnName(cell: string): string {
  return langOfName(cell) ?? cell.trim();
}

function unquoted(cell: string): string {
  return /^".*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Two columns of one language cannot both be the term's: the first is. */
function renamed(header: string): string[] {
  const names: string[] = [];
  const cells = header.split(',').map((cell) => unquoted(cell.trim()));
  for (const cell of cells) {
    const name = columnName(cell);
    names.push(names.includes(name) ? cell : name);
  }
  return names;
}

function commasForTabs(text: string): string {
  const lines = text.split('\n').map((line) => line.split('\t').map(unquoted).map(quoted));
  return lines.map((cells) => cells.join(',')).join('\n');
}

/** A cell, quoted or not, and what ends it. */
const CELL = /("(?:[^"]|"")*"|[^;\n]*)(;|\n|$)/g;

/** Quoted cells may hold semicolons and line breaks. */
function commasForSemicolons(text: string): string {
  return text.replace(CELL, (_, cell: string, end: string) => {
    const isQuoted = cell.startsWith('"') && cell.endsWith('"') && cell.length > 1;
    return `${isQuoted ? cell : quoted(cell)}${end === ';' ? ',' : end}`;
  });
}

/** The first line tells what divides the cells. */
function withCommas(text: string): string {
  const [head = ''] = text.split('\n');
  if (head.includes('\t')) return commasForTabs(text);
  return head.includes(';') && !head.includes(',') ? commasForSemicolons(text) : text;
}

/**
 * A table with columns for zh and en → comma-separated, its columns called as in the term base.
 * @returns null when its first line names no such columns
 */
export function asTermTable(text: string): string | null {
  const [head = '', ...rest] = withCommas(text).split('\n');
  const columns = renamed(head);
  if (!columns.includes('zh') || !columns.includes('en')) return null;
  return [columns.map(quoted).join(','), ...rest].join('\n');
}
