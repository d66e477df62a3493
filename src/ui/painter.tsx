/** Paints the review's screen with Ink: one line of text a row, and the real cursor at the caret. */
import { PassThrough } from 'node:stream';
import { memo, useSyncExternalStore, type ReactElement } from 'react';
import { render, Text, useCursor, type Instance } from 'ink';
import { screenOf } from '../review/screen/screen.ts';
import type { View } from '../review/screen/row.ts';
import type { Program } from '../review/program.ts';
import { paintRow, type Theme } from './theme.ts';

export interface PainterParts {
  readonly program: Program;
  readonly view: View;
  readonly theme: Theme;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

interface LineProps {
  readonly text: string;
}

// An empty text has no height: a space keeps its row.
const Line = memo(function Line({ text }: LineProps): ReactElement {
  return <Text wrap="truncate">{text === '' ? ' ' : text}</Text>;
});

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

interface ReviewProps extends Pick<PainterParts, 'view' | 'theme'> {
  readonly subscribe: Program['subscribe'];
  readonly state: Program['state'];
}

function Review({ subscribe, state: current, view, theme }: ReviewProps): ReactElement {
  const state = useSyncExternalStore(subscribe, current);
  const { setCursorPosition } = useCursor();
  const { rows, caret } = screenOf(state, view);
  setCursorPosition(caret === null ? undefined : { x: caret.x, y: caret.y });
  return (
    <>
      {rows.map((row, at) => (
        <Line key={at} text={paintRow(row, theme)} />
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

/** Starts painting on the alternate screen. Unmounting gives the terminal back. */
export function startPainter({ program, view, theme, stdout, stderr }: PainterParts): Instance {
  const subscribe = paintLater(program.subscribe);
  const review = <Review subscribe={subscribe} state={program.state} view={view} theme={theme} />;
  return render(review, {
    stdin: inertInput(),
    stdout,
    stderr,
    alternateScreen: true,
    incrementalRendering: true,
    interactive: true,
    maxFps: 60,
    exitOnCtrlC: false,
    patchConsole: true,
  });
}
