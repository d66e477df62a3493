/** Jobs beside the review: answered, stopped, and never in the way of its end. */
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/core/errors.ts';
import type { Event } from '../../src/review/event.ts';
import { type JobContact, jobsOf, type StartJob } from '../../src/ui/jobs.ts';

const JOB = { type: 'job', job: 'translate', slugs: ['boats'] } as const;

function jobs(start: StartJob) {
  const events: Event[] = [];
  const crashes: unknown[] = [];
  const { perform, stop } = jobsOf(start, (error) => void crashes.push(error));
  const send = (event: Event): void => void events.push(event);
  return {
    events,
    crashes,
    stop,
    perform: (effect: Parameters<typeof perform>[0]) => perform(effect, send),
  };
}

const asking: StartJob = async (_job, _slugs, { ask }) => ({
  output: `${await ask('Really?')}\n`,
  exitCode: 0,
});

/** Ends when it is told to stop, like one that sends requests. */
const patient: StartJob = (_job, _slugs, { signal }) =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve({ output: 'stopped\n', exitCode: 3 }));
  });

describe('a job', () => {
  it('tells what it does, and its result as lines', async () => {
    const told: unknown[] = [];
    const { perform, events } = jobs(async (job, slugs, { note, progress }) => {
      told.push(job, slugs);
      note('a note');
      progress({ text: 'boats', done: 1, total: 2 });
      return Promise.resolve({ output: 'one\n\ntwo\n', exitCode: 1 });
    });
    await perform(JOB);
    expect(told).toEqual(['translate', ['boats']]);
    expect(events).toEqual([
      { type: 'job-note', text: 'a note' },
      { type: 'job-progress', text: 'boats', done: 1, total: 2 },
      { type: 'job-done', exitCode: 1, lines: ['one', '', 'two'] },
    ]);
  });

  it.each([true, false])('goes on with the answer %j', async (yes) => {
    const { perform, events } = jobs(asking);
    const done = perform(JOB);
    expect(events).toEqual([{ type: 'job-question', text: 'Really?' }]);
    await perform({ type: 'answer-job', yes });
    await done;
    expect(events.at(-1)).toEqual({ type: 'job-done', exitCode: 0, lines: [String(yes)] });
  });

  it.each([
    ['that waits for an answer gets no', asking, ['false']],
    ['that is at work ends by itself', patient, ['stopped']],
  ])('%s when it is stopped', async (_what, start, lines) => {
    for (const way of ['effect', 'end'] as const) {
      const { perform, events, stop } = jobs(start);
      const done = perform(JOB);
      if (way === 'effect') await perform({ type: 'cancel-job' });
      else stop();
      await done;
      expect(events.at(-1)).toMatchObject({ type: 'job-done', lines });
    }
  });

  it('asks nothing any more once it is stopped', async () => {
    let contact: JobContact | undefined;
    const { perform, events } = jobs((_job, _slugs, given) => {
      contact = given;
      return patient('translate', [], given);
    });
    const done = perform(JOB);
    await perform({ type: 'cancel-job' });
    await done;
    expect(await contact?.ask('Still?')).toBe(false);
    expect(events.map(({ type }) => type)).toEqual(['job-done']);
  });

  it('that breaks off says why; a bug in it ends the review', async () => {
    const broken = jobs(() => Promise.reject(new UserError('No key.')));
    await broken.perform(JOB);
    expect(broken.events).toEqual([{ type: 'job-failed', reason: 'No key.' }]);
    const bug = new Error('a bug');
    const buggy = jobs(() => Promise.reject(bug));
    await buggy.perform(JOB);
    expect(buggy.crashes).toEqual([bug]);
  });

  it('leaves nothing to answer or to stop behind', async () => {
    const { perform, events, stop } = jobs(asking);
    await perform({ type: 'answer-job', yes: true });
    await perform({ type: 'cancel-job' });
    stop();
    expect(events).toEqual([]);
  });
});
