/**
 * Term lists as other programs write them, brought into the form of our own: columns called by language
 * codes or names, divided by tabs or semicolons. Lines stay where they are, so that messages name the right one.
 */

/** Names of columns in other people's lists; in lower case. */
const COLUMNS: ReadonlyMap<string, string> = new Map([
  ['chinese', 'zh'],
  ['chinese (simplified)', 'zh'],
  ['simplified chinese', 'zh'],
  ['中文', 'zh'],
  ['汉语', 'zh'],
  ['简体中文', 'zh'],
  ['cmn', 'zh'],
  ['english', 'en'],
  ['英文', 'en'],
  ['英语', 'en'],
]);
const CODE = /^(zh|en)[-_][a-z]{2,4}(?:[-_][a-z]{2})?$/;

function columnName(cell: string): string {
  const name = cell.trim().toLowerCase();
  return COLUMNS.get(name) ?? CODE.exec(name)?.[1] ?? cell.trim();
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
