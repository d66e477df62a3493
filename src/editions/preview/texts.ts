/** What a view shows of some units: one language's sentences in a row, or both sides of each pair. */
import { otherLang, type Lang, type Unit } from '../../core/model.ts';
import type { ArticleState } from '../../core/state.ts';
import type { EditionOptions, View } from '../edition.ts';
import { breakBetween } from '../html/place.ts';
import { pageLanguage } from '../language/index.ts';
import { sideIn, sourceSide, targetSide, type Side } from '../parts/sides.ts';
import type { PreviewSide } from './line.ts';
import { bareRun, runsOf, type PreviewRun } from './runs.ts';

/** Of the options only the script of the Chinese matters to a text, and not to the gaps. */
const OPTIONS: Pick<EditionOptions, 'chinese'> = { chinese: 'zh-Hans' };

export interface Context {
  readonly state: ArticleState;
  readonly view: View;
}

interface Shown {
  readonly unit: Unit;
  readonly side: Side;
}

/** A language's name for a date, and what it puts between names. */
export function wordsOf(lang: Lang) {
  return pageLanguage(lang, OPTIONS);
}

function gap(state: ArticleState, left: Shown, right: Shown): PreviewRun {
  if (breakBetween(state, left.unit, right.unit)) return bareRun('\n');
  const isTight = [left, right].every(({ side }) => wordsOf(side.lang).sentenceGap === '');
  return bareRun(isTight ? '' : ' ');
}

function joined(state: ArticleState, shown: readonly Shown[]): PreviewRun[] {
  return shown.flatMap((here, at) => {
    const before = shown[at - 1];
    const runs = runsOf(here.side, here.unit.index);
    return before === undefined ? runs : [gap(state, before, here), ...runs];
  });
}

function shownIn(units: readonly Unit[], sideOf: (unit: Unit) => Side | null): Shown[] {
  return units.flatMap((unit) => {
    const side = sideOf(unit);
    return side === null ? [] : [{ unit, side }];
  });
}

function pairSide(unit: Unit, lang: Lang): Side | null {
  return unit.segment.lang === lang ? sourceSide(unit) : targetSide(unit);
}

/** Units in one language, sentence after sentence. */
function inOne({ state }: Context, units: readonly Unit[], lang: Lang): PreviewRun[] {
  return joined(
    state,
    shownIn(units, (unit) => sideIn(unit, lang)),
  );
}

/** The same of a pair's half: nothing where there is no text in that language. */
function halfOf({ state }: Context, units: readonly Unit[], lang: Lang): PreviewRun[] {
  return joined(
    state,
    shownIn(units, (unit) => pairSide(unit, lang)),
  );
}

/**
 * The sides of a line that shows the units of these cells. A side without any text is left out, and
 * so no side means that the view leaves the line out.
 */
export function sidesOf(context: Context, cells: readonly (readonly Unit[])[]): PreviewSide[] {
  const { view } = context;
  const first = cells.flat()[0]?.segment.lang ?? 'zh';
  const langs = view === 'bilingual' ? [first, otherLang(first)] : [view];
  const textOf = view === 'bilingual' ? halfOf : inOne;
  return langs
    .map((lang) => ({ lang, cells: cells.map((units) => textOf(context, units, lang)) }))
    .filter((side) => side.cells.some((runs) => runs.length > 0));
}
