/** Runs jobs beside the review: one at a time, their questions answered, stopped when that is asked. */
import { UserError } from '../core/errors.ts';
import type { Effect } from '../review/effect.ts';
import type { JobName, JobProgress } from '../review/job.ts';
import type { Send } from '../review/program.ts';

/** What a job can tell and ask while it runs. */
export interface JobContact {
  readonly note: (line: string) => void;
  readonly progress: (progress: JobProgress) => void;
  /** Resolves with no when the job is stopped. */
  readonly ask: (question: string) => Promise<boolean>;
  /** Aborted when it is to stop. */
  readonly signal: AbortSignal;
}

/**
 * Runs a job on articles, or (with none named) on all.
 * @throws UserError with the reason why it broke off
 */
export type StartJob = (
  job: JobName,
  slugs: readonly string[],
  contact: JobContact,
) => Promise<{ readonly output: string; readonly exitCode: number }>;

export type JobEffect = Extract<Effect, { type: 'job' | 'answer-job' | 'cancel-job' }>;

export interface Jobs {
  /** Resolves when what was started has ended. Never rejects. */
  readonly perform: (effect: JobEffect, send: Send) => void | Promise<void>;
  /** Stops whatever runs: nobody is there any more to see it. */
  readonly stop: () => void;
}

/** Whether an effect is about jobs. */
export function isJobEffect(effect: Effect): effect is JobEffect {
  return effect.type === 'job' || effect.type === 'answer-job' || effect.type === 'cancel-job';
}

/** The job that runs. */
class Running {
  private readonly aborter = new AbortController();
  private answered: ((yes: boolean) => void) | null = null;

  contact(send: Send): JobContact {
    return {
      note: (text) => send({ type: 'job-note', text }),
      progress: (progress) => send({ type: 'job-progress', ...progress }),
      ask: (text) => this.ask(text, send),
      signal: this.aborter.signal,
    };
  }

  answer(yes: boolean): void {
    this.answered?.(yes);
    this.answered = null;
  }

  stop(): void {
    this.aborter.abort();
    this.answer(false);
  }

  private ask(text: string, send: Send): Promise<boolean> {
    if (this.aborter.signal.aborted) return Promise.resolve(false);
    return new Promise((resolve) => {
      this.answered = resolve;
      send({ type: 'job-question', text });
    });
  }
}

function linesOf(output: string): readonly string[] {
  return output.trimEnd().split('\n');
}

/** Jobs that are started in this way. A bug in one ends the review. */
export function jobsOf(start: StartJob, crash: (error: unknown) => void): Jobs {
  let running: Running | null = null;

  async function run({ job, slugs }: Extract<JobEffect, { type: 'job' }>, send: Send) {
    const own = new Running();
    running = own;
    try {
      const { output, exitCode } = await start(job, slugs, own.contact(send));
      running = null;
      send({ type: 'job-done', exitCode, lines: linesOf(output) });
    } catch (error) {
      running = null;
      if (error instanceof UserError) send({ type: 'job-failed', reason: error.message });
      else crash(error);
    }
  }

  return {
    perform: (effect, send) => {
      if (effect.type === 'job') return run(effect, send);
      if (effect.type === 'answer-job') running?.answer(effect.yes);
      else running?.stop();
      return undefined;
    },
    stop: () => running?.stop(),
  };
}
