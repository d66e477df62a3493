/**
 * What follows from an engine's answer, or from its refusal: drafts, failures, and requests to make
 * instead. Every segment of a batch ends in exactly one of the three, and what is asked again is always
 * less than before (fewer texts, no context, no tags), so a run ends.
 */
import type { EngineProvenance } from '../model.ts';
import type { EngineError, EngineFailure, EngineTranslation } from '../ports.ts';
import type { Batch } from './batches.ts';
import type { Job } from './plan.ts';
import { hasTags, protect, restore } from './protect.ts';

export type FailReason =
  | 'too-long' // no request can hold it
  | 'tags' // the answer damaged the markup
  | 'empty' // nothing came back
  | 'answer' // the answer could not be told apart
  | 'rejected'; // the engine will not take it

export interface Failed {
  readonly job: Job;
  readonly reason: FailReason;
  /** What the engine said, if it said anything. */
  readonly message?: string;
}

export interface Drafted {
  readonly job: Job;
  readonly text: string;
  readonly engine: EngineProvenance;
  /** The markup is lost and has to be put back by a person. */
  readonly untagged: boolean;
}

export interface Settled {
  readonly drafted: readonly Drafted[];
  readonly failed: readonly Failed[];
  readonly again: readonly Batch[];
}

interface Outcome {
  readonly job: Job;
  readonly result: Omit<Drafted, 'job'> | { readonly wrong: 'empty' | 'tags' };
}

function judge(batch: Batch, job: Job, answer: EngineTranslation | undefined): Outcome {
  if (answer === undefined) return { job, result: { wrong: 'empty' } };
  const source = job.unit.segment.text;
  const restored = restore(answer.text, source, batch.tagged);
  if ('wrong' in restored) return { job, result: restored };
  const engine = {
    ...(answer.model === undefined ? {} : { model: answer.model }),
    billed: answer.billed,
    ...(answer.text === protect(restored.text, batch.tagged) ? {} : { raw: answer.text }),
  };
  const untagged = !batch.tagged && hasTags(source);
  return { job, result: { text: restored.text, engine, untagged } };
}

/** Second tries: a lost text without context, damaged markup as plain text. */
function tryAgain(batch: Batch, bad: readonly Outcome[]): Batch[] {
  return (['empty', 'tags'] as const).flatMap((wrong) => {
    const jobs = bad.flatMap(({ job, result }) =>
      'wrong' in result && result.wrong === wrong ? [job] : [],
    );
    const tagged = batch.tagged && wrong === 'empty';
    const context = wrong === 'empty' ? '' : batch.context;
    return jobs.length === 0 ? [] : [{ ...batch, jobs, tagged, context, again: true }];
  });
}

/** Pairs an answer with the batch by id and sorts good from bad. */
export function settleAnswer(batch: Batch, answers: readonly EngineTranslation[]): Settled {
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  const outcomes = batch.jobs.map((job) => judge(batch, job, byId.get(job.unit.key)));
  const bad = outcomes.filter(({ result }) => 'wrong' in result);
  return {
    drafted: outcomes.flatMap(({ job, result }) => ('wrong' in result ? [] : [{ job, ...result }])),
    again: batch.again ? [] : tryAgain(batch, bad),
    failed: batch.again
      ? bad.flatMap(({ job, result }) => ('wrong' in result ? [{ job, reason: result.wrong }] : []))
      : [],
  };
}

function halves(batch: Batch): Batch[] {
  const middle = Math.ceil(batch.jobs.length / 2);
  return [
    { ...batch, jobs: batch.jobs.slice(0, middle) },
    { ...batch, jobs: batch.jobs.slice(middle) },
  ];
}

/** A smaller request that may pass where this one did not, or null when there is none. */
function smaller(batch: Batch, failure: EngineFailure): Batch[] | null {
  if (failure === 'answer') return batch.again ? null : [{ ...batch, context: '', again: true }];
  if (batch.jobs.length > 1) return halves(batch);
  if (failure === 'too-large') return batch.context === '' ? null : [{ ...batch, context: '' }];
  return batch.tagged ? [{ ...batch, tagged: false }] : null;
}

const REASONS: Readonly<Partial<Record<EngineFailure, FailReason>>> = {
  'too-large': 'too-long',
  rejected: 'rejected',
  answer: 'answer',
};

/**
 * What to do after a refusal that concerns the texts: ask for less, or give the segments up.
 * Null for any other failure: the run has to stop.
 */
export function settleRefusal(batch: Batch, error: EngineError): Settled | null {
  const reason = REASONS[error.failure];
  if (reason === undefined) return null;
  const again = smaller(batch, error.failure);
  if (again !== null) return { drafted: [], failed: [], again };
  const failed = batch.jobs.map((job) => ({ job, reason, message: error.message }));
  return { drafted: [], failed, again: [] };
}
