/** Work that runs beside the review: translating, checking, publishing. */

export type JobName = 'translate' | 'check' | 'publish';

/** How far it is. */
export interface JobProgress {
  /** One line. */
  readonly text: string;
  /** Null where it is not known. */
  readonly done: number | null;
  readonly total: number | null;
}

/** What it came to. */
export interface JobEnd {
  /** As the command would exit; null when it broke off with a reason. */
  readonly exitCode: number | null;
  /** What the command would print, or the reason. */
  readonly lines: readonly string[];
}

export interface Job {
  readonly name: JobName;
  /** The article that it is about; null for all. */
  readonly slug: string | null;
  readonly progress: JobProgress | null;
  /** What it has told so far, oldest first. */
  readonly notes: readonly string[];
  /** What it waits to be answered. */
  readonly question: string | null;
  /** It has been asked to stop. */
  readonly isStopping: boolean;
  /** Null while it runs. */
  readonly end: JobEnd | null;
}

/** Whether a job is under way. */
export function isRunning(job: Job | null): job is Job {
  return job !== null && job.end === null;
}
