/** Source and target as rows: side by side in a wide window, else the source above the target. */
import type { Unit } from '../../core/model.ts';
import type { Session } from '../state.ts';
import { heading } from './frame.ts';
import { choiceLines } from './choices.ts';
import { type Box, type Layout, sourceBox, targetPane } from './layout.ts';
import { type Part, type Row, type View, padded, part, row } from './row.ts';
import { signsOf } from './signs.ts';
import { baseText } from '../unit.ts';
import { sourceLines, sourceTitle, targetLines, targetTitle } from './texts.ts';

interface Pane {
  readonly title: readonly Part[];
  readonly lines: readonly (readonly Part[])[];
  readonly box: Box;
}

function panesOf(session: Session, unit: Unit, layout: Layout, view: View): readonly [Pane, Pane] {
  const source = sourceBox(layout, unit);
  const target = targetPane(layout, unit);
  const choices = choiceLines(unit, baseText(session, unit), {
    width: target.width,
    rows: layout.choices,
    view,
  });
  const unused = Array.from({ length: layout.choices - choices.length }, () => []);
  const panes: [Pane, Pane] = [
    {
      title: sourceTitle(session, unit, view),
      lines: sourceLines(session, unit, layout),
      box: source,
    },
    {
      title: targetTitle(session, unit, view),
      lines: [...choices, ...unused, ...targetLines(session, unit, layout, view)],
      box: target,
    },
  ];
  return source === layout.first ? panes : [panes[1], panes[0]];
}

function indented(parts: readonly Part[], { x }: Box): readonly Part[] {
  return [part(' '.repeat(x)), ...parts];
}

function sideBySide([left, right]: readonly [Pane, Pane], layout: Layout, view: View): Row[] {
  const { divider, list } = layout;
  const signs = signsOf(view.ascii);
  const title = row(
    ...heading(left.title, divider, view),
    part(signs.cross, 'faint'),
    ...heading(right.title, list.width - divider - 1, view),
  );
  const lines = Array.from({ length: left.box.rows }, (_, at) =>
    row(
      ...padded(indented(left.lines[at] ?? [], left.box), divider),
      part(`${signs.vertical} `, 'faint'),
      ...(right.lines[at] ?? []),
    ),
  );
  return [title, ...lines];
}

function stacked(panes: readonly Pane[], layout: Layout, view: View): Row[] {
  return panes.flatMap(({ title, lines, box }) => [
    row(...heading(title, layout.list.width, view)),
    ...Array.from({ length: box.rows }, (_, at) => row(...indented(lines[at] ?? [], box))),
  ]);
}

/** The selected segment's texts under their headings. */
export function textRows(session: Session, unit: Unit, layout: Layout, view: View): readonly Row[] {
  const panes = panesOf(session, unit, layout, view);
  return layout.wide ? sideBySide(panes, layout, view) : stacked(panes, layout, view);
}
