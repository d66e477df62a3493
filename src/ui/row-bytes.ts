/** A changed row as bytes: what stands there already and what is empty is not written. */

/** Erased first: behind a full row, `EL` would take the last cell away. */
const ERASE_REST = '\u001b[K';
const RESET = '\u001b[0m';
const STYLE = /\u001b\[[\d;]*m/g;
/** What surely has as many cells as characters, in every terminal that can show the screen at all. */
const CERTAIN = /^[ -~│]*$/;
/** A styled stretch, which is kept, or else empty cells that take more bytes than a step over them. */
const EMPTY = /(\u001b\[[\d;]+m.*?\u001b\[0m)|( {6,})/g;

/** The end of a style and the start of the next one. */
const RESTYLED = /\u001b\[0m\u001b\[([\d;]+)m/g;

export function moveTo(x: number, y: number): string {
  return x === 0 ? `\u001b[${y + 1}H` : `\u001b[${y + 1};${x + 1}H`;
}

/** How much of the start of both rows is the same, up to the end of a style, its cells being certain. */
function sameStart(row: string, before: string): string {
  let end = 0;
  while (end < row.length && row[end] === before[end]) end += 1;
  const same = row.slice(0, row.lastIndexOf(RESET, end - RESET.length) + RESET.length);
  return same.length > RESET.length && CERTAIN.test(same.replaceAll(STYLE, '')) ? same : '';
}

/** The cells that follow are erased, so a step over the empty ones leaves them empty. */
function withSteps(text: string): string {
  return text
    .trimEnd()
    .replaceAll(EMPTY, (_, styled?: string, empty = '') => styled ?? `\u001b[${empty.length}C`)
    .replaceAll(RESTYLED, '\u001b[0;$1m');
}

/** The bytes for row `y`; `before` is what stands there, or null when that is not known. */
export function rowBytes(row: string, before: string | null, y: number): string {
  if (row === before) return '';
  const same = sameStart(row, before ?? '');
  const x = same.replaceAll(STYLE, '').length;
  return `${moveTo(x, y)}${ERASE_REST}${withSteps(row.slice(same.length))}`;
}
