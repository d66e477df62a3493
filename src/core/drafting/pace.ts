/**
 * How fast requests follow each other. A vendor that says "too many" is given the time it asks for, and
 * half as many requests at once from then on; answers bring the number back one by one.
 */
import type { EngineError } from '../ports.ts';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** A vendor that wants a longer rest than this ends the run: it can be gone on with later. */
const LONGEST_ASKED_MS = 120_000;
/** Answers in a row after which one more request may be under way. */
const CALM = 8;

export class Pace {
  /** How many requests may be under way now. */
  width: number;
  private readonly most: number;
  private readonly sleep: (ms: number) => Promise<void>;
  private rest: Promise<void> = Promise.resolve();
  private calm = 0;

  constructor(most: number, sleep: (ms: number) => Promise<void>) {
    this.most = most;
    this.width = most;
    this.sleep = sleep;
  }

  /** Resolves when the next request may be sent. */
  turn(): Promise<void> {
    return this.rest;
  }

  faster(): void {
    this.calm += 1;
    if (this.calm < CALM || this.width >= this.most) return;
    this.width += 1;
    this.calm = 0;
  }

  /**
   * Waits before the next request: as long as was asked for, else 1 s, 2 s, 4 s … up to 30 s.
   * False when the vendor asks for more time than a run should wait.
   */
  slower(error: EngineError, attempt: number): boolean {
    const wait = error.retryAfter ?? Math.min(FIRST_WAIT_MS * 2 ** (attempt - 1), LONGEST_WAIT_MS);
    if (wait > LONGEST_ASKED_MS) return false;
    this.calm = 0;
    if (error.failure === 'rate') this.width = Math.max(1, Math.floor(this.width / 2));
    this.rest = Promise.all([this.rest, this.sleep(wait)]).then(() => undefined);
    return true;
  }
}
