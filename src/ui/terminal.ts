/** What effects do to the terminal, beside what is painted on it. */
import type { Writable } from 'node:stream';
import { UserError } from '../core/errors.ts';
import { copyBytes } from './clipboard.ts';
import type { TerminalPart } from './effects.ts';
import { editOutside, type EditorRun } from './external-editor.ts';
import type { Keyboard } from './keyboard.ts';
import type { Painter } from './painter.tsx';

export interface OwnTerminal extends TerminalPart {
  /** Hands it the keyboard and the painter, which exist only after the program has begun. */
  readonly attach: (keyboard: Keyboard, painter: Painter) => void;
  /** The terminal is another program's now, and its Ctrl-C is none of ours. */
  readonly isLent: () => boolean;
  /** Ends the program that has the terminal. */
  readonly reclaim: () => void;
}

/** The terminal that is written to by `stdout`. */
export function ownTerminal(stdout: Writable, environment: EditorRun['environment']): OwnTerminal {
  let parts: { readonly keyboard: Keyboard; readonly painter: Painter } | null = null;
  let lent: AbortController | null = null;

  async function lend<Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
    // Keys that came before it was given away may have asked for it twice.
    if (lent !== null) throw new UserError('Another editor has the terminal already.');
    const { signal } = (lent = new AbortController());
    let result: Promise<Value> | null = null;
    try {
      await parts?.painter.suspend(async () => {
        parts?.keyboard.suspend();
        result = work(signal);
        // What comes of it is for the caller; the terminal comes back first.
        await result.catch(() => undefined);
      });
    } finally {
      lent = null;
      parts?.keyboard.resume();
    }
    return result ?? work(signal);
  }

  return {
    attach: (keyboard, painter) => {
      parts = { keyboard, painter };
    },
    isLent: () => lent !== null,
    reclaim: () => lent?.abort(),
    editOutside: (edit) => lend((signal) => editOutside(edit, { environment, signal })),
    copy: (text) => {
      const bytes = copyBytes(text);
      if (bytes !== null) stdout.write(bytes);
      return bytes !== null;
    },
    setMouse: (on) => parts?.keyboard.setMouse(on),
  };
}
