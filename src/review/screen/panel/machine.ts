/** The panel's drafts of machines: whose, what is odd about them, and how the target differs. */
import { shortTime } from '../../../core/short-time.ts';
import type { Draft, Unit } from '../../../core/model.ts';
import { visible, visibleLine } from '../../../core/safe-text.ts';
import { sayDisagreements, sayDoubts } from '../../../core/second-opinion/say.ts';
import { fit } from '../../text/fit.ts';
import { widthOf } from '../../text/width.ts';
import { opinionOf, targetLang } from '../../unit.ts';
import { changeRuns, changesBetween } from '../diffs.ts';
import { type Part, part, taggedRuns, type View, wrapRuns } from '../row.ts';
import { signsOf } from '../signs.ts';
import { type Entry, entryOf } from './entry.ts';

/** Cells of an engine's name, at most. */
const NAME_CELLS = 20;

/** The drafts of engines, the first opinion first. */
export function machineDrafts({ record }: Unit): readonly Draft[] {
  const drafts = (record?.drafts ?? []).filter(({ origin }) => origin.startsWith('engine:'));
  const isSecond = ({ engine }: Draft): number => (engine?.second === true ? 1 : 0);
  return drafts.toSorted((a, b) => isSecond(a) - isSecond(b));
}

function verdictParts(draft: Draft, unit: Unit, { t }: View): readonly Part[] {
  const opinion = draft.engine?.second === true ? opinionOf(unit) : null;
  if (opinion === null) return [];
  const { disagreements } = opinion;
  if (disagreements.length === 0) return [part(`  ${t('review.opinion.agrees')}`, 'faint')];
  const differs = sayDisagreements(t, disagreements);
  return [part(`  ${t('review.opinion.differs', { differs })}`, 'stale')];
}

/** Which model, when, what is odd about it, and what the second opinion comes to. */
function aboutParts(draft: Draft, unit: Unit, view: View): readonly Part[] {
  const doubts = draft.engine?.doubts ?? [];
  const sign = signsOf(view.ascii).look;
  const name = draft.engine?.model;
  const model = name === undefined ? '' : `${visibleLine(name)}, `;
  return [
    part(`${model}${shortTime(draft.at)}`, 'faint'),
    ...verdictParts(draft, unit, view),
    ...(doubts.length === 0 ? [] : [part(`  ${sign} ${sayDoubts(view.t, doubts)}`, 'stale')]),
  ];
}

/** The draft's text, with the way to the target marked when they differ. */
function textRuns(draft: Draft, unit: Unit, target: string, { t }: View): readonly Part[] {
  if (target === draft.text) {
    const same = part(`  ${t('review.panel.same')}`, 'faint');
    return [...taggedRuns(visible(draft.text)), same];
  }
  if (target === '') return taggedRuns(visible(draft.text));
  return changeRuns(changesBetween(draft.text, target, targetLang(unit)));
}

export interface MachineBox {
  readonly width: number;
  /** The target as it stands, or as it is being typed. */
  readonly target: string;
  readonly view: View;
}

function nameOf({ origin }: Draft): string {
  return visibleLine(origin.slice('engine:'.length));
}

/** An entry for each draft: the engine's name and its text, then what is known of it. */
export function machineEntries(unit: Unit, { width, target, view }: MachineBox): readonly Entry[] {
  const drafts = machineDrafts(unit);
  const longest = Math.max(0, ...drafts.map((draft) => widthOf(nameOf(draft))));
  const name = Math.min(NAME_CELLS, longest);
  const indent = name + 3;
  return drafts.map((draft) =>
    entryOf([part(` ${fit(nameOf(draft), name)}  `, 'strong')], indent, [
      ...wrapRuns(textRuns(draft, unit, target, view), width - indent - 1),
      ...wrapRuns(aboutParts(draft, unit, view), width - indent - 1),
    ]),
  );
}
