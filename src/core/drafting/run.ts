/**
 * Sends requests one after the other and keeps every answer before the next is made, so that whatever
 * ends a run, nothing that was paid for and answered is lost.
 */
import type { DraftOperation } from '../operations.ts';
import type { Engine, EngineFailure, EngineTranslation } from '../ports.ts';
import { EngineError } from '../ports.ts';
import type { Batch } from './batches.ts';
import { requestOf } from './batches.ts';
import type { Stamp } from './operations.ts';
import { draftOperations, spread } from './operations.ts';
import type { Job } from './plan.ts';
import type { Drafted, Failed, Settled } from './settle.ts';
import { settleAnswer, settleRefusal } from './settle.ts';

export interface RunPorts {
  readonly engine: Engine;
  /** Durable when it resolves. */
  readonly commit: (slug: string, operations: readonly DraftOperation[]) => Promise<unknown>;
  readonly stamp: () => Stamp;
  readonly signal: AbortSignal;
  /** Called after each request that was answered. */
  readonly progress: (slug: string, drafted: number) => void;
}

export interface Stop {
  readonly why:
    Extract<EngineFailure, 'auth' | 'quota' | 'rate' | 'network'> | 'refused' | 'interrupted';
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

type Reply = { readonly answers: readonly EngineTranslation[] } | { readonly error: EngineError };

async function ask(batch: Batch, ports: RunPorts): Promise<Reply> {
  try {
    return { answers: await ports.engine.translate(requestOf(batch), ports.signal) };
  } catch (error) {
    if (error instanceof EngineError) return { error };
    throw error;
  }
}

function stopFor(error: EngineError, signal: AbortSignal): Stop {
  const why = signal.aborted ? 'interrupted' : (error.failure as Stop['why']);
  return { why, message: error.message };
}

async function keep(drafted: readonly Drafted[], ports: RunPorts): Promise<void> {
  const found = drafted.flatMap((one) => spread(one, ports.engine.id));
  for (const [slug, operations] of draftOperations(found, ports.stamp())) {
    await ports.commit(slug, operations);
  }
}

interface Tally {
  readonly queue: Batch[];
  readonly drafted: Drafted[];
  readonly failed: Failed[];
  requests: number;
  billed: number;
}

/** What became of a request: what follows from it, or why the run has to stop. */
function weigh(batch: Batch, reply: Reply, signal: AbortSignal): Settled | Stop {
  if ('answers' in reply) return settleAnswer(batch, reply.answers);
  return settleRefusal(batch, reply.error) ?? stopFor(reply.error, signal);
}

/** Sends the first batch of the queue and puts in its place what is still to ask. */
async function step(batch: Batch, tally: Tally, ports: RunPorts): Promise<Stop | null> {
  tally.requests += 1;
  const reply = await ask(batch, ports);
  const next = weigh(batch, reply, ports.signal);
  if ('why' in next) return next;
  if ('answers' in reply)
    tally.billed += reply.answers.reduce((sum, { billed }) => sum + billed, 0);
  await keep(next.drafted, ports);
  tally.queue.splice(0, 1, ...next.again);
  tally.drafted.push(...next.drafted);
  tally.failed.push(...next.failed);
  ports.progress(batch.slug, tally.drafted.length);
  const hopeless =
    tally.queue.length > 0 && tally.drafted.length === 0 && tally.failed.length >= GIVE_UP_AFTER;
  return hopeless ? { why: 'refused', message: tally.failed.at(-1)?.message ?? '' } : null;
}

/**
 * Runs the batches in order. Does not reject for what an engine does (that is in `stop` and `failed`);
 * rejects when a draft cannot be kept, before another request is made.
 */
export async function runBatches(batches: readonly Batch[], ports: RunPorts): Promise<RunResult> {
  const tally: Tally = { queue: [...batches], drafted: [], failed: [], requests: 0, billed: 0 };
  let stop: Stop | null = null;
  for (let [batch] = tally.queue; batch !== undefined && stop === null; [batch] = tally.queue) {
    stop = ports.signal.aborted
      ? { why: 'interrupted', message: '' }
      : await step(batch, tally, ports);
  }
  const { queue, ...result } = tally;
  return { ...result, left: queue.flatMap((batch) => batch.jobs), stop };
}
