/** The panel: what memory, machines, term base, checks and people know of the selected segment. */
import type { MessageKey } from '../../../core/messages.ts';
import type { Unit } from '../../../core/model.ts';
import type { PanelTab, Session } from '../../state.ts';
import { startingText } from '../../unit.ts';
import type { Box, Layout } from '../layout.ts';
import { clipped, type Lines, type Part, part, type View } from '../row.ts';
import { contextLines } from './context.ts';
import { type Entry, entryLines } from './entry.ts';
import { findingEntries } from './findings.ts';
import { machineEntries } from './machine.ts';
import { memoryEntries } from './memory.ts';
import { noteEntries } from './notes.ts';
import { tabParts } from './tabs.ts';
import { termEntries } from './terms.ts';

interface PanelBox {
  readonly session: Session;
  readonly unit: Unit;
  readonly width: number;
  readonly rows: number;
  readonly view: View;
}

/** What a tab lists; null while it is not known. */
type Lister = (box: PanelBox) => readonly Entry[] | null;

function typedText({ session }: PanelBox): { readonly text: string; readonly base: string } | null {
  const { editor } = session;
  return editor === null ? null : { text: editor.buffer.text, base: editor.base };
}

const LISTERS: Readonly<Record<Exclude<PanelTab, 'context'>, Lister>> = {
  memory: ({ session, unit, width, view }) => {
    const aids = session.aids.get(unit.key);
    return aids === undefined ? null : memoryEntries(aids.matches, unit, { width, view });
  },
  machine: ({ session, unit, width, view }) => {
    const target = session.editor?.buffer.text ?? startingText(unit);
    return machineEntries(unit, { width, target, view });
  },
  terms: (box) => {
    const { session, unit, width, view } = box;
    const aids = session.aids.get(unit.key);
    return aids === undefined
      ? null
      : termEntries(aids.terms, { width, typed: typedText(box), view });
  },
  findings: ({ session, unit, width, rows, view }) =>
    findingEntries(session, unit, { width, rows, view }),
  notes: ({ unit, width, view }) => noteEntries(unit, { width, view }),
};

function linesOf(session: Session, unit: Unit, layout: Layout & WithPanel, view: View): Lines {
  const { panel: tab } = session;
  const { panel: box, divider } = layout;
  if (tab === 'context') return contextLines(unit, { session, box, divider, view });
  // The last cell is for the sign that something is left out.
  const entries = LISTERS[tab]({ session, unit, width: box.width - 1, rows: box.rows, view });
  if (entries === null || box.rows === 0) return [];
  if (entries.length > 0) return entryLines(entries, box.rows);
  return [[part(` ${view.t(`review.panel.none.${tab}` as MessageKey)}`, 'faint')]];
}

interface WithPanel {
  readonly panel: Box;
}

export interface PanelView {
  /** The tabs. */
  readonly title: readonly Part[];
  /** As many as the panel has rows, all narrower than it. */
  readonly lines: Lines;
}

/** The panel's tabs and what the chosen one holds. */
export function panelView(
  session: Session,
  unit: Unit,
  layout: Layout,
  view: View,
): PanelView | null {
  const { panel } = layout;
  if (panel === null) return null;
  const lines = linesOf(session, unit, { ...layout, panel }, view);
  return {
    title: tabParts(session, unit, panel.width - 4, view),
    lines: Array.from({ length: panel.rows }, (_, at) => clipped(lines[at] ?? [], panel.width - 1)),
  };
}
