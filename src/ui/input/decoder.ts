/**
 * Bytes from a terminal → events. A state machine without a clock: how the bytes were cut into
 * chunks makes no difference, and the caller says when it has waited long enough for more.
 */
import type { InputEvent } from './events.ts';
import { type Token, lastToken, nextToken } from './sequences.ts';

export interface Decoder {
  /** The events that are complete with this chunk. Runs of text may go on in the next chunk. */
  feed(chunk: Uint8Array): InputEvent[];
  /** To call when `pending` and nothing came for 25 ms: a lone ESC is the Escape key. */
  flush(): InputEvent[];
  /** Whether something is held back that `flush` would settle. */
  readonly pending: boolean;
}

const PASTE_START = '\u001b[200~';
const PASTE_END = '\u001b[201~';
/** Keys that a paste holds too: alone they do not say that it is over. */
const PASTED_KEYS: ReadonlySet<string> = new Set(['enter', 'tab', 'C-j']);

/** In a paste; `stalled` after a flush in the midst of it. */
type Mode = 'keys' | 'paste' | 'stalled';

export function createDecoder(): Decoder {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  let mode: Mode = 'keys';
  let held = '';

  function decode(events: InputEvent[]): InputEvent[] {
    while (held !== '') {
      const token = mode === 'keys' ? nextToken(held) : pasteToken(held);
      if (token === 'unfinished') break;
      take(token, events);
    }
    return events;
  }

  function take(token: Token, events: InputEvent[]): void {
    if (token.event !== undefined) events.push(token.event);
    held = held.slice(token.length);
    mode = token.opensPaste === true ? 'paste' : 'keys';
  }

  function flushKeys(events: InputEvent[]): InputEvent[] {
    while (held !== '' && mode === 'keys') {
      take(lastToken(held), events);
      decode(events);
    }
    return events;
  }

  /** What there is of the paste, but for what may be the first part of its end. */
  function flushPaste(): InputEvent[] {
    mode = 'stalled';
    const text = held.slice(0, held.length - endMarkerLength(held));
    held = held.slice(text.length);
    return text === '' ? [] : [pasteEvent(text)];
  }

  return {
    feed(chunk) {
      held += utf8.decode(chunk, { stream: true });
      if (mode === 'stalled' && isLoneKey(held)) mode = 'keys';
      return decode([]);
    },
    flush() {
      if (held === '') return [];
      if (mode === 'stalled' && endMarkerLength(held) === held.length) mode = 'keys';
      return mode === 'keys' ? flushKeys([]) : flushPaste();
    },
    get pending() {
      return held !== '';
    },
  };
}

/** All up to the end marker is one paste, whatever it holds. */
function pasteToken(input: string): Token | 'unfinished' {
  const end = input.indexOf(PASTE_END);
  if (end < 0) return 'unfinished';
  const length = end + PASTE_END.length;
  return end === 0 ? { length } : { length, event: pasteEvent(input.slice(0, end)) };
}

function pasteEvent(text: string): InputEvent {
  return { type: 'paste', text: text.replaceAll(/\r\n?/g, '\n') };
}

/** How much of the end of a text may be the first part of the end marker. */
function endMarkerLength(text: string): number {
  const from = text.lastIndexOf('\u001b');
  return from >= 0 && PASTE_END.startsWith(text.slice(from)) ? text.length - from : 0;
}

/**
 * After a paste has stalled: whether a chunk is one key and nothing else, or another paste. Then the
 * end of the paste got lost, and somebody is typing.
 */
function isLoneKey(input: string): boolean {
  if (input.startsWith(PASTE_START)) return true;
  if (input === '' || PASTE_END.startsWith(input)) return false;
  const token = nextToken(input);
  if (token === 'unfinished') return true;
  if (token.length < input.length || token.event?.type !== 'key') return false;
  return !PASTED_KEYS.has(token.event.name);
}
