/** `duizhao translate`: drafts what is missing, from memory first, then from the engine. */
import type { Config } from '../config.ts';
import { makeBatches, USUAL_SHAPE, type Batches } from '../core/drafting/batches.ts';
import { draftOperations } from '../core/drafting/operations.ts';
import { billableCharacters, planDrafts, type Job, type Plan } from '../core/drafting/plan.ts';
import {
  assertComplete,
  makeReport,
  reportLines,
  type Account,
  type DraftReport,
} from '../core/drafting/report.ts';
import { runBatches, type RunResult, type Stop } from '../core/drafting/run.ts';
import type { Failed } from '../core/drafting/settle.ts';
import { UserError } from '../core/errors.ts';
import type { Engine, Workspace } from '../core/ports.ts';
import type { ArticleState } from '../core/state.ts';
import { buildExactMemory, recallExact } from '../memory/exact.ts';
import type { Services } from '../services.ts';
import { defineCommand, type CommandResult, type ExitCode } from './command.ts';
import { chooseSlugs } from './slugs.ts';

type Flags = { readonly dryRun: boolean; readonly json: boolean };

/** Everything a run works on. */
interface Run {
  readonly services: Services;
  readonly config: Config;
  readonly workspace: Workspace;
  readonly all: readonly ArticleState[];
  readonly plan: Plan;
}

/** All articles; one that is not to be drafted may be broken, it only gives the memory nothing. */
async function openAll(
  services: Services,
  workspace: Workspace,
  chosen: readonly string[],
): Promise<ArticleState[]> {
  const states: ArticleState[] = [];
  for (const slug of await workspace.slugs()) {
    try {
      states.push(await workspace.open(slug));
    } catch (error) {
      if (!(error instanceof UserError) || chosen.includes(slug)) throw error;
      services.note(services.t('translate.unopened', { reason: error.message }));
    }
  }
  return states;
}

async function prepare(services: Services, args: readonly string[]): Promise<Run> {
  const { config, workspace } = await services.openWorkspace();
  const chosen = await chooseSlugs(workspace, args);
  const all = await openAll(services, workspace, chosen);
  const memory = buildExactMemory(all);
  const plan = planDrafts({
    states: all.filter((state) => chosen.includes(state.article.slug)),
    all,
    engine: config.engine,
    recall: (state, index) => recallExact(memory, state, index),
  });
  return { services, config, workspace, all, plan };
}

function batchesFor({ plan, all }: Run, shape: Pick<Engine, 'limits' | 'size'>): Batches {
  const articles = new Map(all.map(({ article }) => [article.slug, article]));
  return makeBatches(plan.jobs, articles, shape);
}

function refused(tooLong: readonly Job[]): Failed[] {
  return tooLong.map((job) => ({ job, reason: 'too-long' }));
}

/** Nothing was sent: all of it is left. */
function untouched(left: readonly Job[]): RunResult {
  return { drafted: [], failed: [], left, requests: 0, billed: 0, stop: null };
}

/** What would be sent: nothing is. */
function estimate(run: Run, engine: Engine | null): RunResult {
  const { batches, tooLong } = batchesFor(run, engine ?? USUAL_SHAPE);
  const left = batches.flatMap((batch) => batch.jobs);
  const billed = billableCharacters(left);
  return { ...untouched(left), failed: refused(tooLong), requests: batches.length, billed };
}

async function keepFound({ services, workspace, plan }: Run): Promise<void> {
  const found = [...plan.memory, ...plan.repeated];
  const stamp = { at: services.clock().toISOString(), by: services.user };
  for (const [slug, operations] of draftOperations(found, stamp)) {
    await workspace.commit(slug, operations);
  }
}

