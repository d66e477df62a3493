/** What became of the articles and files of a run of `publish`. */
import type { SiteManifest } from '../core/site-folder.ts';
import type { Judgement } from './publish-judge.ts';
import type { BrokenLink } from './publish-links.ts';
import type { Fate, Plan } from './publish-plan.ts';

export interface RunResult {
  readonly published: readonly string[];
  readonly judgements: ReadonlyMap<string, Judgement>;
  /** By segments or errors; in the order of the slugs. */
  readonly refused: readonly string[];
  /** By slug; '' stands for the site's own pages. */
  readonly broken: ReadonlyMap<string, readonly BrokenLink[]>;
  /** Why articles could not be rendered, by slug. */
  readonly faults: ReadonlyMap<string, string>;
  readonly held: readonly string[];
  readonly withdrawn: readonly string[];
  /** Pages of articles that there are no more. */
  readonly removed: readonly string[];
  /** Articles that did not go out and whose pages stay as they were. */
  readonly kept: readonly string[];
  /** Of these, those that no list shows: another version wrote what this one cannot read. */
  readonly unlisted: readonly string[];
  /** Articles that stayed as they were, and that no file of all articles holds any more. */
  readonly missing: readonly string[];
  /** What runs have left beside the site, and what cannot be taken away. */
  readonly left: readonly string[];
  /** How many articles have a new line in their record. */
  readonly recorded: number;
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  /** The site is as this run wants it; false: the old one stands as it was. */
  readonly done: boolean;
}

export interface RunOutcome {
  readonly judgements: ReadonlyMap<string, Judgement>;
  readonly plan: Plan;
  readonly before: SiteManifest | 'old' | null;
  /** null: the old site stands as it was. */
  readonly now: SiteManifest | null;
  readonly broken: RunResult['broken'];
  readonly faults: RunResult['faults'];
  readonly unlisted: readonly string[];
  readonly missing: readonly string[];
  readonly left: readonly string[];
  /** Whether an article with such links went out nevertheless. */
  readonly lenient: boolean;
  readonly recorded: number;
}

function filesOf(
  before: SiteManifest | null,
  manifest: SiteManifest | null,
): Pick<RunResult, 'written' | 'unchanged'> {
  const now = manifest?.files ?? {};
  const paths = Object.keys(now).sort();
  const isSame = (path: string): boolean => before?.files[path] === now[path];
  return {
    written: paths.filter((path) => !isSame(path)),
    unchanged: paths.filter(isSame),
  };
}

/** Articles that had pages, by what became of these. */
function oldPages(
  { plan, now }: RunOutcome,
  before: SiteManifest | null,
  published: readonly string[],
): Pick<RunResult, 'kept' | 'removed'> {
  const there = Object.keys(before?.articles ?? {}).sort();
  const stays = (slug: string): boolean => now === null || Object.hasOwn(now.articles, slug);
  const out = new Set(published);
  return {
    kept: there.filter((slug) => stays(slug) && !out.has(slug)),
    removed: there.filter((slug) => !stays(slug) && !plan.fates.has(slug)),
  };
}

/** Whether an article that was going really goes: its pages could be made, and their links lead somewhere. */
export function goesOut(
  slug: string,
  { broken, faults, lenient }: Pick<RunOutcome, 'broken' | 'faults' | 'lenient'>,
): boolean {
  return !faults.has(slug) && (lenient || !broken.has(slug));
}

/** Puts the result of a run together. */
export function resultOf(outcome: RunOutcome): RunResult {
  const { judgements, plan, now, broken, faults, recorded } = outcome;
  const before = outcome.before === 'old' ? null : outcome.before;
  const of = (fate: Fate): string[] =>
    [...plan.fates].flatMap(([slug, own]) => (own === fate ? [slug] : []));
  const done = now !== null;
  // What was never out has no notice.
  const noticed = new Set(plan.withdrawn.map(({ slug }) => slug));
  const published = of('going').filter((slug) => done && goesOut(slug, outcome));
  return {
    published,
    judgements,
    refused: of('refused'),
    broken,
    faults,
    held: of('held'),
    withdrawn: done ? of('withdrawn').filter((slug) => noticed.has(slug)) : [],
    ...oldPages(outcome, before, published),
    unlisted: done ? outcome.unlisted : [],
    missing: done ? outcome.missing : [],
    left: outcome.left,
    recorded,
    ...filesOf(before, now),
    done,
  };
}
