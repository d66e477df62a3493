/** Sends what is to be sent, in sight of whoever waits. */
import { FREE_ACCOUNTS, PaidAccounts, type Accounts } from '../core/drafting/accounts.ts';
import type { Batch } from '../core/drafting/batches.ts';
import { draftOperations, spread } from '../core/drafting/operations.ts';
import type { Found, Job } from '../core/drafting/plan.ts';
import { progressLine } from '../core/drafting/progress.ts';
import type { EngineAccount, Prices } from '../core/drafting/report.ts';
import { runBatches, type Progress, type RunResult, type Stop } from '../core/drafting/run.ts';
import type { Failed } from '../core/drafting/settle.ts';
import { EngineError, type Books, type Engine } from '../core/ports.ts';
import type { Services } from '../services.ts';
import { charactersOf, type Caps } from './drafting-budget.ts';
import { finishFor, type Draftable, type Outlook } from './drafting-plan.ts';

/** One engine at work on one set of requests. */
export interface Sending {
  readonly services: Services;
  readonly draftable: Draftable;
  readonly engine: Engine;
  readonly outlook: Outlook;
  readonly books: Books;
  readonly run: string;
  readonly caps: Caps;
  readonly isSecond: boolean;
}

function refused(tooLong: readonly Job[]): Failed[] {
  return tooLong.map((job) => ({ job, reason: 'too-long' }));
}

function jobsOf(batches: readonly Batch[]): Job[] {
  return batches.flatMap((batch) => batch.jobs);
}

/** What would be sent: nothing is. `billed` is the estimate. */
export function estimated({ reused, tooLong }: Outlook): RunResult {
  const { batches } = reused;
  const figures = { requests: batches.length, billed: charactersOf(batches) };
  return {
    drafted: [],
    failed: refused(tooLong),
    left: jobsOf(batches),
    ...figures,
    stop: null,
  };
}

/** Nothing was sent, for this reason. */
export function unsent({ reused, tooLong }: Outlook, stop: RunResult['stop']): RunResult {
  const left = jobsOf(reused.batches);
  return { drafted: [], failed: refused(tooLong), left, requests: 0, billed: 0, stop };
}

/** Keeps drafts that cost nothing: from memory, earlier drafts and kept answers. */
export async function keepFound(
  services: Services,
  { workspace }: Draftable,
  found: readonly Found[],
): Promise<void> {
  const stamp = { at: services.clock().toISOString(), by: services.user };
  for (const [slug, operations] of draftOperations(found, stamp)) {
    await workspace.commit(slug, operations);
  }
}

/** Kept answers as drafts, at every place where their sentence stands. */
export function reusedDrafts({ reused }: Outlook, engine: Engine): Found[] {
  return reused.drafted.flatMap((drafted) => spread(drafted, engine.id));
}

function accountsFor({ engine, books, run, caps, services }: Sending): Accounts {
  if (engine.free) return FREE_ACCOUNTS;
  const now = () => services.clock().toISOString();
  return new PaidAccounts({ engine, books, run, now, room: caps.characters });
}

/** Draws the progress; gives back what the runner calls. */
function progressOf(sending: Sending, total: number): (progress: Progress) => void {
  const { services, engine, draftable, isSecond } = sending;
  const { t, clock, progress } = services;
  const started = clock().getTime();
  const prices: Prices = draftable.config.pricePerMillion;
  const price = prices[engine.id];
  return ({ done, billed, slug }) => {
    const label = isSecond ? t('translate.labelSecond') : slug;
    const cost = price === undefined ? null : (billed * price) / 1_000_000;
    const elapsedMs = clock().getTime() - started;
    const state = { done, total, characters: billed, cost, elapsedMs, label };
    progress.show(progressLine(state, progress.width, t), { done, total });
  };
}

/** A refusal of the glossary ends the run, whatever it would mean for a text. */
function stopFor({ failure, message }: EngineError): Stop {
  const isFatal = failure !== 'too-large' && failure !== 'rejected' && failure !== 'answer';
  return { why: isFatal ? failure : 'setup', message };
}

/** Makes the vendor's glossary ready; a failure ends the run before anything is sent. */
async function prepareEngine({ engine, draftable, services }: Sending): Promise<RunResult['stop']> {
  const { progress, t } = services;
  try {
    if (engine.prepare !== undefined) progress.show(t('translate.preparing'));
    await engine.prepare?.(draftable.terms.glossary, services.signal);
    return null;
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return services.signal.aborted ? { why: 'interrupted', message: '' } : stopFor(error);
  } finally {
    progress.clear();
  }
}

async function sendAll(sending: Sending, accounts: Accounts): Promise<RunResult> {
  const { services, draftable, engine, outlook, isSecond } = sending;
  const { signal, progress, t } = services;
  const show = progressOf(sending, jobsOf(outlook.reused.batches).length);
  const onAbort = () => {
    // Nothing is drawn from here on: a second Ctrl-C ends the process where it stands.
    progress.clear();
    const { requests } = accounts.perhapsBilled;
    progress.note(t(engine.free ? 'translate.stoppingFree' : 'translate.stopping', { requests }));
  };
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    show({ done: 0, billed: 0, slug: outlook.reused.batches[0]?.slug ?? '' });
    return await runBatches(outlook.reused.batches, {
      engine,
      accounts,
      finish: finishFor(draftable, engine, isSecond),
      commit: (slug, operations) => draftable.workspace.commit(slug, operations),
      stamp: () => ({ at: services.clock().toISOString(), by: services.user }),
      signal,
      sleep: (ms) => services.sleep(ms, signal),
      concurrency: draftable.config.concurrency,
      progress: (done) => {
        if (!signal.aborted) show(done);
      },
    });
  } finally {
    signal.removeEventListener('abort', onAbort);
    progress.clear();
  }
}

/** Sends the batches of an outlook and tells what became of them. */
export async function send(sending: Sending): Promise<EngineAccount> {
  const { engine, outlook } = sending;
  const accounts = accountsFor(sending);
  const isIdle = outlook.reused.batches.length === 0;
  const stop = isIdle ? null : await prepareEngine(sending);
  const result = isIdle || stop !== null ? unsent(outlook, stop) : await sendAll(sending, accounts);
  const failed =
    isIdle || stop !== null ? result.failed : [...refused(outlook.tooLong), ...result.failed];
  return {
    engine: engine.id,
    reused: outlook.reused,
    result: { ...result, failed },
    perhapsBilled: accounts.perhapsBilled,
  };
}
