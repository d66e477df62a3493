/** Hands as threads of this process. Each runs the program anew, so it is told everything it has to know. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { UserError } from '../core/errors.ts';
import type { Hand, Hands, Job } from '../core/hands.ts';
import type { Lang } from '../core/model.ts';

/** What a thread is started with. */
export interface HandSetting {
  readonly job: Job;
  readonly lang: Lang;
}

/** A task on its way to a thread. */
export interface HandTask {
  readonly id: number;
  readonly task: unknown;
}

/** What a thread answers. */
export type HandAnswer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: { readonly message: string; readonly user: boolean } };

/** Below this a thread's start takes longer than it saves. */
const FEWEST_TASKS = 60;

/** More of them would only wait for the same disk. */
const MOST = 8;

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

class ThreadHand implements Hand {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;

  constructor(program: string, setting: HandSetting) {
    this.worker = new Worker(program, { workerData: setting });
    this.worker.on('message', (answer: HandAnswer) => this.answer(answer));
    this.worker.on('error', (error) => this.fail(error as Error));
    this.worker.on('exit', () => this.fail(new Error('a thread ended before its work')));
  }

  do(task: unknown): Promise<unknown> {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.last += 1;
    this.waiting.set(this.last, { resolve, reject });
    this.worker.postMessage({ id: this.last, task } satisfies HandTask);
    return promise;
  }

  async close(): Promise<void> {
    this.worker.removeAllListeners('exit');
    await this.worker.terminate();
  }

  private answer(answer: HandAnswer): void {
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if ('result' in answer) return waiting?.resolve(answer.result);
    const { message, user } = answer.error;
    waiting?.reject(user ? new UserError(message) : new Error(message));
  }

  private fail(error: Error): void {
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}

export interface Room {
  /** How many tasks there are about. */
  readonly tasks: number;
  /** At most so many threads, this one among them; not a number: as many as there are processors. */
  readonly threads: number;
}

/**
 * Starts threads.
 * @param program the script that this process runs
 * @param setting asked for only when there are any
 */
export function openHands(
  program: string,
  setting: () => HandSetting,
  { tasks, threads }: Room,
): Hands | null {
  const most = Number.isInteger(threads) ? threads : Math.min(availableParallelism(), MOST);
  const count = Math.min(most - 1, Math.floor(tasks / FEWEST_TASKS));
  if (count < 1) return null;
  const told = setting();
  const all = Array.from({ length: count }, () => new ThreadHand(program, told));
  return {
    all,
    close: async () => {
      await Promise.all(all.map((hand) => hand.close()));
    },
  };
}
