/**
 * The text being edited, as a value: text, caret, selection, and what undo and redo go back to. Every
 * function of the editor takes a buffer and gives the next one, or the same one when nothing changes.
 */
import { stopAtOrAfter } from './stops.ts';

/** A text with its caret: a UTF-16 offset, always at a stop (see stops.ts). */
export interface Moment {
  readonly text: string;
  readonly caret: number;
  /** Where the selection began, the caret being its other end; null when nothing is selected. */
  readonly anchor: number | null;
}

/** What the last edit was, so that the next one can join it and both are undone as one. */
export type EditGroup = 'none' | 'letters' | 'separators' | 'backspace' | 'delete';

export interface TextBuffer extends Moment {
  /** Before each group of edits, oldest first. */
  readonly past: readonly Moment[];
  /** What redo brings back, next one last. */
  readonly future: readonly Moment[];
  readonly group: EditGroup;
  /** When the group was last added to, in milliseconds; null when nobody said. */
  readonly editedAt: number | null;
  /** The column that up and down keep to while they pass shorter lines; null after any other step. */
  readonly goal: number | null;
  /** At a soft line break: the caret stands at the end of the upper line, not at the next one's start. */
  readonly atLineEnd: boolean;
}

/** Where a caret moves to, and what of its line the offset alone does not say. */
export interface CaretTarget {
  readonly caret: number;
  readonly anchor?: number | null;
  readonly goal?: number;
  readonly atLineEnd?: boolean;
}

const UNDO_LIMIT = 500;
/** UTF-16 units of all texts that undo goes back to: a long text has fewer of them. */
const UNDO_UNITS = 2_000_000;

/** A buffer without a history; the caret stands at the end unless an offset is given. */
export function textBuffer(text: string, caret: number = text.length): TextBuffer {
  const clean = withLineFeeds(text);
  const moment = { text: clean, caret: stopAtOrAfter(clean, caret), anchor: null };
  return restored(moment, [], []);
}

/** CR and CR LF, which terminals paste, as LF. */
export function withLineFeeds(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}

/** The buffer with its caret elsewhere, nothing selected but from `anchor`; the group of edits ends. */
export function moved(buffer: TextBuffer, target: CaretTarget): TextBuffer {
  const caret = stopAtOrAfter(buffer.text, target.caret);
  const { goal = null, atLineEnd = false } = target;
  const anchor = target.anchor === caret ? null : (target.anchor ?? null);
  const place = { caret, anchor, goal, atLineEnd };
  return isAt(buffer, place) ? buffer : { ...buffer, ...place, group: 'none' };
}

type Place = Pick<TextBuffer, 'caret' | 'anchor' | 'goal' | 'atLineEnd'>;

function isAt(buffer: Place, { caret, anchor, goal, atLineEnd }: Place): boolean {
  const isSame = caret === buffer.caret && anchor === buffer.anchor;
  return isSame && goal === buffer.goal && atLineEnd === buffer.atLineEnd;
}

/** How an edit takes part in undo: the group it leaves, and whether it joins the one before. */
export interface EditKind {
  readonly group: EditGroup;
  readonly joins: boolean;
  /** In milliseconds; null when nobody said. */
  readonly at: number | null;
}

/** The buffer after an edit. The caret goes to the next stop if the edit joined some. */
export function edited(
  buffer: TextBuffer,
  next: Pick<Moment, 'text' | 'caret'>,
  kind: EditKind,
): TextBuffer {
  if (next.text === buffer.text) return moved(buffer, { caret: next.caret });
  return {
    text: next.text,
    caret: stopAtOrAfter(next.text, next.caret),
    anchor: null,
    past: kind.joins ? buffer.past : remembered([...buffer.past, momentOf(buffer)]),
    future: [],
    group: kind.group,
    editedAt: kind.at,
    goal: null,
    atLineEnd: false,
  };
}

/** As many of the newest moments as the limits allow, the newest always. */
function remembered(past: readonly Moment[]): readonly Moment[] {
  let first = past.length - 1;
  let units = past[first]?.text.length ?? 0;
  const lowest = Math.max(0, past.length - UNDO_LIMIT);
  while (first > lowest) {
    units += past[first - 1]?.text.length ?? 0;
    if (units > UNDO_UNITS) break;
    first -= 1;
  }
  return first === 0 ? past : past.slice(first);
}

/** Closes the group of edits: the next edit is undone by itself. */
export function endGroup(buffer: TextBuffer): TextBuffer {
  return buffer.group === 'none' ? buffer : { ...buffer, group: 'none' };
}

/** Back before the last group of edits: the text, the caret and the selection of that moment. */
export function undo(buffer: TextBuffer): TextBuffer {
  const to = buffer.past.at(-1);
  if (to === undefined) return buffer;
  const past = buffer.past.slice(0, -1);
  return restored(to, past, [...buffer.future, momentOf(buffer)]);
}

/** Forward again, as long as nothing else was edited. */
export function redo(buffer: TextBuffer): TextBuffer {
  const to = buffer.future.at(-1);
  if (to === undefined) return buffer;
  const future = buffer.future.slice(0, -1);
  return restored(to, [...buffer.past, momentOf(buffer)], future);
}

function momentOf({ text, caret, anchor }: TextBuffer): Moment {
  return { text, caret, anchor };
}

function restored(to: Moment, past: readonly Moment[], future: readonly Moment[]): TextBuffer {
  return { ...to, past, future, group: 'none', editedAt: null, goal: null, atLineEnd: false };
}