async function send(run: Run, engine: Engine): Promise<RunResult> {
  const { services, workspace, plan } = run;
  const { t, signal, note } = services;
  const { batches, tooLong } = batchesFor(run, engine);
  const total = plan.jobs.length;
  const onAbort = () => note(t('translate.stopping'));
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    const result = await runBatches(batches, {
      engine,
      commit: (slug, operations) => workspace.commit(slug, operations),
      stamp: () => ({ at: services.clock().toISOString(), by: services.user }),
      signal,
      progress: (slug, done) => note(t('translate.progress', { slug, done, total })),
    });
    return { ...result, failed: [...refused(tooLong), ...result.failed] };
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

interface Opened {
  readonly engine: Engine | null;
  readonly missing: string | null;
}

/** Opens the engine only for what memory does not know; a dry run looks at it for its limits. */
async function openFor({ services, config, plan }: Run): Promise<Opened> {
  if (plan.jobs.length === 0) return { engine: null, missing: null };
  const opened = await services.openEngine(config);
  return 'missing' in opened
    ? { engine: null, missing: opened.missing }
    : { engine: opened, missing: null };
}

async function dryRun(run: Run): Promise<Account> {
  const { engine, missing } = await openFor(run);
  const { plan, config } = run;
  // Without a key the estimate is for the engine that the config names.
  const name = config.engine === 'none' || plan.jobs.length === 0 ? null : config.engine;
  const result = name === null ? untouched(plan.jobs) : estimate(run, engine);
  return { plan, missing, engine: name, dryRun: true, result };
}

async function draft(run: Run): Promise<Account> {
  const { engine, missing } = await openFor(run);
  const { plan } = run;
  await keepFound(run);
  const result = engine === null ? untouched(plan.jobs) : await send(run, engine);
  return { plan, missing, engine: engine?.id ?? null, dryRun: false, result };
}

const STOP_CODES: Readonly<Record<Stop['why'], ExitCode>> = {
  quota: 4,
  auth: 3,
  rate: 3,
  network: 3,
  refused: 3,
  interrupted: 3,
};

function exitCodeOf({ stopped, failed, skipped, dryRun }: DraftReport): ExitCode {
  if (stopped !== null) return STOP_CODES[stopped.why];
  if ((skipped.unreadable ?? 0) > 0) return 2;
  return failed.length > 0 && !dryRun ? 3 : 0;
}

/** What ended the run, and how to go on where that helps. */
function stopLines(stopped: Stop, args: readonly string[], { t }: Services): string[] {
  const { why, message } = stopped;
  const command = ['duizhao translate', ...args].join(' ');
  const again = why !== 'auth' && why !== 'refused';
  return [
    t(`translate.stop.${why}`, { message }).trimEnd(),
    ...(again ? [t('translate.goOn', { command })] : []),
  ];
}

function verdict(report: DraftReport, args: readonly string[], services: Services): string[] {
  const { t } = services;
  const { missing, stopped, reused, sent, failed } = report;
  const isIdle = sent + reused.memory + reused.repeated + failed.length === 0;
  return [
    ...(missing === null ? [] : [t('translate.noEngine', { reason: missing })]),
    ...(isIdle && missing === null && stopped === null ? [t('translate.nothing')] : []),
    ...(report.dryRun ? [t('translate.dryRun')] : []),
    ...(stopped === null ? [] : stopLines(stopped, args, services)),
  ];
}

async function translate(
  services: Services,
  flags: Flags,
  args: readonly string[],
): Promise<CommandResult> {
  const run = await prepare(services, args);
  const account = flags.dryRun ? await dryRun(run) : await draft(run);
  assertComplete(account);
  const { pricePerMillion } = run.config;
  const report = makeReport(account, pricePerMillion);
  const lines = [
    ...reportLines(report, pricePerMillion, services.t),
    ...verdict(report, args, services),
  ];
  const output = flags.json ? JSON.stringify(report, null, 2) : lines.join('\n');
  return { output: `${output}\n`, exitCode: exitCodeOf(report) };
}

export const command = defineCommand<Flags, readonly string[]>({
  parameters: (t) => ({
    flags: {
      dryRun: { kind: 'boolean', brief: t('command.translate.dryRun'), default: false },
      json: { kind: 'boolean', brief: t('flag.json'), default: false },
    },
    positional: {
      kind: 'array',
      parameter: {
        brief: t('argument.slugs'),
        placeholder: 'slug',
        parse: (input: string) => input,
      },
    },
  }),
  run: translate,
});
