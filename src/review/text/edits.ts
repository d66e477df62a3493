/** What changes the text of a buffer. A selection is what any of it replaces or deletes. */
import { selectionOf } from './selection.ts';
import { nextStop, previousStop } from './stops.ts';
import {
  type EditGroup,
  type EditKind,
  type TextBuffer,
  edited,
  withLineFeeds,
} from './text-buffer.ts';
import { nextWordEnd, previousWordStart } from './words.ts';

const ALONE: EditKind = { group: 'none', joins: false, at: null };
const SEPARATOR = /^[\s\p{P}\p{S}]$/u;
/** A letter of a word that is typed letter by letter. */
const ALPHABETIC = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]$/u;
/** What an input method sends in one go arrives in several pieces, well within this time. */
const PAUSE_MS = 300;

/**
 * Typed text at the caret. A word, and what separates it from the word before it, are undone as one;
 * where words are not spelt letter by letter, what was typed without a pause is.
 * @param at when, in milliseconds; without it there was no pause
 */
export function insert(buffer: TextBuffer, typed: string, at: number | null = null): TextBuffer {
  if (typed === '') return buffer;
  const text = withLineFeeds(typed);
  const kind = { group: groupOf(text.at(-1)), joins: joinsTyping(buffer, text, at), at };
  return replaced(buffer, [buffer.caret, buffer.caret], text, kind);
}

function joinsTyping(buffer: TextBuffer, typed: string, at: number | null): boolean {
  if (buffer.group === 'separators') return true;
  if (buffer.group !== 'letters' || groupOf(typed.at(0)) === 'separators') return false;
  const before = buffer.text.charAt(buffer.caret - 1);
  if (ALPHABETIC.test(before) && ALPHABETIC.test(typed.charAt(0))) return true;
  return at === null || buffer.editedAt === null || at - buffer.editedAt <= PAUSE_MS;
}

/** Text from elsewhere (a paste, a match, a term) at the caret: undone by itself. */
export function paste(buffer: TextBuffer, pasted: string): TextBuffer {
  if (pasted === '') return buffer;
  return replaced(buffer, [buffer.caret, buffer.caret], withLineFeeds(pasted), ALONE);
}

/** Another text in place of the whole one, the caret at its end: undone by itself. */
export function replaceAll(buffer: TextBuffer, text: string): TextBuffer {
  const next = withLineFeeds(text);
  return edited(buffer, { text: next, caret: next.length }, ALONE);
}

/** Deletes what is selected: undone by itself. The same buffer when nothing is. */
export function deleteSelection(buffer: TextBuffer): TextBuffer {
  return replaced(buffer, [buffer.caret, buffer.caret], '', ALONE);
}

/** Deletes the grapheme or the inline tag before the caret; a run of these is undone as one. */
export function backspace(buffer: TextBuffer): TextBuffer {
  const from = previousStop(buffer.text, buffer.caret);
  const joins = buffer.group === 'backspace';
  return replaced(buffer, [from, buffer.caret], '', { group: 'backspace', joins, at: null });
}

/** Deletes the grapheme or the inline tag after the caret; a run of these is undone as one. */
export function deleteForward(buffer: TextBuffer): TextBuffer {
  const to = nextStop(buffer.text, buffer.caret);
  const joins = buffer.group === 'delete';
  return replaced(buffer, [buffer.caret, to], '', { group: 'delete', joins, at: null });
}

/** Deletes back to the start of the word. */
export function deleteWordBefore(buffer: TextBuffer): TextBuffer {
  const from = previousWordStart(buffer.text, buffer.caret);
  return replaced(buffer, [from, buffer.caret], '', ALONE);
}

/** Deletes on to the end of the word. */
export function deleteWordAfter(buffer: TextBuffer): TextBuffer {
  const to = nextWordEnd(buffer.text, buffer.caret);
  return replaced(buffer, [buffer.caret, to], '', ALONE);
}

/** Deletes back to the line feed before the caret, or to the start of the text. */
export function deleteToLineStart(buffer: TextBuffer): TextBuffer {
  const from = buffer.text.slice(0, buffer.caret).lastIndexOf('\n') + 1;
  return replaced(buffer, [from, buffer.caret], '', ALONE);
}

/** Deletes on to the next line feed, or that line feed when the caret stands before it. */
export function deleteToLineEnd(buffer: TextBuffer): TextBuffer {
  const found = buffer.text.indexOf('\n', buffer.caret);
  const end = found < 0 ? buffer.text.length : found;
  const to = found === buffer.caret ? end + 1 : end;
  return replaced(buffer, [buffer.caret, to], '', ALONE);
}

/** The text in place of what is selected, or else of the offsets. */
function replaced(
  buffer: TextBuffer,
  offsets: readonly [number, number],
  text: string,
  kind: EditKind,
): TextBuffer {
  const span = selectionOf(buffer);
  const [from, to] = span === null ? offsets : [span.from, span.to];
  if (from === to && text === '') return buffer;
  const next = buffer.text.slice(0, from) + text + buffer.text.slice(to);
  return edited(buffer, { text: next, caret: from + text.length }, ofOwn(kind, span !== null));
}

/** What replaces a selection begins a group; what deletes one is a group. */
function ofOwn(kind: EditKind, isSelected: boolean): EditKind {
  if (!isSelected) return kind;
  const isTyping = kind.group === 'letters' || kind.group === 'separators';
  return isTyping ? { ...kind, joins: false } : ALONE;
}

function groupOf(unit = ''): EditGroup {
  return SEPARATOR.test(unit) ? 'separators' : 'letters';
}
