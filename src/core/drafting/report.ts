/** What a run of `translate` did, or would do, as a value. */
import type { Doubt } from '../model.ts';
import type { Reused } from './kept.ts';
import type { Found, Job, Place, Plan, SkipReason } from './plan.ts';
import type { RunResult, Stop } from './run.ts';
import type { Drafted, FailReason, Failed } from './settle.ts';

/** A segment by name. */
interface Named {
  readonly slug: string;
  readonly key: string;
}

/** What one engine was asked. */
export interface EngineReport {
  readonly engine: string;
  /** Sentences sent and drafted; in a dry run, sentences to send. */
  readonly sent: number;
  readonly requests: number;
  /** Characters charged, as the engine says; in a dry run, code points of the sources to send. */
  readonly characters: number;
  /** At the config's price; null without one. */
  readonly cost: number | null;
  /** Sentences answered earlier and paid then. */
  readonly kept: number;
  readonly failed: readonly (Named & { readonly reason: FailReason; readonly message?: string })[];
  /** Requests that may have been charged without an answer that could be used. */
  readonly perhapsBilled: { readonly requests: number; readonly characters: number };
  /** What ended the run early. */
  readonly stopped: Stop | null;
}

/** The object that `translate --json` prints. */
export interface DraftReport extends Omit<EngineReport, 'engine' | 'kept'> {
  readonly dryRun: boolean;
  /** The engine's id; null when none is set up. */
  readonly engine: string | null;
  /** Why there is no engine, in one sentence. */
  readonly missing: string | null;
  /** Segments that needed no request, by where their draft comes from. */
  readonly reused: {
    /** Approved pairs with the same neighbours, and with others. */
    readonly inContext: number;
    readonly exact: number;
    /** Answers that were paid for before. */
    readonly kept: number;
    /** The same sentence elsewhere. */
    readonly repeated: number;
  };
  /** Segments left alone, by reason. */
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
  /** Machine drafts of before that lack a term of today's term base; `--redo-terms` asks anew. */
  readonly lackingTerms: number;
  /** Drafts that want a closer look. */
  readonly doubtful: readonly (Named & { readonly doubts: readonly Doubt[] })[];
  /** What the engine of `--compare` was asked. */
  readonly second: EngineReport | null;
}

/** One engine's part of a run, or of a dry run. */
export interface EngineAccount {
  readonly engine: string;
  readonly reused: Reused;
  readonly result: RunResult;
  readonly perhapsBilled: EngineReport['perhapsBilled'];
}

/** What is known at the end of a run, or after planning for a dry run. */
export interface Account {
  readonly plan: Plan;
  readonly missing: string | null;
  readonly dryRun: boolean;
  /** Null when no engine is set up. */
  readonly first: EngineAccount | null;
  readonly second: EngineAccount | null;
}

/** Price of a million characters by engine, in the user's currency. */
export type Prices = Readonly<Record<string, number | undefined>>;

function named({ slug, unit }: Place): Named {
  return { slug, key: unit.key };
}

function nameOf(place: Place): string {
  return `${place.slug}/${place.unit.key}`;
}

function withCopies(job: Job): Place[] {
  return [job, ...job.copies];
}

function draftedOf({ first }: Account): Drafted[] {
  return first === null ? [] : [...first.reused.drafted, ...first.result.drafted];
}

function failedOf({ reused, result }: Pick<EngineAccount, 'reused' | 'result'>): Failed[] {
  return [...reused.failed, ...result.failed];
}

/** Segments whose turn did not come. */
function leftOf({ first, plan }: Account): readonly Job[] {
  return first === null ? plan.jobs : first.result.left;
}

function leftReason({ first }: Account): SkipReason {
  if (first === null) return 'no-engine';
  return first.result.stop?.why === 'budget' ? 'budget' : 'stopped';
}

function countSkipped(account: Account): Partial<Record<SkipReason, number>> {
  const counts: Partial<Record<SkipReason, number>> = {};
  const add = (reason: SkipReason, count: number) => {
    if (count > 0) counts[reason] = (counts[reason] ?? 0) + count;
  };
  for (const { reason } of account.plan.skipped) add(reason, 1);
  if (!account.dryRun || account.first === null) {
    add(leftReason(account), leftOf(account).flatMap(withCopies).length);
  }
  return counts;
}

/**
 * Makes sure that every segment that was to be drafted is drafted, skipped or failed, once.
 * Throws Error (a bug) that names the segments of which nothing is known.
 */
export function assertComplete(account: Account): void {
  const { plan, first } = account;
  const found = (list: readonly Found[]) => list.map(({ place }) => place);
  const accounted = [
    ...found(plan.memory.inContext),
    ...found(plan.memory.exact),
    ...found(plan.earlier),
    ...plan.skipped,
    ...draftedOf(account).flatMap(({ job }) => withCopies(job)),
    ...(first === null ? [] : failedOf(first)).flatMap(({ job }) => withCopies(job)),
    ...leftOf(account).flatMap(withCopies),
  ].map(nameOf);
  const counts = new Map<string, number>();
  for (const name of accounted) counts.set(name, (counts.get(name) ?? 0) + 1);
  const wrong = plan.eligible.map(nameOf).filter((name) => counts.get(name) !== 1);
  if (wrong.length > 0) throw new Error(`Lost or counted twice: ${wrong.join(', ')}`);
}

function copiesOf(jobs: readonly Job[]): number {
  return jobs.reduce((sum, job) => sum + job.copies.length, 0);
}

function engineReport(account: EngineAccount, dryRun: boolean, prices: Prices): EngineReport {
  const { engine, result, reused, perhapsBilled } = account;
  const price = prices[engine];
  return {
    engine,
    sent: dryRun ? result.left.length : result.drafted.length,
    requests: result.requests,
    characters: result.billed,
    cost: price === undefined ? null : (result.billed * price) / 1_000_000,
    kept: reused.drafted.length,
    failed: failedOf(account).flatMap(({ job, reason, message }) =>
      withCopies(job).map((place) => ({
        ...named(place),
        reason,
        ...(message === undefined ? {} : { message }),
      })),
    ),
    perhapsBilled,
    stopped: result.stop,
  };
}

const NOTHING: Omit<EngineReport, 'engine'> = {
  sent: 0,
  requests: 0,
  characters: 0,
  cost: null,
  kept: 0,
  failed: [],
  perhapsBilled: { requests: 0, characters: 0 },
  stopped: null,
};

/** The report of a run. In a dry run the jobs of the result's `left` are those that would be sent. */
export function makeReport(account: Account, prices: Prices): DraftReport {
  const { plan, dryRun, first, second, missing } = account;
  const { engine, kept, ...report } =
    first === null ? { ...NOTHING, engine: null } : engineReport(first, dryRun, prices);
  const drafted = draftedOf(account);
  const sent = dryRun && first !== null ? [...first.result.left] : [];
  const copies = copiesOf([...drafted.map(({ job }) => job), ...sent]);
  return {
    ...report,
    dryRun,
    engine,
    missing,
    reused: {
      inContext: plan.memory.inContext.length,
      exact: plan.memory.exact.length,
      kept: plan.earlier.length + kept,
      repeated: copies,
    },
    skipped: countSkipped(account),
    lackingTerms: plan.leftBehind,
    doubtful: drafted.flatMap(({ job, engine: { doubts } }) =>
      doubts === undefined ? [] : withCopies(job).map((place) => ({ ...named(place), doubts })),
    ),
    second: second === null ? null : engineReport(second, dryRun, prices),
  };
}
