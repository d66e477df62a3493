/**
 * Items of a list that was run together into one line: `1. … 2. …`, `a) … b) …`, `• … • …`, and
 * lists that have nothing but their lines.
 */
import type { Span } from '../model.ts';

const NUMBERED = /^(\p{Nd}{1,2}|[a-z])(\.\)|\.|\))\s/u;
const BULLET = /^[•⁃‣◦▪●]\s?/u;

export interface ListItem {
  /** Past the item's own marker. */
  readonly textFrom: number;
  /** What the next item starts with. */
  readonly next: string;
  readonly isBullet: boolean;
}

/** The marker a sentence starts with, if it starts with one. */
export function readListItem(text: string, start: number): ListItem | null {
  const head = text.slice(start, start + 8);
  const bullet = BULLET.exec(head)?.[0];
  if (bullet === undefined) return readNumber(head, start);
  const textFrom = readNumber(head.slice(bullet.length), start + bullet.length)?.textFrom;
  return { textFrom: textFrom ?? start + bullet.length, next: bullet.charAt(0), isBullet: true };
}

function readNumber(head: string, start: number): ListItem | null {
  const found = NUMBERED.exec(head);
  if (found === null) return null;
  const [marker, label = '', mark = ''] = found;
  return { textFrom: start + marker.length, next: successor(label) + mark, isBullet: false };
}

function successor(label: string): string {
  const number = Number(label);
  if (!Number.isNaN(number)) return String(number + 1);
  return String.fromCharCode(label.charCodeAt(0) + 1);
}

/** Whether the next item of the same list starts at `at`, which follows white space. */
export function startsNextItem(text: string, at: number, item: ListItem): boolean {
  if (!text.startsWith(item.next, at)) return false;
  const after = at + item.next.length;
  return item.isBullet || /^\s\S/u.test(text.slice(after, after + 2));
}

/** The lines of a text that is nothing but three or more labels, a line each; else null. */
export function readLabels(text: string, label: RegExp): Span[] | null {
  const spans: Span[] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    const words = line.trim();
    const start = from + line.indexOf(words);
    if (words !== '' && !label.test(words)) return null;
    if (words !== '') spans.push({ from: start, to: start + words.length });
    from += line.length + 1;
  }
  return spans.length < 3 ? null : spans;
}
