/** The real keyboard: raw mode, terminal modes, and bytes turned into the review's input. */
import type { Readable, Writable } from 'node:stream';
import type { Input } from '../review/event.ts';
import { createDecoder } from './input/decoder.ts';
import type { InputEvent } from './input/events.ts';
import { enterModes, leaveModes } from './input/terminal-modes.ts';

/** How long a lone ESC, or a paste without its end, is waited for. */
const WAIT_MS = 25;

export type RawInput = Readable & { setRawMode?: (raw: boolean) => unknown };

export interface KeyboardParts {
  readonly stdin: RawInput;
  readonly stdout: Writable;
  readonly clock: () => Date;
  readonly receive: (input: Input) => void;
  /** The terminal is gone: no more input comes. */
  readonly hangUp: () => void;
}

function inputOf(event: InputEvent, at: string): Input | null {
  return event.type === 'mouse' ? null : { ...event, at };
}

/**
 * Reads the keyboard until it is closed.
 * @returns the way to close it, which puts the terminal back as it was; calling it twice is harmless
 */
export function openKeyboard(parts: KeyboardParts): () => void {
  const { stdin, stdout, clock, receive, hangUp } = parts;
  const decoder = createDecoder();
  let waiting: NodeJS.Timeout | undefined;
  let isOpen = true;

  function deliver(events: readonly InputEvent[]): void {
    for (const event of events) {
      const input = inputOf(event, clock().toISOString());
      if (input !== null && isOpen) receive(input);
    }
    if (decoder.pending && isOpen) waiting = setTimeout(flush, WAIT_MS);
  }

  function flush(): void {
    deliver(decoder.flush());
  }

  function read(chunk: Uint8Array | string): void {
    clearTimeout(waiting);
    deliver(decoder.feed(typeof chunk === 'string' ? Buffer.from(chunk) : chunk));
  }

  stdin.setRawMode?.(true);
  stdout.write(enterModes);
  stdin.on('data', read);
  stdin.on('end', hangUp);
  stdin.on('error', hangUp);
  stdin.resume();

  return () => {
    if (!isOpen) return;
    isOpen = false;
    clearTimeout(waiting);
    stdin.off('data', read);
    stdin.off('end', hangUp);
    stdin.off('error', hangUp);
    stdin.pause();
    if (stdout.writable) stdout.write(leaveModes);
    stdin.setRawMode?.(false);
  };
}
