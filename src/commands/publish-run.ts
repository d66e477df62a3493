/** A run of `publish`: judge, render, put the site in place, record. */
import { localTime } from '../core/money/local-time.ts';
import type { Press } from '../core/press.ts';
import type { CorrectionNote } from '../core/published/event.ts';
import type { SiteFolder, SiteManifest } from '../core/site-folder.ts';
import type { EditionOptions } from '../editions/edition.ts';
import type { OpenWorkspace, Services } from '../services.ts';
import type { SiteExtras } from './publish-also.ts';
import { openJudge, openOutgoing, type Judgement, type JudgeSetting } from './publish-judge.ts';
import { NOTHING, recallPublish, rememberPublish, type PublishMemory } from './publish-memory.ts';
import { Planner, type Plan } from './publish-plan.ts';
import type { PressResult } from './publish-job.ts';
import { PressRun } from './publish-press.ts';
import type { KnownHistories, Occasion } from './publish-record.ts';
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
}

/** What has been decided, and what has been rendered of it so far. */
interface Decided extends Run {
  readonly judgements: ReadonlyMap<string, Judgement>;
  readonly plan: Plan;
  readonly made: PressRun;
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
function isIdle({ plan, site }: Decided): boolean {
  const fates = [...plan.fates.values()];
  if (site.manifest === 'old' && fates.includes('refused')) return true;
  return plan.going.size === 0 && !fates.includes('withdrawn');
}

function openPressRun(
  { services, site, memory, request, open }: Run,
  all: readonly string[],
): PressRun {
  const { folder, options, extras, judging, slugs } = request;
  const known = site.manifest === 'old' ? null : site.manifest;
  const there = all.filter((slug) => Object.hasOwn(known?.articles ?? {}, slug));
  return new PressRun({
    site,
    options,
    extras,
    version: services.version,
    likely: new Set([...slugs, ...there]),
    open: async (slug) => (await openOutgoing(slug, judging)).state,
    memory: memory.folder === folder ? memory : NOTHING,
    lenient: isLenient({ open }),
  });
}

/** An empty site would take the place of the one that stands; one with loose ends of its own is ours to mend. */
function isUnfit({ plan }: Decided, { manifest, broken }: PressResult): boolean {
  const isEmpty = plan.withdrawn.length === 0 && Object.keys(manifest.articles).length === 0;
  return isEmpty || broken.has('');
}

/** The lines of what really goes out. */
function linesOf(run: Decided, { broken }: PressResult) {
  const goes = (slug: string): boolean => isLenient(run) || !broken.has(slug);
  return [...run.plan.lines.values()].filter(({ slug }) => goes(slug));
}

/** The records' marks after the lines were written. */
function marked(histories: KnownHistories, marks: ReadonlyMap<string, string>): KnownHistories {
  const known = [...histories].flatMap(([slug, { mark, history }]) => {
    const now = marks.get(slug) ?? mark;
    return now === null ? [] : [[slug, { mark: now, history }] as const];
  });
  return new Map(known);
}

/** Intent, site, record: whatever instant a crash picks, the next run finishes it or nothing happened. */
async function commit(
  run: Decided,
  made: PressResult,
): Promise<Pick<PublishMemory, 'stamps' | 'histories'>> {
  const { press, request, plan } = run;
  const { staged, manifest, memory } = made;
  const lines = linesOf(run, made);
  if (staged === null) {
    const histories = marked(plan.histories, press.append(lines));
    return { stamps: memory.stamps, histories };
  }
  try {
    if (lines.length > 0) {
      await press.intend({ folder: request.folder, site: staged.hashOf(manifest), lines });
    }
    const stamps = await staged.commit(manifest);
    const histories = marked(plan.histories, press.append(lines));
    if (lines.length > 0) press.settle();
    return { stamps, histories };
  } catch (error) {
    staged.abort();
    throw error;
  }
}

async function remember(
  { services, open, memory, judgements }: Decided,
  now: Omit<PublishMemory, 'judgements'>,
): Promise<void> {
  const all = {
    judgements: new Map([...memory.judgements, ...judgements]),
    histories: new Map([...memory.histories, ...now.histories]),
  };
  await rememberPublish(open.workspace, services.version, { ...now, ...all });
}

function tell(run: Decided, made: PressResult | null, now: SiteManifest | null): RunResult {
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

async function finish(run: Decided): Promise<RunResult> {
  if (isIdle(run)) {
    run.made.abort();
    await remember(run, run.memory);
    return tell(run, null, null);
  }
  const made = await run.made.finish(run.plan);
  if (isUnfit(run, made)) {
    made.staged?.abort();
    await remember(run, run.memory);
    return tell(run, made, null);
  }
  const now = await commit(run, made);
  await remember(run, { ...made.memory, ...now, folder: run.request.folder });
  return tell(run, made, made.manifest);
}

/** Judges, decides and renders, an article after the other: its text is parsed once. */
async function decide(run: Run): Promise<Decided> {
  const { services, open, press, request, memory } = run;
  const { slugs, judging } = request;
  const all = await open.workspace.slugs();
  const judge = await openJudge(slugs, memory.judgements, judging);
  const occasion = occasionOf(services, request);
  const planner = new Planner({ press, judging, occasion, all, histories: memory.histories });
  const judgements = new Map<string, Judgement>();
  const made = openPressRun(run, all);
  try {
    for (const slug of slugs) {
      const judgement = await judge(slug);
      judgements.set(slug, judgement);
      const { going } = await planner.decide(slug, judgement);
      if (going !== null) await made.add(slug, going);
    }
    return { ...run, judgements, made, plan: planner.finish() };
  } catch (error) {
    made.abort();
    throw error;
  }
}

/** Publishes. Nobody else may publish in the workspace meanwhile (`Press.claim`). */
export async function runPublish(
  services: Services,
  open: OpenWorkspace,
  press: Press,
  request: RunRequest,
): Promise<RunResult> {
  const { folder, clean } = request;
  const memory = clean ? NOTHING : await recallPublish(open.workspace, services.version);
  const site = press.openSite(folder);
  return finish(await decide({ services, open, press, request, site, memory }));
}
