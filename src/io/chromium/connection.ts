/** The DevTools protocol over a pipe: JSON, each message ends in a NUL. */
import type { Readable, Writable } from 'node:stream';

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message?: string };
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

function parse(text: string): Answer | null {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return null;
  }
}

/** A message that is longer is none of a browser's that does what it is told. */
const MOST = 512 * 1024 * 1024;

export class DevTools {
  private readonly out: Writable;
  private readonly waiting = new Map<number, Waiting>();
  private pieces: Buffer[] = [];
  private size = 0;
  private last = 0;
  private gone: Error | null = null;

  /** @param input from the browser · @param output to it */
  constructor(input: Readable, output: Writable) {
    this.out = output;
    input.on('data', (piece: Buffer) => this.take(piece));
    input.on('error', (error) => this.fail(error));
    output.on('error', (error) => this.fail(error));
  }

  /** Sends a command. Rejects when the browser refuses, is gone, or takes longer than `ms`. */
  async send(method: string, params: object, session: string | null, ms: number): Promise<unknown> {
    if (this.gone !== null) throw this.gone;
    const id = (this.last += 1);
    const sessionId = session === null ? {} : { sessionId: session };
    const answer = new Promise<unknown>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
    });
    const clock = setTimeout(() => this.settle(id, new Error(`${method} took too long`)), ms);
    this.out.write(`${JSON.stringify({ id, method, params, ...sessionId })}\0`);
    try {
      return await answer;
    } finally {
      clearTimeout(clock);
    }
  }

  /** Nothing more will come: whoever waits is told why. */
  fail(error: Error): void {
    this.gone ??= error;
    for (const id of this.waiting.keys()) this.settle(id, error);
  }

  private settle(id: number, result: unknown): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (result instanceof Error) waiting?.reject(result);
    else waiting?.resolve(result);
  }

  private take(piece: Buffer): void {
    let rest = piece;
    for (let end = rest.indexOf(0); end !== -1; end = rest.indexOf(0)) {
      this.message(Buffer.concat([...this.pieces, rest.subarray(0, end)]).toString('utf8'));
      this.pieces = [];
      this.size = 0;
      rest = rest.subarray(end + 1);
    }
    this.pieces.push(rest);
    this.size += rest.length;
    if (this.size > MOST) this.fail(new Error('the browser sent too much'));
  }

  private message(text: string): void {
    const answer = parse(text);
    if (answer === null) return this.fail(new Error('it does not speak the protocol'));
    const { id, result, error } = answer;
    if (id === undefined) return;
    this.settle(id, error === undefined ? result : new Error(error.message ?? 'refused'));
  }
}
