/** Terms in Chinese text: the longest form at each place, over single characters. */
import { bestOf, isCaseSensitive, NEARNESS, type Entry, type Form } from './entry.ts';
import type { TermMatch } from './model.ts';
import { normalText } from './normal-text.ts';
import { findBars, straddles, type Bars } from './zh-guard.ts';
import { INTERPUNCTS } from './zh.ts';

interface Node {
  readonly next: Map<string, Node>;
  entries?: Entry[];
}

const HAN = /\p{Script=Han}/u;
const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ]/g;
const WIDTH = 0xfee0;
/** People set a space between Han and Latin, or none: it is part of no term. */
const BETWEEN_SCRIPTS =
  /(?<=\p{Script=Han})\s+(?=[\p{Script=Latin}\p{Nd}])|(?<=[\p{Script=Latin}\p{Nd}])\s+(?=\p{Script=Han})/gu;

/** Full-width letters and digits as half-width, dots in names as one. Lengths stay. */
function foldWidth(text: string): string {
  return text
    .replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - WIDTH))
    .replace(INTERPUNCTS, '·')
    .replace(/’/g, "'");
}

function foldCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function isLatin(character: string): boolean {
  if (character === '' || character > '\u{2e80}') return false;
  return /[\p{Script=Latin}\p{Nd}]/u.test(character);
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9' && character.length === 1;
}

/** Whether a form would begin or end inside a Latin word or a number: "AI" in "MAID", "5G" in "1.5G". */
function cutsWord(text: string, from: number, to: number): boolean {
  return touches(text, from, -1) || touches(text, to - 1, 1);
}

function touches(text: string, edge: number, step: number): boolean {
  const inner = text.charAt(edge);
  if (!isLatin(inner)) return false;
  const outer = text.charAt(edge + step);
  if (isLatin(outer)) return true;
  return /^[.,]$/.test(outer) && isDigit(inner) && isDigit(text.charAt(edge + 2 * step));
}

/** Where a walk goes on: past a line break inside Chinese, or a space between scripts. */
function pastSpace(text: string, at: number): number {
  let next = at;
  while (/\s/.test(text.charAt(next))) next += 1;
  if (next === at) return -1;
  const before = text.charAt(at - 1);
  const after = text.charAt(next);
  if (HAN.test(before)) return isLatin(after) || isBreak(text.slice(at, next), after) ? next : -1;
  return isLatin(before) && HAN.test(after) ? next : -1;
}

function isBreak(space: string, after: string): boolean {
  return space.includes('\n') && HAN.test(after);
}

class ChineseSearch {
  private readonly root: Node = { next: new Map() };

  constructor(forms: readonly Form[]) {
    for (const form of forms) this.add(form);
  }

  private add(form: Form): void {
    const written = foldWidth(form.form.normalize('NFC')).replace(BETWEEN_SCRIPTS, '');
    let node = this.root;
    for (const unit of foldCase(written).split('')) {
      const next = node.next.get(unit) ?? { next: new Map() };
      node.next.set(unit, next);
      node = next;
    }
    if (node === this.root) return;
    const sensitive = isCaseSensitive(form) ? { written } : {};
    (node.entries ??= []).push({ ...form, nearness: NEARNESS.exact, ...sensitive });
  }

  find(given: string, date: string | undefined): readonly TermMatch[] {
    const { text, origin } = normalText(given);
    const wide = foldWidth(text);
    const place = { wide, text: foldCase(wide), date, bars: findBars(text) };
    const found: TermMatch[] = [];
    let at = 0;
    while (at < text.length) {
      const hit = this.longestAt(place, at);
      if (hit?.entry.term) {
        const { term, form, forbidden } = hit.entry;
        found.push({ term, form, forbidden, span: { from: origin(at), to: origin(hit.to) } });
      }
      at = hit?.to ?? at + 1;
    }
    return found;
  }

  private longestAt(place: Place, from: number): { entry: Entry; to: number } | null {
    let node = this.root.next.get(place.text.charAt(from));
    let best: { entry: Entry; to: number } | null = null;
    let at = from + 1;
    while (node !== undefined) {
      const entry =
        node.entries === undefined ? null : entryAt(node.entries, place, { from, to: at });
      if (entry !== null) best = { entry, to: at };
      const step = stepFrom(node, place.text, at);
      node = step?.node;
      at = step?.at ?? at;
    }
    return best;
  }
}

interface Place {
  /** As it stands but for width. */
  readonly wide: string;
  /** Without capitals as well. */
  readonly text: string;
  readonly date: string | undefined;
  readonly bars: Bars;
}

function stepFrom(node: Node, text: string, at: number): { node: Node; at: number } | null {
  const next = node.next.get(text.charAt(at));
  if (next !== undefined) return { node: next, at: at + 1 };
  if (node.next.size === 0) return null;
  const past = pastSpace(text, at);
  const after = past < 0 ? undefined : node.next.get(text.charAt(past));
  return after === undefined ? null : { node: after, at: past + 1 };
}

function entryAt(
  entries: readonly Entry[],
  { wide, text, date, bars }: Place,
  span: { readonly from: number; readonly to: number },
): Entry | null {
  if (cutsWord(text, span.from, span.to) || straddles(span, bars)) return null;
  const found = wide.slice(span.from, span.to);
  return bestOf(entries, { text: found, written: found.replace(BETWEEN_SCRIPTS, ''), date });
}

/** A search over forms: leftmost, longest, none overlapping, spans in the text as given. */
export function createChineseSearch(
  forms: readonly Form[],
): (text: string, date?: string) => readonly TermMatch[] {
  const search = new ChineseSearch(forms);
  return (text, date) => search.find(text, date);
}
