/**
 * Sends requests, a few at a time. An answer is in the books, on the disk, before its place is given to
 * the next request; drafts follow it into the articles' files, so that whatever ends a run, nothing that
 * was answered is paid for again.
 */
import type { DraftOperation } from '../operations.ts';
import type { Engine, EngineFailure, EngineTranslation } from '../ports.ts';
import { EngineError } from '../ports.ts';
import type { Accounts } from './accounts.ts';
import { batchCharacters } from './accounts.ts';
import type { Batch } from './batches.ts';
import { requestOf } from './batches.ts';
import type { Stamp } from './operations.ts';
import { draftOperations, spread } from './operations.ts';
import type { Job } from './plan.ts';
import type { Drafted, Failed, Finish, Settled } from './settle.ts';
import { settleAnswer, settleRefusal } from './settle.ts';
import { Pace } from './pace.ts';
import { Writer } from './writer.ts';

export interface RunPorts {
  readonly engine: Engine;
  readonly accounts: Accounts;
  readonly finish: Finish;
  /** Durable when it resolves. */
  readonly commit: (slug: string, operations: readonly DraftOperation[]) => Promise<unknown>;
  readonly stamp: () => Stamp;
  readonly signal: AbortSignal;
  /** Resolves after so many milliseconds, or when the run is interrupted. */
  readonly sleep: (ms: number) => Promise<void>;
  /** Most requests under way at a time. */
  readonly concurrency: number;
  /** Called after each request that was settled. */
  readonly progress: (progress: Progress) => void;
}

/** How far a run is. */
export interface Progress {
  readonly slug: string;
  /** Sentences that are drafted or given up. */
  readonly done: number;
  readonly billed: number;
}

type Fatal = Exclude<EngineFailure, 'too-large' | 'rejected' | 'answer'>;

export interface Stop {
  readonly why: Fatal | 'refused' | 'interrupted' | 'budget';
  /** What the engine said, or ''. */
  readonly message: string;
}

export interface RunResult {
  readonly drafted: readonly Drafted[];
  readonly failed: readonly Failed[];
  /** Not sent, or sent without an answer. */
  readonly left: readonly Job[];
  readonly requests: number;
  /** Characters charged, as the engine says, for answers that could not be used too. */
  readonly billed: number;
  readonly stop: Stop | null;
}

/** After so many texts given up with none accepted, the request itself must be wrong. */
const GIVE_UP_AFTER = 5;
/** Attempts at a request that was not charged, and at one that perhaps was. */
const ATTEMPTS = { free: 5, perhapsBilled: 2 };

type Reply = { readonly answers: readonly EngineTranslation[] } | { readonly error: EngineError };

function sumOf(answers: readonly EngineTranslation[]): number {
  return answers.reduce((sum, { billed }) => sum + billed, 0);
}

class Run {
  readonly queue: Batch[];
  readonly drafted: Drafted[] = [];
  readonly failed: Failed[] = [];
  requests = 0;
  billed = 0;
  stop: Stop | null = null;
  /** A draft that could not be kept: nothing more is sent. */
  trouble: { readonly error: unknown } | null = null;
  private readonly underWay = new Set<Promise<void>>();
  /** Characters of requests that wait for their turn: they are as good as spent. */
  private waiting = 0;
  private readonly ports: RunPorts;
  private readonly pace: Pace;
  private readonly writer: Writer;

  constructor(batches: readonly Batch[], ports: RunPorts) {
    this.queue = [...batches];
    this.ports = ports;
    this.writer = new Writer(ports.commit, (error) => {
      this.trouble ??= { error };
    });
    this.pace = new Pace(ports.concurrency, ports.sleep);
  }

  async finish(): Promise<void> {
    for (;;) {
      while (this.mayStart()) this.start();
      if (this.underWay.size === 0) break;
      await Promise.race(this.underWay);
    }
    await this.writer.done();
    if (this.trouble !== null) throw this.trouble.error;
  }

  private get isEnding(): boolean {
    if (this.ports.signal.aborted) this.stop ??= { why: 'interrupted', message: '' };
    return this.trouble !== null || this.stop !== null;
  }

  private mayStart(): boolean {
    const [next] = this.queue;
    if (next === undefined || this.isEnding || this.underWay.size >= this.pace.width) return false;
    if (this.hasRoomFor(next)) return true;
    // A request under way may still give back what was reserved for it.
    if (this.underWay.size === 0) this.stop = { why: 'budget', message: '' };
    return false;
  }

