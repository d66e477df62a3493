/** What a run of `translate` did, or would do, as a value; and the same in words. */
import type { MessageKey, Translate } from '../messages.ts';
import type { Found, Place, Plan, SkipReason } from './plan.ts';
import type { RunResult, Stop } from './run.ts';
import type { FailReason } from './settle.ts';

/** A segment by name. */
interface Named {
  readonly slug: string;
  readonly key: string;
}

/** The object that `translate --json` prints. */
export interface DraftReport {
  readonly dryRun: boolean;
  /** The engine's id; null when none is set up. */
  readonly engine: string | null;
  /** Why there is no engine, in one sentence. */
  readonly missing: string | null;
  /** Sentences sent and drafted; in a dry run, sentences to send. */
  readonly sent: number;
  readonly requests: number;
  /** Characters charged, as the engine says; in a dry run, code points of the sources to send. */
  readonly characters: number;
  /** At the config's price; null without one. */
  readonly cost: number | null;
  readonly reused: { readonly memory: number; readonly repeated: number };
  /** Segments left alone, by reason. */
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
  readonly failed: readonly (Named & { readonly reason: FailReason; readonly message?: string })[];
  /** Drafts that have lost their markup. */
  readonly untagged: readonly Named[];
  /** What ended the run early. */
  readonly stopped: Stop | null;
}

/** What is known at the end of a run, or after planning for a dry run. */
export interface Account {
  readonly plan: Plan;
  readonly result: RunResult;
  readonly engine: string | null;
  readonly missing: string | null;
  readonly dryRun: boolean;
}

function named({ slug, unit }: Place): Named {
  return { slug, key: unit.key };
}

function nameOf(place: Place): string {
  return `${place.slug}/${place.unit.key}`;
}

function withCopies<P extends Place & { readonly copies: readonly Place[] }>(job: P): Place[] {
  return [job, ...job.copies];
}

function leftReason(account: Account): SkipReason {
  return account.missing === null ? 'stopped' : 'no-engine';
}

function countSkipped(account: Account): Partial<Record<SkipReason, number>> {
  const counts: Partial<Record<SkipReason, number>> = {};
  const add = (reason: SkipReason, count: number) => {
    if (count > 0) counts[reason] = (counts[reason] ?? 0) + count;
  };
  for (const { reason } of account.plan.skipped) add(reason, 1);
  if (!account.dryRun || account.engine === null) {
    add(leftReason(account), account.result.left.flatMap(withCopies).length);
  }
  return counts;
}

/**
 * Makes sure that every segment that was to be drafted is drafted, skipped or failed, once.
 * Throws Error (a bug) that names the segments of which nothing is known.
 */
export function assertComplete({ plan, result }: Account): void {
  const found = (list: readonly Found[]) => list.map(({ place }) => place);
  const accounted = [
    ...found(plan.memory),
    ...found(plan.repeated),
    ...plan.skipped,
    ...result.drafted.flatMap(({ job }) => withCopies(job)),
    ...result.failed.flatMap(({ job }) => withCopies(job)),
    ...result.left.flatMap(withCopies),
  ].map(nameOf);
  const counts = new Map<string, number>();
  for (const name of accounted) counts.set(name, (counts.get(name) ?? 0) + 1);
  const wrong = plan.eligible.map(nameOf).filter((name) => counts.get(name) !== 1);
  if (wrong.length > 0) throw new Error(`Lost or counted twice: ${wrong.join(', ')}`);
}

/** The report of a run. In a dry run the jobs of the result's `left` are those that would be sent. */
export function makeReport(account: Account, pricePerMillion: number | undefined): DraftReport {
  const { plan, result, dryRun } = account;
  const toSend = account.engine === null ? [] : result.left;
  const sent = dryRun ? toSend : result.drafted.map(({ job }) => job);
  const copies = sent.reduce((sum, job) => sum + job.copies.length, 0);
  return {
    dryRun,
    engine: account.engine,
    missing: account.missing,
    sent: sent.length,
    requests: result.requests,
    characters: result.billed,
    cost: pricePerMillion === undefined ? null : (result.billed * pricePerMillion) / 1_000_000,
    reused: { memory: plan.memory.length, repeated: plan.repeated.length + copies },
    skipped: countSkipped(account),
    failed: result.failed.flatMap(({ job, reason, message }) =>
      withCopies(job).map((place) => ({
        ...named(place),
        reason,
        ...(message === undefined ? {} : { message }),
      })),
    ),
    untagged: result.drafted
      .filter(({ untagged }) => untagged)
      .flatMap(({ job }) => withCopies(job).map(named)),
    stopped: result.stop,
  };
}

const SKIP_MESSAGES: Readonly<Record<SkipReason, MessageKey>> = {
  reviewed: 'translate.skip.reviewed',
  changed: 'translate.skip.changed',
  conflict: 'translate.skip.conflict',
  omitted: 'translate.skip.omitted',
  untranslatable: 'translate.skip.untranslatable',
  drafted: 'translate.skip.drafted',
  person: 'translate.skip.person',
  unreadable: 'translate.skip.unreadable',
  'no-engine': 'translate.skip.noEngine',
  stopped: 'translate.skip.stopped',
};

const FAIL_MESSAGES: Readonly<Record<FailReason, MessageKey>> = {
  'too-long': 'translate.fail.tooLong',
  tags: 'translate.fail.tags',
  empty: 'translate.fail.empty',
  answer: 'translate.fail.answer',
  rejected: 'translate.fail.rejected',
};

function skippedLine({ skipped }: DraftReport, t: Translate): string {
  const entries = Object.entries(skipped) as [SkipReason, number][];
  const count = entries.reduce((sum, [, number]) => sum + number, 0);
  if (count === 0) return t('translate.skipped', { count });
  const reasons = entries.map(([reason, number]) => t(SKIP_MESSAGES[reason], { count: number }));
  return t('translate.skippedBecause', { count, reasons: reasons.join(t('translate.listGap')) });
}

function costLine(
  report: DraftReport,
  pricePerMillion: number | undefined,
  t: Translate,
): string[] {
  if (report.cost === null || pricePerMillion === undefined) return [];
  return [
    t('translate.cost', {
      cost: report.cost.toFixed(report.cost < 1 ? 4 : 2),
      price: pricePerMillion,
    }),
  ];
}

/** The figures of a report, a line each: sent, cost, reused, skipped, failed. */
export function reportLines(
  report: DraftReport,
  pricePerMillion: number | undefined,
  t: Translate,
): string[] {
  const { sent, requests, characters, reused, failed } = report;
  const engine = report.engine ?? '';
  const sentKey = report.dryRun ? 'translate.toSend' : 'translate.sent';
  const figures = { engine, count: sent, requests, characters };
  return [
    ...(engine === '' ? [] : [t(sentKey, figures), ...costLine(report, pricePerMillion, t)]),
    t('translate.reused', { ...reused }),
    skippedLine(report, t),
    ...(failed.length === 0 ? [] : [t('translate.failed', { count: failed.length })]),
    ...failed.map(({ slug, key, reason, message = '' }) =>
      t(FAIL_MESSAGES[reason], { slug, key, message }),
    ),
    ...report.untagged.map(({ slug, key }) => t('translate.untagged', { slug, key })),
  ].map((line) => line.trimEnd());
}
