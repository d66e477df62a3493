/** What is known of a machine's draft, above the editor: its doubts, and another engine's text. */
import type { Draft, Unit } from '../../core/model.ts';
import { visible, visibleLine } from '../../core/safe-text.ts';
import { sayDisagreements, sayDoubts } from '../../core/second-opinion/say.ts';
import type { SecondOpinion } from '../../core/second-opinion/second-opinion.ts';
import { fit } from '../text/fit.ts';
import { doubtsAbout, opinionOf } from '../unit.ts';
import { type Lines, type Part, part, taggedRuns, type View, wrapRuns } from './row.ts';
import { signsOf } from './signs.ts';

/** As wide as the sign before each, in both forms. */
const INDENT = '  ';

/** The engines' texts that are not the one at hand. */
function othersOf(unit: Unit, text: string): readonly Draft[] {
  const opinion = opinionOf(unit);
  if (opinion === null) return [];
  const others = [opinion.first, opinion.second].filter((draft) => draft.text !== text);
  // Two that say the same: one line that says so.
  return others.length === 0 ? [opinion.second] : others;
}

function textLines(draft: Draft, sign: string, width: number): Lines {
  return wrapRuns([part(sign, 'stale'), ...taggedRuns(visible(draft.text))], width);
}

/** How many lines it has. The language of the interface makes no difference. */
export function countMachineLines(unit: Unit, text: string, width: number): number {
  const texts = othersOf(unit, text).map((draft) => textLines(draft, INDENT, width).length + 1);
  return texts.reduce((sum, lines) => sum + lines, doubtsAbout(unit).length);
}

/** Which engine made a draft, and its model. */
export function engineName({ origin, engine }: Draft, { t }: View): string {
  const name = visibleLine(origin.slice('engine:'.length));
  if (engine?.model === undefined) return t('review.origin.engine', { engine: name });
  return t('review.origin.model', { engine: name, model: visibleLine(engine.model) });
}

function verdict(opinion: SecondOpinion, { t }: View): string {
  const { disagreements } = opinion;
  if (disagreements.length === 0) return t('review.opinion.agrees');
  return t('review.opinion.differs', { differs: sayDisagreements(t, disagreements) });
}

/** A line for each doubt; each other text, with a line below that says whose it is and what differs. */
export function machineLines(
  unit: Unit,
  text: string,
  width: number,
  view: View,
): readonly Lines[] {
  const sign = `${signsOf(view.ascii).look} `;
  const line = (said: string): readonly Part[] => [part(fit(said, width).trimEnd(), 'faint')];
  const doubts = doubtsAbout(unit);
  const key = view.t('review.pane.candidates', { key: 'Alt+O' });
  const opinion = opinionOf(unit);
  const isDoubtful = (opinion?.disagreements.length ?? 0) > 0;
  const texts = othersOf(unit, text).map((draft) => {
    const about = opinion === null ? '' : verdict(opinion, view);
    const who = `${INDENT}${engineName(draft, view)}  ${about}  ${key}`;
    return [...textLines(draft, isDoubtful ? sign : INDENT, width), line(who)];
  });
  const noted = doubts.map((doubt): Lines => {
    const said = fit(sayDoubts(view.t, [doubt]), width - sign.length).trimEnd();
    return [[part(sign, 'stale'), part(said)]];
  });
  return [...noted, ...texts];
}
