/** The real keyboard: raw mode, terminal modes, and bytes turned into the review's input. */
import type { Readable, Writable } from 'node:stream';
import type { Input } from '../review/event.ts';
import { createDecoder } from './input/decoder.ts';
import type { CursorEvent, InputEvent } from './input/events.ts';
import { enterModes, leaveModes, mouseOff, mouseOn } from './input/terminal-modes.ts';

/** How long a lone ESC, or a paste without its end, is waited for. */
const WAIT_MS = 25;

export type RawInput = Readable & { setRawMode?: (raw: boolean) => unknown };

export interface KeyboardParts {
  readonly stdin: RawInput;
  readonly stdout: Writable;
  readonly clock: () => Date;
  readonly receive: (input: Input) => void;
  /** The terminal says where its cursor is. */
  readonly locate: (cursor: CursorEvent) => void;
  /** The terminal is gone: no more input comes. */
  readonly hangUp: () => void;
  readonly mouse: boolean;
}

export interface Keyboard {
  /** Puts the terminal back as it was and reads nothing, until `resume`. */
  readonly suspend: () => void;
  readonly resume: () => void;
  /** Turns reports of the mouse on or off. */
  readonly setMouse: (on: boolean) => void;
  /** Puts the terminal back as it was; calling it twice is harmless. */
  readonly close: () => void;
}

function inputOf(event: Exclude<InputEvent, CursorEvent>, at: string): Input | null {
  if (event.type !== 'mouse') return { ...event, at };
  const { action } = event;
  return action === 'move' ? null : { ...event, action, at };
}

interface Reader {
  readonly read: (chunk: Uint8Array | string) => void;
  /** Nothing that is held back comes any more. */
  readonly stop: () => void;
}

/** Bytes → events; what may go on is waited for. */
function readerOf(receive: (event: InputEvent) => void): Reader {
  const decoder = createDecoder();
  let waiting: NodeJS.Timeout | undefined;

  function deliver(events: readonly InputEvent[]): void {
    for (const event of events) receive(event);
    if (decoder.pending) waiting = setTimeout(() => deliver(decoder.flush()), WAIT_MS);
  }

  return {
    read: (chunk) => {
      clearTimeout(waiting);
      deliver(decoder.feed(typeof chunk === 'string' ? Buffer.from(chunk) : chunk));
    },
    stop: () => clearTimeout(waiting),
  };
}

/** Reads the keyboard until it is closed. */
export function openKeyboard(parts: KeyboardParts): Keyboard {
  const { stdin, stdout, clock, receive, locate, hangUp } = parts;
  let state: 'reading' | 'suspended' | 'closed' = 'suspended';
  let { mouse } = parts;

  const reader = readerOf((event) => {
    if (state !== 'reading') return;
    if (event.type === 'cursor') return locate(event);
    const input = inputOf(event, clock().toISOString());
    if (input !== null) receive(input);
  });
  const listeners = { data: reader.read, end: hangUp, error: hangUp };

  function write(bytes: string): void {
    if (stdout.writable) stdout.write(bytes);
  }

  function resume(): void {
    if (state !== 'suspended') return;
    state = 'reading';
    stdin.setRawMode?.(true);
    write(mouse ? enterModes + mouseOn : enterModes);
    for (const [name, listener] of Object.entries(listeners)) stdin.on(name, listener);
    stdin.resume();
  }

  function suspend(): void {
    if (state !== 'reading') return;
    state = 'suspended';
    reader.stop();
    for (const [name, listener] of Object.entries(listeners)) stdin.off(name, listener);
    stdin.pause();
    write(leaveModes);
    stdin.setRawMode?.(false);
  }

  resume();
  return {
    suspend,
    resume,
    setMouse: (on) => {
      mouse = on;
      if (state === 'reading') write(on ? mouseOn : mouseOff);
    },
    close: () => {
      suspend();
      state = 'closed';
    },
  };
}
