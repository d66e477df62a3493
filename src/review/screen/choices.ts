/** What stands above the editor: approvals to choose between, by whom and when; what machines say. */
import { differingTexts } from '../../core/candidates.ts';
import { shortTime } from '../../core/short-time.ts';
import type { Unit } from '../../core/model.ts';
import { visible, visibleLine } from '../../core/safe-text.ts';
import { choicesOf, targetLang } from '../unit.ts';
import { countMachineLines, machineLines } from './machine.ts';
import { type Lines, type View, cropped, part, taggedRuns, wrapRuns } from './row.ts';
import { signsOf } from './signs.ts';

/** What stands before an approval that is no candidate; as wide in ASCII. */
const RIVAL = '≠';

/** Each approval's lines: its number or sign, its text, who and when. */
function linesOf(unit: Unit, text: string, width: number, sign = RIVAL): readonly Lines[] {
  const choices = choicesOf(unit, text);
  const isConflict = unit.status === 'conflict';
  const lang = targetLang(unit);
  const texts = isConflict ? differingTexts(choices) : choices.map((choice) => choice[lang]);
  return choices.map(({ by, at }, index) =>
    wrapRuns(
      [
        part(`${isConflict ? index + 1 : sign} `, 'conflict'),
        ...taggedRuns(visible(texts[index] ?? '')),
        part(`  ${visibleLine(by)}, ${shortTime(at)}`, 'faint'),
      ],
      width,
    ),
  );
}

/** How many lines stand above the target that a person has written or started from. */
export function countChoices(unit: Unit, text: string, width: number): number {
  const choices = linesOf(unit, text, width).reduce((sum, lines) => sum + lines.length, 0);
  return choices + countMachineLines(unit, text, width);
}

export interface ChoiceBox {
  readonly width: number;
  readonly rows: number;
  readonly view: View;
}

/** What stands above the target, in so many rows: where there are too few, each has the same share. */
export function choiceLines(unit: Unit, text: string, { width, rows, view }: ChoiceBox): Lines {
  const choices = [
    ...linesOf(unit, text, width, signsOf(view.ascii).status.conflict),
    ...machineLines(unit, text, width, view),
  ];
  const all = choices.flat();
  if (all.length <= rows) return all;
  const share = Math.max(1, Math.floor(rows / choices.length));
  return choices.flatMap((lines) => cropped(lines, share)).slice(0, rows);
}
