/**
 * The text being edited, as a value: text, caret, and what undo and redo go back to. Every function
 * of the editor takes a buffer and gives the next one, or the same one when nothing changes.
 */
import { boundaryAtOrAfter } from './graphemes.ts';

/** A text with its caret: a UTF-16 offset, always at a grapheme boundary. */
export interface Moment {
  readonly text: string;
  readonly caret: number;
}

/** What the last edit was, so that the next one can join it and both are undone as one. */
export type EditGroup = 'none' | 'letters' | 'separators' | 'backspace' | 'delete';

export interface TextBuffer extends Moment {
  /** Before each group of edits, oldest first. */
  readonly past: readonly Moment[];
  /** What redo brings back, next one last. */
  readonly future: readonly Moment[];
  readonly group: EditGroup;
  /** The column that up and down keep to while they pass shorter lines; null after any other step. */
  readonly goal: number | null;
  /** At a soft line break: the caret stands at the end of the upper line, not at the next one's start. */
  readonly atLineEnd: boolean;
}

/** Where a caret moves to, and what of its line the offset alone does not say. */
export interface CaretTarget {
  readonly caret: number;
  readonly goal?: number;
  readonly atLineEnd?: boolean;
}

const UNDO_LIMIT = 500;

/** A buffer without a history; the caret stands at the end unless an offset is given. */
export function textBuffer(text: string, caret: number = text.length): TextBuffer {
  const clean = withLineFeeds(text);
  return {
    text: clean,
    caret: boundaryAtOrAfter(clean, caret),
    past: [],
    future: [],
    group: 'none',
    goal: null,
    atLineEnd: false,
  };
}

/** CR and CR LF, which terminals paste, as LF. */
export function withLineFeeds(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}

/** The buffer with its caret elsewhere; the group of edits ends there. */
export function moved(buffer: TextBuffer, target: CaretTarget): TextBuffer {
  const caret = boundaryAtOrAfter(buffer.text, target.caret);
  const { goal = null, atLineEnd = false } = target;
  if (caret === buffer.caret && goal === buffer.goal && atLineEnd === buffer.atLineEnd) {
    return buffer;
  }
  return { ...buffer, caret, goal, atLineEnd, group: 'none' };
}

/** How an edit takes part in undo: the group it leaves, and whether it joins the one before. */
export interface EditKind {
  readonly group: EditGroup;
  readonly joins: boolean;
}

/** The buffer after an edit. The caret goes to the next grapheme boundary if the edit joined some. */
export function edited(buffer: TextBuffer, next: Moment, kind: EditKind): TextBuffer {
  if (next.text === buffer.text) return moved(buffer, { caret: next.caret });
  const before: Moment = { text: buffer.text, caret: buffer.caret };
  return {
    text: next.text,
    caret: boundaryAtOrAfter(next.text, next.caret),
    past: kind.joins ? buffer.past : [...buffer.past, before].slice(-UNDO_LIMIT),
    future: [],
    group: kind.group,
    goal: null,
    atLineEnd: false,
  };
}

/** Closes the group of edits: the next edit is undone by itself. */
export function endGroup(buffer: TextBuffer): TextBuffer {
  return buffer.group === 'none' ? buffer : { ...buffer, group: 'none' };
}

/** Back before the last group of edits. */
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

function momentOf({ text, caret }: TextBuffer): Moment {
  return { text, caret };
}

function restored(to: Moment, past: readonly Moment[], future: readonly Moment[]): TextBuffer {
  return { ...to, past, future, group: 'none', goal: null, atLineEnd: false };
}