  private hasRoomFor(batch: Batch): boolean {
    return this.waiting + batchCharacters(batch) <= this.ports.accounts.room;
  }

  private start(): void {
    const batch = this.queue.shift();
    if (batch === undefined) return;
    this.waiting += batchCharacters(batch);
    const work = this.step(batch)
      .catch((error: unknown) => {
        this.queue.unshift(batch);
        this.trouble ??= { error };
      })
      .finally(() => this.underWay.delete(work));
    this.underWay.add(work);
  }

  private async step(batch: Batch): Promise<void> {
    const reply = await this.ask(batch);
    const next = this.weigh(batch, reply);
    if ('why' in next) {
      this.stop ??= next;
      this.queue.unshift(batch);
      return;
    }
    if ('answers' in reply) this.billed += sumOf(reply.answers);
    this.keep(next.drafted);
    this.queue.unshift(...next.again);
    this.drafted.push(...next.drafted);
    this.failed.push(...next.failed);
    this.tell(batch.slug);
  }

  private tell(slug: string): void {
    const done = this.drafted.length + this.failed.length;
    this.ports.progress({ slug, done, billed: this.billed });
    if (this.queue.length > 0 && this.isHopeless()) {
      this.stop ??= { why: 'refused', message: this.failed.at(-1)?.message ?? '' };
    }
  }

  private isHopeless(): boolean {
    return this.drafted.length === 0 && this.failed.length >= GIVE_UP_AFTER;
  }

  /** Asks until there is an answer, or a refusal that trying again will not mend. */
  private async ask(batch: Batch): Promise<Reply> {
    for (let attempt = 1; ; attempt += 1) {
      await this.pace.turn();
      const reply = await this.attempt(batch);
      if ('answers' in reply) this.pace.faster();
      if ('answers' in reply || !this.tryAgain(batch, reply.error, attempt)) return reply;
    }
  }

  /** Whether to ask the same once more; then the pace says when. */
  private tryAgain(batch: Batch, error: EngineError, attempt: number): boolean {
    const most = error.perhapsBilled ? ATTEMPTS.perhapsBilled : ATTEMPTS.free;
    if (!error.transient || attempt >= most || this.isEnding) return false;
    if (!this.hasRoomFor(batch) || !this.pace.slower(error, attempt)) return false;
    this.waiting += batchCharacters(batch);
    return true;
  }

  private async attempt(batch: Batch): Promise<Reply> {
    const { accounts, engine, signal } = this.ports;
    this.waiting -= batchCharacters(batch);
    if (signal.aborted) return { error: new EngineError('network', 'Stopped before it was sent.') };
    const id = await accounts.sent(batch);
    this.requests += 1;
    try {
      const answers = await engine.translate(requestOf(batch), signal);
      await accounts.answered(id, batch, answers);
      return { answers };
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      await accounts.failed(id, batch, error);
      return { error };
    }
  }

  /** What became of a request: what follows from it, or why the run has to stop. */
  private weigh(batch: Batch, reply: Reply): Settled | Stop {
    if ('answers' in reply) return settleAnswer(batch, reply.answers, this.ports.finish);
    const { error } = reply;
    const settled = settleRefusal(batch, error);
    if (settled !== null) return settled;
    const why = this.ports.signal.aborted ? 'interrupted' : (error.failure as Fatal);
    return { why, message: error.message };
  }

  private keep(drafted: readonly Drafted[]): void {
    const found = drafted.flatMap((one) => spread(one, this.ports.engine.id));
    for (const [slug, operations] of draftOperations(found, this.ports.stamp())) {
      this.writer.write(slug, operations);
    }
  }
}

/**
 * Runs the batches, in order as far as several may be under way. Does not reject for what an engine does
 * (that is in `stop` and `failed`); rejects when an answer or a draft cannot be kept, and then sends
 * nothing more.
 */
export async function runBatches(batches: readonly Batch[], ports: RunPorts): Promise<RunResult> {
  const run = new Run(batches, ports);
  await run.finish();
  const { drafted, failed, requests, billed, stop, queue } = run;
  return { drafted, failed, requests, billed, stop, left: queue.flatMap((batch) => batch.jobs) };
}
