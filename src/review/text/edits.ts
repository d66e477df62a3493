/** What changes the text of a buffer. */
import { nextBoundary, previousBoundary } from './graphemes.ts';
import {
  type EditGroup,
  type EditKind,
  type TextBuffer,
  edited,
  withLineFeeds,
} from './text-buffer.ts';
import { nextWordEnd, previousWordStart } from './words.ts';

const ALONE: EditKind = { group: 'none', joins: false };
const SEPARATOR = /^[\s\p{P}\p{S}]$/u;

/**
 * Typed text at the caret. A word, and what separates it from the word before it, are undone as one.
 */
export function insert(buffer: TextBuffer, typed: string): TextBuffer {
  const text = withLineFeeds(typed);
  const first = groupOf(text.at(0));
  const joins = isTyping(buffer.group) && !(buffer.group === 'letters' && first === 'separators');
  return replaced(buffer, [buffer.caret, buffer.caret], text, {
    group: groupOf(text.at(-1)),
    joins,
  });
}

/** Text from elsewhere (a paste, a match, a term) at the caret: undone by itself. */
export function paste(buffer: TextBuffer, pasted: string): TextBuffer {
  return replaced(buffer, [buffer.caret, buffer.caret], withLineFeeds(pasted), ALONE);
}

/** Another text in place of the whole one, the caret at its end: undone by itself. */
export function replaceAll(buffer: TextBuffer, text: string): TextBuffer {
  return replaced(buffer, [0, buffer.text.length], withLineFeeds(text), ALONE);
}

/** Deletes the grapheme before the caret; a run of these is undone as one. */
export function backspace(buffer: TextBuffer): TextBuffer {
  const from = previousBoundary(buffer.text, buffer.caret);
  const joins = buffer.group === 'backspace';
  return replaced(buffer, [from, buffer.caret], '', { group: 'backspace', joins });
}

/** Deletes the grapheme after the caret; a run of these is undone as one. */
export function deleteForward(buffer: TextBuffer): TextBuffer {
  const to = nextBoundary(buffer.text, buffer.caret);
  const joins = buffer.group === 'delete';
  return replaced(buffer, [buffer.caret, to], '', { group: 'delete', joins });
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

function replaced(
  buffer: TextBuffer,
  [from, to]: readonly [number, number],
  text: string,
  kind: EditKind,
): TextBuffer {
  if (from === to && text === '') return buffer;
  const next = buffer.text.slice(0, from) + text + buffer.text.slice(to);
  return edited(buffer, { text: next, caret: from + text.length }, kind);
}

function groupOf(unit = ''): EditGroup {
  return SEPARATOR.test(unit) ? 'separators' : 'letters';
}

function isTyping(group: EditGroup): boolean {
  return group === 'letters' || group === 'separators';
}
