/** The panel's terms: what the term base says of words in the source, and whether the target has it. */
import { visibleLine } from '../../../core/safe-text.ts';
import type { Aids } from '../../aids.ts';
import { fit } from '../../text/fit.ts';
import { widthOf } from '../../text/width.ts';
import { clipped, padded, part, type Style, type View } from '../row.ts';
import { signsOf } from '../signs.ts';
import type { Entry } from './entry.ts';

type Term = Aids['terms'][number];

export interface TermBox {
  readonly width: number;
  /** The target as it is being typed, and as typing began; null when nothing is typed. */
  readonly typed: { readonly text: string; readonly base: string } | null;
  readonly view: View;
}

const LATIN = /[\p{Script=Latin}\p{Nd}]/u;

/** A word of letters begins where no letter stands before it: no `chip` is in `Microchip`. Its ending is free. */
function holds(text: string, word: string): boolean {
  const [low, sought] = [text.toLowerCase(), word.toLowerCase()];
  const isBound = LATIN.test(sought.charAt(0));
  for (let at = low.indexOf(sought); at >= 0; at = low.indexOf(sought, at + 1)) {
    if (!isBound || at === 0 || !LATIN.test(low.charAt(at - 1))) return true;
  }
  return false;
}

/** A form that was found in another shape than the term base's stays found while the text is typed. */
function isUsed({ used, target }: Term, { typed }: TermBox): boolean {
  if (typed === null) return used;
  return holds(typed.text, target) || (used && !holds(typed.base, target));
}

type Label = 'review.panel.used' | 'review.panel.unused' | 'review.panel.forbidden';

/** Whether the target has it, or that the source should not: sign, words, style. */
function standingOf(term: Term, box: TermBox): readonly [string, Label, Style] {
  const signs = signsOf(box.view.ascii);
  if (term.forbidden) return [signs.severity.warning, 'review.panel.forbidden', 'stale'];
  return isUsed(term, box)
    ? [signs.yes, 'review.panel.used', 'reviewed']
    : [signs.no, 'review.panel.unused', 'stale'];
}

/** A term that stands in the source more than once is said once. */
export function once(terms: readonly Term[]): readonly Term[] {
  const name = ({ source, target }: Term): string => `${source}\n${target}`;
  return [...new Map(terms.toReversed().map((term) => [name(term), term])).values()].toReversed();
}

/** Cells of the longest word, up to a share of the width. */
function columnOf(words: readonly string[], width: number): number {
  const longest = words.reduce((most, word) => Math.max(most, widthOf(visibleLine(word))), 0);
  return Math.min(longest, Math.floor(width * 0.32));
}

/** An entry for each term, in columns: source, target, used or not, note. */
export function termEntries(terms: readonly Term[], box: TermBox): readonly Entry[] {
  const { width, view } = box;
  const { t } = view;
  const signs = signsOf(view.ascii);
  const source = columnOf(
    terms.map((term) => term.source),
    width,
  );
  const target = columnOf(
    terms.map((term) => term.target),
    width,
  );
  const said = Math.max(0, ...terms.map((term) => widthOf(t(standingOf(term, box)[1]))));
  return once(terms).map((term): Entry => {
    const [sign, label, style] = standingOf(term, box);
    return {
      first: [
        part(' '),
        ...padded(clipped([part(visibleLine(term.source), 'term')], source), source),
        part(` ${signs.arrow} `, 'faint'),
        part(fit(visibleLine(term.target), target)),
        part(`  ${sign} ${fit(t(label), said)}`, style),
        part(term.note === undefined ? '' : `  ${visibleLine(term.note)}`, 'faint'),
      ],
      more: [],
    };
  });
}
