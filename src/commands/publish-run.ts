/** A run of `publish`: judge, render, put the site in place, record. */
import { localTime } from '../core/money/local-time.ts';
import type { Press } from '../core/press.ts';
import type { CorrectionNote } from '../core/published/event.ts';
import type { SiteFolder, SiteManifest } from '../core/site-folder.ts';
import type { OpenWorkspace, Services } from '../services.ts';
import { commitSite } from './publish-commit.ts';
import { shareOut } from './publish-crew.ts';
import type { DoneArticle, PublishOrder } from './publish-hand.ts';
import {
  judgeCase,
  openCases,
  outgoingOf,
  printsOf,
  withFindings,
  type Case,
  type Judgement,
  type OpenCase,
} from './publish-judge.ts';
import { NOTHING, recallPublish, rememberPublish, type PublishMemory } from './publish-memory.ts';
import { Planner, type Plan } from './publish-plan.ts';
import { UNMADE, type PressResult } from './publish-job.ts';
import { PressRun } from './publish-press.ts';
import type { Occasion } from './publish-record.ts';
import { goesOut, resultOf, type RunResult } from './publish-result.ts';
import type { SiteSetting, SiteWish } from './publish-setting.ts';
import { recallWhole, rememberWhole } from './publish-whole.ts';

export interface RunRequest extends SiteSetting {
  readonly wish: SiteWish;
  /** Absolute. */
  readonly folder: string;
  /** Articles that are asked for, sorted. */
  readonly slugs: readonly string[];
  readonly clean: boolean;
  readonly reason?: string;
  readonly correction: CorrectionNote;
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
  const { reason, correction } = request;
  const { drafts } = request.wish;
  return {
    at,
    day: localTime().day(at),
    by: () => services.user,
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

/** Slugs that may have a page when all has been decided: most will. */
function likelyOf({ site, request }: Run, all: readonly string[]): ReadonlySet<string> {
  const known = site.manifest === 'old' ? {} : (site.manifest?.articles ?? {});
  const there = all.filter((slug) => Object.hasOwn(known, slug));
  return new Set([...request.slugs, ...there]);
}

function openPressRun(
  { services, site, memory, request, open }: Run,
  likely: ReadonlySet<string>,
): PressRun {
  const { folder, options, extras, judging, clean } = request;
  return new PressRun({
    site,
    options,
    extras,
    version: services.version,
    likely,
    open: outgoingOf(judging),
    printsOf: (slugs) => printsOf(slugs, judging),
    memory: memory.folder === folder ? memory : NOTHING,
    recallWhole: async () => (clean ? new Map() : recallWhole(open.workspace, services.version)),
    lenient: isLenient({ open }),
  });
}

/** An empty site would take the place of the one that stands; one with loose ends of its own is ours to mend. */
function isUnfit({ plan }: Decided, { manifest, broken }: PressResult): boolean {
  const isEmpty = plan.withdrawn.length === 0 && Object.keys(manifest.articles).length === 0;
  return isEmpty || broken.has('');
}

/** The lines of what really goes out. */
function linesOf(run: Decided, { broken, faults }: PressResult) {
  const pages = { broken, faults, lenient: isLenient(run) };
  return [...run.plan.lines.values()].filter(({ slug }) => goesOut(slug, pages));
}

async function remember(
  { services, open, memory, judgements }: Decided,
  now: Omit<PublishMemory, 'judgements'>,
): Promise<void> {
  const all = {
    judgements: new Map([...memory.judgements, ...judgements]),
    histories: new Map([...memory.histories, ...now.histories]),
  };
  await rememberPublish(open.workspace, services.version, { ...now, ...all }, memory);
}

/** With what is wrong with an article's record, which no text of it knows. */
function withProblems({ judgements, plan }: Decided): ReadonlyMap<string, Judgement> {
  const all = [...judgements].map(([slug, judgement]): [string, Judgement] => {
    const problems = plan.histories.get(slug)?.problems ?? [];
    return [slug, { ...judgement, findings: [...judgement.findings, ...problems] }];
  });
  return new Map(all);
}

function tell(run: Decided, made: PressResult | null, now: SiteManifest | null): RunResult {
  const { plan, site } = run;
  const { broken, faults, unlisted, missing } = made ?? UNMADE;
  return resultOf({
    judgements: withProblems(run),
    plan,
    before: site.manifest,
    now,
    broken,
    faults,
    unlisted,
    missing,
    left: site.left,
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
  const live = (slug: string) => run.plan.histories.get(slug)?.history.live?.hash ?? null;
  const made = await run.made.finish({ ...run.plan, live });
  if (isUnfit(run, made)) {
    made.staged?.abort();
    await remember(run, run.memory);
    return tell(run, made, null);
  }
  const { services, open, press, request, plan } = run;
  const outcome = { folder: request.folder, lines: linesOf(run, made), histories: plan.histories };
  const now = await commitSite(press, made, outcome);
  await remember(run, { ...made.memory, ...now, folder: request.folder });
  if (made.whole !== null) await rememberWhole(open.workspace, services.version, made.whole);
  return tell(run, made, made.manifest);
}

/** A run while its articles are judged, decided on and rendered: its text is parsed once for all three. */
class Deciding {
  readonly judgements = new Map<string, Judgement>();
  readonly made: PressRun;
  readonly planner: Planner;
  private readonly run: Run;
  private readonly likely: ReadonlySet<string>;
  private readonly occasion: Occasion;

  constructor(run: Run, all: readonly string[]) {
    const { press, request, memory } = run;
    const { judging } = request;
    this.run = run;
    this.occasion = occasionOf(run.services, request);
    this.likely = likelyOf(run, all);
    this.made = openPressRun(run, this.likely);
    const { histories } = memory;
    this.planner = new Planner({ press, judging, occasion: this.occasion, all, histories });
  }

  async all(cases: readonly OpenCase[]): Promise<void> {
    const rest: OpenCase[] = [];
    for (const own of cases) if (!(await this.isKnown(own))) rest.push(own);
    const hands = this.openHands(rest.length);
    try {
      // Read while the others get ready.
      await shareOut(await withFindings(rest, this.run.request.judging), hands, {
        own: (own) => this.own(own),
        take: (slug, done) => this.take(slug, done),
      });
    } finally {
      await hands?.close();
    }
  }

  /** Whether nothing is to be judged and nothing to be rendered. */
  private async isKnown({ slug, known }: OpenCase): Promise<boolean> {
    if (known === null) return false;
    const decision = await this.planner.decide(slug, known);
    const { going } = decision;
    if (going !== null && !this.made.isMade(slug, going)) return false;
    this.judgements.set(slug, known);
    this.planner.take(slug, decision);
    return true;
  }

  private async own(own: Case): Promise<void> {
    const { slug } = own;
    const judgement = await judgeCase(own, this.run.request.judging);
    const decision = await this.planner.decide(slug, judgement);
    this.judgements.set(slug, judgement);
    this.planner.take(slug, decision);
    if (decision.going !== null) await this.made.make(slug, decision.going);
  }

  private take(slug: string, { judgement, decision, made }: DoneArticle): void {
    this.judgements.set(slug, judgement);
    this.planner.take(slug, decision);
    if (made !== null) this.made.take(slug, made);
  }

  private openHands(tasks: number) {
    const { services, request } = this.run;
    const { extras, wish } = request;
    // A browser prints with all the cores that there are.
    if (extras.prints) return null;
    const { by: _, ...occasion } = this.occasion;
    return services.openHands(() => {
      const order: PublishOrder = { wish, occasion, likely: this.likely, place: this.made.place() };
      return { kind: 'publish', order };
    }, tasks);
  }
}

async function decide(run: Run): Promise<Decided> {
  const { open, request, memory } = run;
  const { slugs, judging } = request;
  const deciding = new Deciding(run, await open.workspace.slugs());
  const { made, planner } = deciding;
  try {
    await deciding.all(await openCases(slugs, memory.judgements, judging));
    const judgements = new Map(
      slugs.flatMap((slug) => {
        const judgement = deciding.judgements.get(slug);
        return judgement === undefined ? [] : [[slug, judgement] as const];
      }),
    );
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
