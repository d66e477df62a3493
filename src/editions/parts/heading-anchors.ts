/** Places of an article's headings, by the name that other programs would give them. */
import type { ArticleState } from '../../core/state.ts';
import { plainText } from '../../core/tags.ts';
import { blockUnits } from './front.ts';
import { anchorOf, sourceSide, targetSide } from './sides.ts';

/** A heading's text as part of an address: small letters, a hyphen for each space, no marks (as GitHub does). */
export function headingName(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}_\s-]/gu, '')
    .replace(/\s/g, '-');
}

/** Name of a heading, in either language → the id of its first sentence; of two alike the first. */
export function headingAnchors(state: ArticleState): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>();
  for (const block of state.article.blocks.filter(({ kind }) => kind === 'heading')) {
    const units = blockUnits(state, block);
    const [id] = units.flatMap((unit) => (unit.status === 'omitted' ? [] : (anchorOf(unit) ?? [])));
    for (const sideOf of [sourceSide, targetSide]) {
      const sides = units.flatMap((unit) => sideOf(unit) ?? []);
      const gap = sides[0]?.lang === 'en' ? ' ' : '';
      const name = headingName(sides.map(({ text }) => plainText(text)).join(gap));
      if (id !== undefined && name !== '' && !anchors.has(name)) anchors.set(name, id);
    }
  }
  return anchors;
}
