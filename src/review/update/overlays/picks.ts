/** Lists to choose from: what their rows are, and what a choice does. */
import { type Outcome, still } from '../../outcome.ts';
import type { PickOverlay, PickPurpose, PickRow } from '../../overlay.ts';
import { modeOf, type ReviewState } from '../../state.ts';
import { textBuffer } from '../../text/text-buffer.ts';

/** The row that was chosen, and the list that it stood in. */
export interface Chosen {
  readonly row: PickRow;
  readonly overlay: PickOverlay;
}

/** What one kind of list does. */
export interface PickKind {
  readonly purpose: PickPurpose;
  readonly title: PickOverlay['title'];
  /** Whether its rows are narrowed by what is typed. */
  readonly typed: boolean;
  /** The rows for what is typed, best first; they keep their order until it changes. */
  readonly rows: (state: ReviewState, query: string) => readonly PickRow[];
  readonly choose: (state: ReviewState, chosen: Chosen, at: string) => Outcome;
}

/**
 * Opens a list over what has the keys now, with something typed already where it is narrowed by
 * typing.
 */
export function openPick(state: ReviewState, kind: PickKind, query = ''): ReviewState {
  const { purpose, title, typed } = kind;
  const overlay: PickOverlay = {
    type: 'pick',
    purpose,
    title,
    query: typed ? textBuffer(query) : null,
    under: modeOf({ ...state, overlay: null }),
    rows: [],
    selected: 0,
  };
  return narrowed({ ...state, overlay }, overlay, kind);
}

/** The list with the rows for what is typed now. */
export function narrowed(state: ReviewState, overlay: PickOverlay, kind: PickKind): ReviewState {
  const rows = kind.rows({ ...state, overlay }, overlay.query?.text ?? '');
  return { ...state, overlay: { ...overlay, rows, selected: 0 } };
}

/** Chooses the selected row. */
export function choosePicked(
  state: ReviewState,
  { overlay, kind }: { readonly overlay: PickOverlay; readonly kind: PickKind },
  at: string,
): Outcome {
  const row = overlay.rows[overlay.selected];
  const closed = { ...state, overlay: null };
  return row === undefined ? still(closed) : kind.choose(closed, { row, overlay }, at);
}
