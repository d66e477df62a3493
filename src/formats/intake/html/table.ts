/** An HTML table of data → a GFM table. */
import { tagOf, type DomElement, type DomNode, isElement } from './dom.ts';
import { inlineLines, readInline } from './inline.ts';

function cellsOf(row: DomNode): DomElement[] {
  return [...row.childNodes].filter(
    (node): node is DomElement => isElement(node) && ['td', 'th'].includes(tagOf(node)),
  );
}

function cellText(cell: DomElement): string {
  return inlineLines(readInline([...cell.childNodes]))
    .map(({ markdown }) => markdown)
    .join(' ')
    .replaceAll('|', '\\|');
}

/** Rows of cells as Markdown; null for a table that only lays out the page. */
export function readTable(table: DomElement): string | null {
  if (table.querySelector('table') !== null || table.querySelector('td p + p, td div') !== null) {
    return null;
  }
  const rows = [...table.querySelectorAll('tr')].map((row) => cellsOf(row).map(cellText));
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (rows.length < 2 || width < 2) return null;
  const lines = rows.map(
    (row) => `| ${Array.from({ length: width }, (_, at) => row[at] ?? '').join(' | ')} |`,
  );
  const rule = `|${' --- |'.repeat(width)}`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}
