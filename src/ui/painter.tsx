/**
 * Shows the review. Ink has the tree, the lifecycle, the alternate screen and its suspension; rows go
 * to the terminal through the row painter, because Ink measures and styles every cell of every frame
 * again. For a screen reader Ink draws, in its own mode for that.
 */
import { PassThrough } from 'node:stream';
import { useEffect, useLayoutEffect, useSyncExternalStore, type ReactElement } from 'react';
import { render, Text, useApp, type Instance } from 'ink';
import { linearOf } from '../review/screen/linear.ts';
import { screenOf } from '../review/screen/screen.ts';
import type { View } from '../review/screen/row.ts';
import type { Program } from '../review/program.ts';
import { openSurface, type Surface } from './surface.ts';
import { paintRow, type Theme } from './theme.ts';

export interface PainterParts {
  readonly program: Program;
  readonly view: View;
  readonly theme: Theme;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** Lines to be read out, in the place of the screen. */
  readonly screenReader: boolean;
  /** Written before the first frame, on the alternate screen. */
  readonly prologue: string;
  /** A fault while painting: it ends the review. */
  readonly crash: (error: unknown) => void;
}

export interface Painter extends Pick<Instance, 'unmount' | 'waitUntilExit'> {
  /** Gives the terminal to somebody else until the work is done, then paints the screen anew. */
  readonly suspend: (work: () => Promise<void>) => Promise<void>;
}

type SuspendTerminal = ReturnType<typeof useApp>['suspendTerminal'];

/**
 * Paints after the effects of an event have begun, so that what is typed is in the journal before it
 * is on the screen; keys that came in one go are painted as one.
 */
function paintLater(subscribe: Program['subscribe']): Program['subscribe'] {
  return (listener) => {
    let isDue = false;
    return subscribe(() => {
      if (isDue) return;
      isDue = true;
      setImmediate(() => {
        isDue = false;
        listener();
      });
    });
  };
}

interface ReviewProps extends Pick<PainterParts, 'view' | 'theme' | 'crash'> {
  readonly subscribe: Program['subscribe'];
  readonly state: Program['state'];
  readonly surface: Surface;
  readonly offer: (suspend: SuspendTerminal) => void;
}

/** A terminal that draws signs like `─` in two cells cannot hold lines made of them. */
function viewFor(view: View, { ambiguousWide }: { readonly ambiguousWide: boolean }): View {
  return ambiguousWide && !view.ascii ? { ...view, ascii: true } : view;
}

function Review({ subscribe, state: current, view, theme, ...rest }: ReviewProps): null {
  const { surface, offer, crash } = rest;
  const state = useSyncExternalStore(subscribe, current);
  const { suspendTerminal } = useApp();
  useLayoutEffect(() => {
    // Ink would draw the fault on a screen that it does not have, and go on.
    try {
      const { rows, caret } = screenOf(state, viewFor(view, state));
      surface.show({ rows: rows.map((row) => paintRow(row, theme)), caret });
    } catch (error) {
      crash(error);
    }
  });
  useLayoutEffect(() => surface.close, [surface]);
  useEffect(() => offer(suspendTerminal), [offer, suspendTerminal]);
  return null;
}

function Lines({ subscribe, state: current, view, offer }: ReviewProps): ReactElement {
  const state = useSyncExternalStore(subscribe, current);
  const { suspendTerminal } = useApp();
  useEffect(() => offer(suspendTerminal), [offer, suspendTerminal]);
  return (
    <>
      {linearOf(state, view).map((line, at) => (
        <Text key={at}>{line}</Text>
      ))}
    </>
  );
}

/** Ink never sees a key: ours is the only reader of the real keyboard. */
function inertInput(): NodeJS.ReadStream {
  const stream = new PassThrough();
  const stubs = { isTTY: true, setRawMode: () => stream, ref: () => stream, unref: () => stream };
  return Object.assign(stream, stubs) as unknown as NodeJS.ReadStream;
}

/** Starts showing the review on the alternate screen. Unmounting gives the terminal back. */
export function startPainter(parts: PainterParts): Painter {
  const { program, view, theme, stdout, stderr, screenReader, prologue, crash } = parts;
  const surface = openSurface(stdout, prologue);
  const subscribe = paintLater(program.subscribe);
  let suspendTerminal: SuspendTerminal | null = null;
  const offer = (offered: SuspendTerminal): void => {
    suspendTerminal = offered;
  };
  const props = { subscribe, state: program.state, view, theme, surface, offer, crash };
  const instance = render(screenReader ? <Lines {...props} /> : <Review {...props} />, {
    stdin: inertInput(),
    stdout: screenReader ? stdout : surface.behind,
    stderr,
    // A screen reader goes back through what was read out.
    alternateScreen: !screenReader,
    isScreenReaderEnabled: screenReader,
    interactive: true,
    exitOnCtrlC: false,
    patchConsole: true,
  });
  return {
    unmount: () => instance.unmount(),
    waitUntilExit: () => instance.waitUntilExit(),
    suspend: async (work) => {
      if (suspendTerminal === null) return work();
      surface.pause();
      try {
        await suspendTerminal(work);
      } finally {
        surface.resume();
      }
    },
  };
}
