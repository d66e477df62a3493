/** What a run of `translate` will do with each segment: memory, a repetition, the engine, or nothing. */
import type { Draft, EngineProvenance, Unit } from '../model.ts';
import type { TermHint } from '../ports.ts';
import type { ArticleState } from '../state.ts';
import { settingsName } from './answer-name.ts';
import type { LeftAlone } from './eligible.ts';
import { draftsOf, whyLeftAlone } from './eligible.ts';
import type { Form } from './protect.ts';
import { billable } from './protect.ts';
import { isShort } from './short.ts';
import { sentenceName, transferTags } from './transfer-tags.ts';

/** A segment of an article. */
export interface Place {
  readonly slug: string;
  readonly unit: Unit;
}

/** A target found without asking the engine. */
export interface Found {
  readonly place: Place;
  readonly draft: Omit<Draft, 'at' | 'by'>;
}

/** What an engine is to be told of a segment. */
export interface Wording {
  readonly form: Form;
  readonly terms: readonly TermHint[];
}

/** A sentence to send once, and the other places where it stands. */
export interface Job extends Place, Wording {
  readonly copies: readonly Place[];
}

export type SkipReason =
  | LeftAlone
  | 'unreadable' // a file of the article is broken, so a draft could not be kept
  | 'no-engine'
  | 'budget' // it would cost more than a cap leaves
  | 'stopped'; // the run ended before its turn

interface Skip extends Place {
  readonly reason: SkipReason;
}

export interface Plan {
  /** From approved pairs with the same neighbours, and with others. */
  readonly memory: { readonly inContext: readonly Found[]; readonly exact: readonly Found[] };
  /** Drafts that the same engine made earlier for the same sentence: never paid twice. */
  readonly earlier: readonly Found[];
  readonly jobs: readonly Job[];
  readonly skipped: readonly Skip[];
  /** How many are left alone though their machine's draft lacks a term the engine could be told today. */
  readonly leftBehind: number;
  /** Every segment that is to be drafted, whatever becomes of it. */
  readonly eligible: readonly Place[];
}

/** An approved target, made to fit the segment. */
interface Recall {
  readonly text: string;
  readonly from: string;
  readonly inContext: boolean;
}

export interface PlanOptions {
  /** Articles to draft, in order. */
  readonly states: readonly ArticleState[];
  /** All articles of the workspace. */
  readonly all: readonly ArticleState[];
  readonly engine: string;
  /** `Engine.settings`; null when no engine can be asked for them. */
  readonly settings: ((from: Unit['segment']['lang']) => string) | null;
  /** The approved target of the segment at `index`, made to fit it, or null. */
  readonly recall: (state: ArticleState, index: number) => Recall | null;
  readonly wording: (state: ArticleState, unit: Unit) => Wording;
  /** Whether a segment's draft is a machine's that the term base has left behind. */
  readonly leftBehind: (state: ArticleState, unit: Unit) => boolean;
  /** Whether those are drafted anew. */
  readonly redo: boolean;
}

interface Earlier {
  readonly source: string;
  readonly text: string;
  readonly engine: EngineProvenance;
}

/** Where a sentence may be sent once for all its places: a short text only within its article. */
function jobName({ slug, unit }: Place): string {
  const { text, lang } = unit.segment;
  return `${isShort(text, lang) ? slug : ''} ${sentenceName(lang, text)}`;
}

function earlierDrafts(all: readonly ArticleState[], engine: string): Map<string, Earlier> {
  const earlier = new Map<string, Earlier>();
  const units = all.flatMap((state) =>
    state.units.map((unit) => ({ slug: state.article.slug, unit })),
  );
  for (const { slug, unit } of units) {
    for (const { origin, source, text, engine: made } of draftsOf(unit)) {
      if (origin !== `engine:${engine}` || made?.settings === undefined) continue;
      const place = { slug, unit: { ...unit, segment: { ...unit.segment, text: source } } };
      earlier.set(`${made.settings} ${jobName(place)}`, { source, text, engine: made });
    }
  }
  return earlier;
}

