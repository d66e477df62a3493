/** Jobs: started from the list of articles, followed, answered, stopped. */
import type { Effect } from '../effect.ts';
import { isRunning, type Job, type JobEnd, type JobName, type JobProgress } from '../job.ts';
import { jobLabel } from '../labels.ts';
import { type Outcome, refuse, say, still } from '../outcome.ts';
import type { Notice, ReviewState } from '../state.ts';

/** How many lines of what a job tells are kept; the last ones say most. */
const MOST_NOTES = 20;

function about(state: ReviewState, { name }: Job, key: Notice['key']): ReviewState {
  const notice: Notice = { tone: 'info', key, names: { job: jobLabel(name) } };
  return { ...state, notice };
}

function startedWith(name: JobName, slug: string | null): Job {
  return {
    name,
    slug,
    progress: null,
    notes: [],
    question: null,
    isStopping: false,
    end: null,
  };
}

/**
 * Starts a job on the selected article, or on all. A site is published as a whole: one that held the
 * selected article alone would take the place of the one that stands.
 */
export function startJob(state: ReviewState, name: JobName, all: boolean): Outcome {
  const { job, articles } = state;
  if (isRunning(job)) return still(about(state, job, 'review.job.busy'));
  const line = articles.lines?.[articles.cursor.selected];
  if (line === undefined) return still(say(state, 'review.articles.empty'));
  const slug = all || name === 'publish' ? null : line.slug;
  const effect: Effect = { type: 'job', job: name, slugs: slug === null ? [] : [slug] };
  return [{ ...state, job: startedWith(name, slug) }, [effect]];
}

/** Stops the job that runs; the result of one that has ended is put away. */
export function cancelJob(state: ReviewState): Outcome {
  const { job } = state;
  if (job === null) return still(refuse(state, 'review.job.none'));
  if (!isRunning(job)) return still({ ...state, job: null });
  if (job.isStopping) return still(about(state, job, 'review.job.stopping'));
  return [stopping(state, job), [{ type: 'cancel-job' }]];
}

function stopping(state: ReviewState, job: Job): ReviewState {
  return withQuestion({ ...state, job: { ...job, question: null, isStopping: true } });
}

/** What stops a job that runs, for the review ends. */
export function stopForQuit(state: ReviewState): Outcome {
  const { job } = state;
  return isRunning(job) ? [stopping(state, job), [{ type: 'cancel-job' }]] : still(state);
}

/** All that the last job had to say, as a page. */
export function showJob(state: ReviewState): ReviewState {
  const { job } = state;
  if (job === null) return refuse(state, 'review.job.none');
  const lines = [...job.notes, ...(job.end?.lines ?? [])].map((text) => ({ text }));
  const title = { key: 'review.job.result', names: { job: jobLabel(job.name) } } as const;
  return { ...state, overlay: { type: 'page', title, lines, top: 0 } };
}

/** The same state with a change of the job that runs. */
function changed(state: ReviewState, change: (job: Job) => Partial<Job>): ReviewState {
  const { job } = state;
  return isRunning(job) ? { ...state, job: { ...job, ...change(job) } } : state;
}

/** The job is farther. */
export function jobProgressed(state: ReviewState, progress: JobProgress): ReviewState {
  return changed(state, () => ({ progress }));
}

/** The job tells something. */
export function jobNoted(state: ReviewState, text: string): ReviewState {
  return changed(state, ({ notes }) => ({ notes: [...notes, text].slice(-MOST_NOTES) }));
}

/** The job waits for an answer. One that has been told to stop gets none. */
export function jobAsks(state: ReviewState, text: string): ReviewState {
  return changed(state, ({ isStopping }) => ({ question: isStopping ? null : text }));
}

/** The job has ended. Where its panel is not in sight, the notice says so. */
export function jobEnded(state: ReviewState, end: JobEnd): ReviewState {
  const { job } = state;
  const next = changed(state, () => ({ end, question: null, progress: null }));
  if (job === null || next.session === null || next.notice !== null) return next;
  return about(next, job, 'review.job.ended');
}

/**
 * Puts a job's question before the person: over the list of articles, never where text is typed, for
 * it is about money. It goes when nothing asks any more.
 */
export function withQuestion(state: ReviewState): ReviewState {
  const { job, overlay } = state;
  const asks = isRunning(job) && job.question !== null;
  if (overlay?.type === 'question') return asks ? state : { ...state, overlay: null };
  return asks && isFree(state) ? { ...state, overlay: { type: 'question', selected: 0 } } : state;
}

/** The list of articles has the keys, and nothing lies over it. */
function isFree({ overlay, session, opening }: ReviewState): boolean {
  return overlay === null && session === null && opening === null;
}

/** Answers the job's question. */
export function answerJob(state: ReviewState, yes: boolean): Outcome {
  const next = changed({ ...state, overlay: null }, () => ({ question: null }));
  return [next, [{ type: 'answer-job', yes }]];
}

/** The answer that is selected: the first says no. */
export function chooseAnswer(state: ReviewState): Outcome {
  const { overlay } = state;
  return answerJob(state, overlay?.type === 'question' && overlay.selected === 1);
}
