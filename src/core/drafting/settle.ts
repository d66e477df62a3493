/**
 * What follows from an engine's answer, or from its refusal: drafts, failures, and requests to make
 * instead. Every segment of a batch ends in exactly one of the three, and what is asked again is always
 * less than before (fewer texts, no context, no tags), so a run ends.
 */
import type { Doubt, EngineProvenance, Lang } from '../model.ts';
import type { EngineError, EngineFailure, EngineTranslation } from '../ports.ts';
import type { Batch } from './batches.ts';
import { changedPlaces } from './order.ts';
import type { Job } from './plan.ts';
import { hasTags, restore } from './protect.ts';

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
}

export interface Settled {
  readonly drafted: readonly Drafted[];
  readonly failed: readonly Failed[];
  readonly again: readonly Batch[];
}

/** What is done to a restored answer before it becomes a draft, and noted of it. */
export interface Finish {
  /** House typography; never a digit, a letter or a tag. */
  readonly normalise: (text: string, lang: Lang) => string;
  /** What is odd about a target. */
  readonly doubts: (job: Job, target: string) => readonly Doubt[];
  /** Kept with every draft: settings, glossary, whether it is a second opinion. */
  readonly provenance: (job: Job) => Partial<EngineProvenance>;
}

interface Outcome {
  readonly job: Job;
  readonly result: Omit<Drafted, 'job'> | { readonly wrong: 'empty' | 'tags' };
}

/** An answer as it came, or as it was kept. */
export type Answer = Pick<EngineTranslation, 'id' | 'text' | 'billed' | 'model'> & {
  /** It was given beside other neighbours. */
  readonly otherContext?: boolean;
};

function provenanceOf(
  answer: Answer,
  text: string,
  facts: { readonly more: Partial<EngineProvenance>; readonly doubts: readonly Doubt[] },
): EngineProvenance {
  const { model, billed, otherContext } = answer;
  return {
    ...(model === undefined ? {} : { model }),
    ...facts.more,
    billed,
    ...(answer.text === text ? {} : { raw: answer.text }),
    ...(otherContext === true ? { otherContext } : {}),
    ...(facts.doubts.length === 0 ? {} : { doubts: facts.doubts }),
  };
}

function judge(batch: Batch, job: Job, answer: Answer | undefined, finish: Finish): Outcome {
  if (answer === undefined) return { job, result: { wrong: 'empty' } };
  const { text: source, lang } = job.unit.segment;
  const { tagged } = batch;
  const restored = restore(answer.text, source, { tagged, shields: job.form.shields });
  if ('wrong' in restored) return { job, result: restored };
  const text = finish.normalise(restored.text, lang === 'zh' ? 'en' : 'zh');
  const lost: readonly Doubt[] = !tagged && hasTags(source) ? ['untagged'] : [];
  const doubts = [...lost, ...finish.doubts(job, text)];
  const engine = provenanceOf(answer, text, { more: finish.provenance(job), doubts });
  return { job, result: { text, engine } };
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

type Good = Outcome & { readonly result: Omit<Drafted, 'job'> };

function isGood(outcome: Outcome): outcome is Good {
  return !('wrong' in outcome.result);
}

/** Segments to ask for one by one, since their answers look as if they had changed places. */
function inWrongPlace(batch: Batch, good: readonly Good[], finish: Finish): ReadonlySet<Job> {
  if (batch.again || batch.jobs.length < 2) return new Set();
  const answered = good.map(({ job, result }) => ({ job, text: result.text }));
  return changedPlaces(answered, finish.doubts);
}

/** Pairs an answer with the batch by id and sorts good from bad. */
export function settleAnswer(batch: Batch, answers: readonly Answer[], finish: Finish): Settled {
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  const outcomes = batch.jobs.map((job) => judge(batch, job, byId.get(job.unit.key), finish));
  const good = outcomes.filter(isGood);
  const bad = outcomes.filter((outcome) => !isGood(outcome));
  const wrongPlace = inWrongPlace(batch, good, finish);
  // Without context, so that the answer is kept under another name than the wrong one.
  const alone = [...wrongPlace].map((job) => ({ ...batch, jobs: [job], context: '', again: true }));
  return {
    drafted: good
      .filter(({ job }) => !wrongPlace.has(job))
      .map(({ job, result }) => ({ job, ...result })),
    again: batch.again ? [] : [...tryAgain(batch, bad), ...alone],
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
  if (failure === 'answer' && !batch.again) return [{ ...batch, context: '', again: true }];
  if (batch.jobs.length > 1) return halves(batch);
  if (failure === 'answer') return null;
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
 * Null for any other failure: the run has to wait or to stop.
 */
export function settleRefusal(batch: Batch, error: EngineError): Settled | null {
  const reason = REASONS[error.failure];
  if (reason === undefined) return null;
  const again = smaller(batch, error.failure);
  if (again !== null) return { drafted: [], failed: [], again };
  const failed = batch.jobs.map((job) => ({ job, reason, message: error.message }));
  return { drafted: [], failed, again: [] };
}