/** The provenance of a copy: the same machine's work, but not paid again. */
export function copiedProvenance(engine: EngineProvenance): EngineProvenance {
  return { ...engine, billed: 0 };
}

/** Sorts the segments one by one. */
class Planner {
  readonly inContext: Found[] = [];
  readonly exact: Found[] = [];
  readonly again: Found[] = [];
  readonly jobs = new Map<string, Place & Wording & { readonly copies: Place[] }>();
  private readonly options: PlanOptions;
  private readonly earlier: ReadonlyMap<string, Earlier>;

  constructor(options: PlanOptions) {
    this.options = options;
    this.earlier =
      options.settings === null ? new Map() : earlierDrafts(options.all, options.engine);
  }

  assign(state: ArticleState, place: Place): void {
    const { text: source } = place.unit.segment;
    const hit = this.options.recall(state, place.unit.index);
    if (hit === null) {
      this.ask(place, this.options.wording(state, place.unit));
      return;
    }
    const { inContext, text, from } = hit;
    const found = { place, draft: { origin: 'memory' as const, source, text, from } };
    (inContext ? this.inContext : this.exact).push(found);
  }

  private ask(place: Place, wording: Wording): void {
    const name = jobName(place);
    const before = this.before(name, place, wording);
    const job = this.jobs.get(name);
    if (before !== null) this.again.push(before);
    else if (job === undefined) this.jobs.set(name, { ...place, ...wording, copies: [] });
    else job.copies.push(place);
  }

  private before(name: string, place: Place, { terms }: Wording): Found | null {
    const { settings, engine } = this.options;
    const { text: source, lang } = place.unit.segment;
    if (settings === null) return null;
    const shape = settingsName({ settings: settings(lang), terms });
    const earlier = this.earlier.get(`${shape} ${name}`);
    if (earlier === undefined) return null;
    const text = transferTags(earlier.source, earlier.text, source);
    const provenance = copiedProvenance(earlier.engine);
    return { place, draft: { origin: `engine:${engine}`, source, text, engine: provenance } };
  }
}

/** Segments whose draft is a machine's that the term base has left behind. */
function unitsBehind(state: ArticleState, { leftBehind }: PlanOptions): readonly Unit[] {
  return state.units.filter((unit) => whyLeftAlone(unit) === 'drafted' && leftBehind(state, unit));
}

/** Why a segment is not drafted, or null when it is to be; a draft that is to be redone is none. */
function whySkipped(
  state: ArticleState,
  unit: Unit,
  isRedone: boolean,
): LeftAlone | 'unreadable' | null {
  const reason = whyLeftAlone(unit);
  if (reason !== null && !(reason === 'drafted' && isRedone)) return reason;
  return state.unreadable.length > 0 ? 'unreadable' : null;
}

/** Sorts every segment of the chosen articles into memory, repetition, job or skip. */
export function planDrafts(options: PlanOptions): Plan {
  const planner = new Planner(options);
  const skipped: Skip[] = [];
  const eligible: Place[] = [];
  const behind = new Set(options.states.flatMap((state) => unitsBehind(state, options)));
  for (const state of options.states) {
    for (const unit of state.units) {
      const place = { slug: state.article.slug, unit };
      const reason = whySkipped(state, unit, options.redo && behind.has(unit));
      if (reason === null || reason === 'unreadable') eligible.push(place);
      if (reason === null) planner.assign(state, place);
      else skipped.push({ ...place, reason });
    }
  }
  const { inContext, exact, again, jobs } = planner;
  return {
    memory: { inContext, exact },
    earlier: again,
    jobs: [...jobs.values()],
    skipped,
    leftBehind: options.redo ? 0 : behind.size,
    eligible,
  };
}

/** What an engine charges for: code points of the source without its markup. */
export function billableCharacters(jobs: readonly Pick<Job, 'form'>[]): number {
  return jobs.reduce((sum, { form }) => sum + billable(form), 0);
}
