/** The terminal's screen under the row painter, beside Ink, which enters and leaves it. */
import { Writable } from 'node:stream';
import { createRowPainter, type Frame } from './row-painter.ts';

export interface Surface {
  readonly show: (frame: Frame) => void;
  /** Nothing is painted until `resume`, which paints the newest frame whole. */
  readonly pause: () => void;
  readonly resume: () => void;
  readonly close: () => void;
  /**
   * The terminal as Ink sees it: what Ink writes (the alternate screen, what is logged) goes through,
   * and the rows are painted anew after it. Ink does not hear of resizes, at which it would erase.
   */
  readonly behind: NodeJS.WriteStream;
}

/** Opens the surface; the prologue is written before the first frame. */
export function openSurface(stdout: Writable, prologue: string): Surface {
  const painter = createRowPainter();
  let newest: Frame | null = null;
  let state: 'open' | 'paused' | 'closed' = 'open';
  let isDue = false;

  function paint(): void {
    if (state !== 'open' || newest === null || !stdout.writable) return;
    const bytes = painter.paint(newest);
    if (bytes !== '') stdout.write(bytes);
  }

  function paintAnew(): void {
    painter.forget();
    if (isDue || newest === null) return;
    isDue = true;
    setImmediate(() => {
      isDue = false;
      paint();
    });
  }

  const behind = new Writable({
    decodeStrings: false,
    write: (chunk: string, _, done) => {
      stdout.write(chunk);
      paintAnew();
      done();
    },
  });
  return {
    show: (frame) => {
      const isFirst = newest === null;
      newest = frame;
      if (isFirst && prologue !== '') stdout.write(prologue);
      paint();
    },
    pause: () => {
      state = 'paused';
    },
    resume: () => {
      if (state !== 'paused') return;
      state = 'open';
      paintAnew();
    },
    close: () => {
      state = 'closed';
    },
    behind: Object.assign(behind, { isTTY: true, columns: 80, rows: 24 }) as never,
  };
}
