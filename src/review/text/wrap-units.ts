/** What lines are made of: graphemes, and inline tags that fit in a line. */
import { visible } from '../../core/safe-text.ts';
import { graphemesOf } from './graphemes.ts';
import { SPACE } from './line-break-characters.ts';
import { type TagKind, tagEnd, tagKind } from './tags.ts';
import type { Measure } from './width.ts';

export interface Unit {
  readonly text: string;
  /** What the rules look at; `''` for a tag, which they look through. */
  readonly base: string;
  /** UTF-16 offset into the text. */
  readonly from: number;
  readonly cells: number;
  /** Null for a grapheme. */
  readonly tag: TagKind | null;
}

export interface Pane {
  /** In cells. */
  readonly width: number;
  readonly measure: Measure;
}

/** The units of a paragraph that begins at `from`. A tag wider than a line is characters like any other. */
export function unitsOf(paragraph: string, from: number, pane: Pane): readonly Unit[] {
  const units: Unit[] = [];
  const graphemes = graphemesOf(paragraph);
  let start = 0;
  for (let index = 0; index < graphemes.length; index += 1) {
    let text = graphemes[index] ?? '';
    const end = tagEnd(paragraph, start) ?? start;
    // A mark on the last character of a tag belongs to that, so to the tag.
    while (start + text.length < end) text += graphemes[++index] ?? '';
    const unit = unitOf(text, from + start, { measure: pane.measure, isTag: end > start });
    units.push(...fitting(unit, pane));
    start += text.length;
  }
  return units;
}

interface UnitParts {
  readonly measure: Measure;
  readonly isTag: boolean;
}

function unitOf(text: string, from: number, { measure, isTag }: UnitParts): Unit {
  const cells = measure(visible(text));
  if (isTag) return { text, base: '', from, cells, tag: tagKind(text) };
  return { text, base: baseOf(text), from, cells, tag: null };
}

/** The unit, or the characters of a tag that is wider than a line. */
function fitting(unit: Unit, { width, measure }: Pane): readonly Unit[] {
  if (unit.tag === null || unit.cells <= width) return [unit];
  let at = unit.from;
  return graphemesOf(unit.text).map((character) => {
    const unit = unitOf(character, at, { measure, isTag: false });
    at += character.length;
    return unit;
  });
}

/** The first code point. A space that carries a mark is no space: it can be seen. */
function baseOf(grapheme: string): string {
  const first = String.fromCodePoint(grapheme.codePointAt(0) ?? 0);
  return SPACE.has(first) ? grapheme : first;
}
