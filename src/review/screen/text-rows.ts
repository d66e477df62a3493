/** Source, target and panel as rows: beside each other in a wide window, else one above the other. */
import type { Unit } from '../../core/model.ts';
import type { Session } from '../state.ts';
import { heading } from './frame.ts';
import { choiceLines } from './choices.ts';
import { type Box, isBeside, type Layout, sourceBox, targetPane } from './layout.ts';
import { type PanelView, panelView } from './panel/panel.ts';
import { type Lines, type Part, type Row, type View, padded, part, row } from './row.ts';
import { signsOf } from './signs.ts';
import { comparedText } from '../unit.ts';
import { sourceLines, sourceTitle, targetLines, targetTitle } from './texts.ts';

interface Pane {
  readonly title: readonly Part[];
  readonly lines: readonly (readonly Part[])[];
  readonly box: Box;
}

function panesOf(session: Session, unit: Unit, layout: Layout, view: View): readonly [Pane, Pane] {
  const source = sourceBox(layout, unit);
  const target = targetPane(layout, unit);
  const choices = choiceLines(unit, comparedText(session, unit), {
    width: target.width,
    rows: layout.choices,
    view,
  });
  const unused = Array.from({ length: layout.choices - choices.length }, () => []);
  const panes: [Pane, Pane] = [
    {
      title: sourceTitle(session, unit, view),
      lines: sourceLines(session, unit, layout, view),
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

/** A column of the rows below the list. */
interface Column {
  readonly title: readonly Part[];
  /** None wider than the column less a cell. */
  readonly lines: Lines;
  readonly width: number;
}

/** Columns with a line between them, under their headings. */
function sideBySide(columns: readonly Column[], rows: number, view: View): Row[] {
  const signs = signsOf(view.ascii);
  const joined = (sign: string, partsOf: (column: Column) => readonly Part[]): Row =>
    row(
      ...columns.flatMap((column, index) => {
        const isLast = index === columns.length - 1;
        const parts = isLast ? partsOf(column) : padded(partsOf(column), column.width);
        return index === 0 ? parts : [part(sign, 'faint'), ...parts];
      }),
    );
  return [
    joined(signs.cross, ({ title, width }) => heading(title, width, view)),
    ...Array.from({ length: rows }, (_, at) =>
      joined(signs.vertical, ({ lines }) => [...(lines[at] ?? [])]),
    ),
  ];
}

function wideRows(
  [left, right]: readonly [Pane, Pane],
  panel: PanelView | null,
  layout: Layout,
  view: View,
): Row[] {
  const { textDivider, list, first } = layout;
  const edge = layout.panel !== null && panel !== null ? layout.panel.x - 1 : list.width;
  const texts: Column[] = [left, right].map(({ title, lines }, index) => ({
    title,
    lines: lines.map((line) => [part(' '), ...line]),
    width: index === 0 ? textDivider : edge - textDivider - 1,
  }));
  if (panel === null) return sideBySide(texts, first.rows, view);
  return sideBySide([...texts, { ...panel, width: list.width - edge - 1 }], first.rows, view);
}

function stacked(panes: readonly Pane[], layout: Layout, view: View): Row[] {
  return panes.flatMap(({ title, lines, box }) => [
    row(...heading(title, layout.list.width, view)),
    ...Array.from({ length: box.rows }, (_, at) => row(...indented(lines[at] ?? [], box))),
  ]);
}

/** Headings only: the list shows the texts. */
function headings([first, second]: readonly [Pane, Pane], layout: Layout, view: View): Row[] {
  if (layout.wide) return wideRows([first, second], null, layout, view);
  return [row(...heading(second.title, layout.list.width, view))];
}

/** The panel below the texts. */
function panelRows({ title, lines }: PanelView, layout: Layout, view: View): Row[] {
  const width = layout.list.width;
  return [row(...heading(title, width, view)), ...lines.map((line) => row(...line))];
}

/** The selected segment's texts under their headings, and the panel. */
export function textRows(session: Session, unit: Unit, layout: Layout, view: View): readonly Row[] {
  const panes = panesOf(session, unit, layout, view);
  const panel = panelView(session, unit, layout, view);
  if (isBeside(layout)) return wideRows(panes, panel, layout, view);
  const below = panel === null ? [] : panelRows(panel, layout, view);
  if (layout.reading) return [...headings(panes, layout, view), ...below];
  const rows = layout.wide ? wideRows(panes, null, layout, view) : stacked(panes, layout, view);
  return [...rows, ...below];
}
