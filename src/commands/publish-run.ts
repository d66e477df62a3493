/** A run of `publish`: judge, render, put the site in place, record. */
import { localTime } from '../core/money/local-time.ts';
import type { Press } from '../core/press.ts';
import type { CorrectionNote } from '../core/published/event.ts';
import type { SiteFolder, SiteManifest, Stamps } from '../core/site-folder.ts';
import type { EditionOptions } from '../editions/edition.ts';
import type { OpenWorkspace, Services } from '../services.ts';
import type { SiteExtras } from './publish-also.ts';
import { judgeArticles, openOutgoing, type Judgement, type JudgeSetting } from './publish-judge.ts';
import { NOTHING, recallPublish, rememberPublish, type PublishMemory } from './publish-memory.ts';
import { planArticles, type Plan } from './publish-plan.ts';
import type { PressResult } from './publish-job.ts';
import { runPress } from './publish-press.ts';
import type { Occasion } from './publish-record.ts';
import { resultOf, type RunResult } from './publish-result.ts';

export interface RunRequest {
  /** Absolute. */
  readonly folder: string;
  /** Articles that are asked for, sorted. */
  readonly slugs: readonly string[];
  readonly drafts: boolean;
  readonly clean: boolean;
  readonly reason?: string;
  readonly correction: CorrectionNote;
  readonly options: EditionOptions;
  readonly extras: SiteExtras;
  readonly judging: JudgeSetting;
}

/** What a run works with. */
interface Run {
  readonly services: Services;
  readonly open: OpenWorkspace;
  readonly press: Press;
  readonly request: RunRequest;
  readonly site: SiteFolder;
  readonly memory: PublishMemory;
  readonly judgements: ReadonlyMap<string, Judgement>;
  readonly plan: Plan;
}

function occasionOf(services: Services, request: RunRequest): Occasion {
  const at = services.clock().toISOString();
  const { reason, drafts, correction } = request;
  // git is asked for the name: once.
  let by: string | null = null;
  return {
    at,
    day: localTime().day(at),
    by: () => (by ??= services.user),
    drafts,
    correction,
    ...(reason === undefined ? {} : { reason }),
  };
}

function isLenient({ open }: Pick<Run, 'open'>): boolean {
  return open.config.publish.links === 'warn';
}

/** Nothing wants to change, or nothing can be told of what stands and some of it would have to stay. */
function isIdle({ plan, site }: Run): boolean {
  const fates = [...plan.fates.values()];
  if (site.manifest === 'old' && fates.includes('refused')) return true;
  return plan.going.size === 0 && !fates.includes('withdrawn');
}

function render({ services, site, plan, memory, request, open }: Run): Promise<PressResult> {
  const { folder, options, extras, judging } = request;
  return runPress({
    site,
    options,
    extras,
    version: services.version,
    going: plan.going,
    kept: plan.kept,
    withdrawn: plan.withdrawn,
    open: async (slug) => (await openOutgoing(slug, judging)).state,
    memory: memory.folder === folder ? memory : NOTHING,
    lenient: isLenient({ open }),
  });
}

/** An empty site would take the place of the one that stands; one with loose ends of its own is ours to mend. */
function isUnfit({ plan }: Run, { manifest, broken }: PressResult): boolean {
  const isEmpty = plan.withdrawn.length === 0 && Object.keys(manifest.articles).length === 0;
  return isEmpty || broken.has('');
}

/** The lines of what really goes out. */
function linesOf(run: Run, { broken }: PressResult) {
  const goes = (slug: string): boolean => isLenient(run) || !broken.has(slug);
  return [...run.plan.lines.values()].filter(({ slug }) => goes(slug));
}

/** Intent, site, record: whatever instant a crash picks, the next run finishes it or nothing happened. */
async function commit(run: Run, made: PressResult): Promise<Stamps> {
  const { press, request } = run;
  const { staged, manifest, memory } = made;
  const lines = linesOf(run, made);
  if (staged === null) {
    press.append(lines);
    return memory.stamps;
  }
  try {
    if (lines.length > 0) {
      await press.intend({ folder: request.folder, site: staged.hashOf(manifest), lines });
    }
    const stamps = await staged.commit(manifest);
    press.append(lines);
    return stamps;
  } catch (error) {
    staged.abort();
    throw error;
  }
}

async function remember(
  { services, open, memory, judgements }: Run,
  now: Omit<PublishMemory, 'judgements'>,
): Promise<void> {
  const all = new Map([...memory.judgements, ...judgements]);
  await rememberPublish(open.workspace, services.version, { ...now, judgements: all });
}

function tell(run: Run, made: PressResult | null, now: SiteManifest | null): RunResult {
  const { judgements, plan, site } = run;
  return resultOf({
    judgements,
    plan,
    before: site.manifest,
    now,
    broken: made?.broken ?? new Map(),
    lenient: isLenient(run),
    recorded: made === null || now === null ? 0 : linesOf(run, made).length,
  });
}

async function finish(run: Run): Promise<RunResult> {
  if (isIdle(run)) {
    await remember(run, run.memory);
    return tell(run, null, null);
  }
  const made = await render(run);
  if (isUnfit(run, made)) {
    made.staged?.abort();
    await remember(run, run.memory);
    return tell(run, made, null);
  }
  const stamps = await commit(run, made);
  await remember(run, { ...made.memory, folder: run.request.folder, stamps });
  return tell(run, made, made.manifest);
}

/** Publishes. Nobody else may publish in the workspace meanwhile (`Press.claim`). */
export async function runPublish(
  services: Services,
  open: OpenWorkspace,
  press: Press,
  request: RunRequest,
): Promise<RunResult> {
  const { folder, slugs, clean, judging } = request;
  const { workspace } = open;
  const memory = clean ? NOTHING : await recallPublish(workspace, services.version);
  const site = press.openSite(folder);
  const judgements = await judgeArticles(slugs, memory.judgements, judging);
  const plan = await planArticles(judgements, {
    press,
    judging,
    occasion: occasionOf(services, request),
    all: await workspace.slugs(),
  });
  return finish({ services, open, press, request, site, memory, judgements, plan });
}
