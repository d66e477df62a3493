/** One line of a terminal that is drawn again and again, and plain lines where there is no terminal. */

export interface ProgressStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  readonly write: (text: string) => unknown;
}

export interface ProgressLine {
  /** Cells that a line may take. */
  readonly width: number;
  /**
   * Shows a line in the place of the one before; it holds no escapes and no line breaks. The figures
   * in it, for who draws them in another way.
   */
  show(line: string, figures?: { readonly done: number; readonly total: number }): void;
  /** Prints a line that stays. */
  note(line: string): void;
  /** Takes the line away. To be called at the end, however it comes. */
  clear(): void;
}

/** Between two drawings, in milliseconds. */
const REDRAW_EVERY = 100;
/** Between two plain lines: a log is read afterwards, and a short run needs none. */
const PLAIN_EVERY = 10_000;
const USUAL_WIDTH = 80;

const ERASE_LINE = '\r\x1b[2K';

/** The cursor stays visible, so that a kill at any time leaves nothing to mend. */
class TerminalLine implements ProgressLine {
  private readonly stream: ProgressStream;
  private line = '';
  private drawn = '';
  private drawnAt = -Infinity;
  private timer: NodeJS.Timeout | null = null;

  constructor(stream: ProgressStream) {
    this.stream = stream;
  }

  /** The last column stays free: some terminals break the line when it is filled. */
  get width(): number {
    return (this.stream.columns ?? USUAL_WIDTH) - 1;
  }

  show(line: string): void {
    this.line = line;
    const wait = this.drawnAt + REDRAW_EVERY - performance.now();
    if (wait <= 0) this.draw();
    else this.timer ??= setTimeout(() => this.draw(), wait).unref();
  }

  note(line: string): void {
    this.stream.write(`${this.drawn === '' ? '' : ERASE_LINE}${line}\n${this.drawn}`);
  }

  clear(): void {
    this.stop();
    if (this.drawn !== '') this.stream.write(ERASE_LINE);
    this.line = '';
    this.drawn = '';
  }

  private draw(): void {
    this.stop();
    this.drawnAt = performance.now();
    if (this.line === this.drawn) return;
    this.drawn = this.line;
    this.stream.write(`${ERASE_LINE}${this.line}`);
  }

  private stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }
}

/** A line now and then, when it says something new. */
class PlainLines implements ProgressLine {
  readonly width = USUAL_WIDTH;
  private readonly stream: ProgressStream;
  private last = '';
  private printedAt = performance.now();

  constructor(stream: ProgressStream) {
    this.stream = stream;
  }

  show(line: string): void {
    if (line === this.last || performance.now() < this.printedAt + PLAIN_EVERY) return;
    this.last = line;
    this.printedAt = performance.now();
    this.note(line);
  }

  note(line: string): void {
    this.stream.write(`${line}\n`);
  }

  clear(): void {
    this.last = '';
  }
}

/** A progress line: drawn in place ten times a second at most; without a terminal every ten seconds. */
export function createProgressLine(stream: ProgressStream): ProgressLine {
  return stream.isTTY === true ? new TerminalLine(stream) : new PlainLines(stream);
}
