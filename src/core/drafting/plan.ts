/** What a run of `translate` will do with each segment: memory, a repetition, the engine, or nothing. */
import type { Draft, EngineProvenance, Unit } from '../model.ts';
import type { ArticleState } from '../state.ts';
import type { LeftAlone } from './eligible.ts';
import { draftsOf, whyLeftAlone } from './eligible.ts';
import { plainText } from '../tags.ts';
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

/** A sentence to send once, and the other places where it stands. */
export interface Job extends Place {
  readonly copies: readonly Place[];
}

export type SkipReason =
  | LeftAlone
  | 'unreadable' // a file of the article is broken, so a draft could not be kept
  | 'no-engine'
  | 'stopped'; // the run ended before its turn

interface Skip extends Place {
  readonly reason: SkipReason;
}

export interface Plan {
  readonly memory: readonly Found[];
  /** Drafts that the same engine made earlier for the same sentence: never paid twice. */
  readonly repeated: readonly Found[];
  readonly jobs: readonly Job[];
  readonly skipped: readonly Skip[];
  /** Every segment that is to be drafted, whatever becomes of it. */
  readonly eligible: readonly Place[];
}

export interface PlanOptions {
  /** Articles to draft, in order. */
  readonly states: readonly ArticleState[];
  /** All articles of the workspace. */
  readonly all: readonly ArticleState[];
  readonly engine: string;
  /** The approved target of the segment at `index`, made to fit it, or null. */
  readonly recall: (
    state: ArticleState,
    index: number,
  ) => { readonly text: string; readonly from: string } | null;
}

interface Earlier {
  readonly source: string;
  readonly text: string;
  readonly engine: EngineProvenance;
}

function earlierDrafts(all: readonly ArticleState[], engine: string): Map<string, Earlier> {
  const earlier = new Map<string, Earlier>();
  for (const unit of all.flatMap((state) => state.units)) {
    for (const draft of draftsOf(unit)) {
      if (draft.origin !== `engine:${engine}` || draft.engine === undefined) continue;
      const { source, text } = draft;
      earlier.set(sentenceName(unit.segment.lang, source), { source, text, engine: draft.engine });
    }
  }
  return earlier;
}

/** The provenance of a copy: the same machine's work, but not paid again. */
export function copiedProvenance(engine: EngineProvenance): EngineProvenance {
  return { ...engine, billed: 0 };
}

/** Sorts every segment of the chosen articles into memory, repetition, job or skip. */
export function planDrafts(options: PlanOptions): Plan {
  const { engine } = options;
  const memory: Found[] = [];
  const repeated: Found[] = [];
  const skipped: Skip[] = [];
  const eligible: Place[] = [];
  const jobs = new Map<string, Place & { readonly copies: Place[] }>();
  const earlier = earlierDrafts(options.all, engine);

  const assign = (state: ArticleState, place: Place) => {
    const { text: source, lang } = place.unit.segment;
    const hit = options.recall(state, place.unit.index);
    if (hit !== null) {
      memory.push({ place, draft: { origin: 'memory', source, ...hit } });
      return;
    }
    const name = sentenceName(lang, source);
    const before = earlier.get(name);
    if (before !== undefined) {
      const text = transferTags(before.source, before.text, source);
      const provenance = copiedProvenance(before.engine);
      repeated.push({
        place,
        draft: { origin: `engine:${engine}`, source, text, engine: provenance },
      });
      return;
    }
    const job = jobs.get(name);
    if (job === undefined) jobs.set(name, { ...place, copies: [] });
    else job.copies.push(place);
  };

  for (const state of options.states) {
    for (const unit of state.units) {
      const place = { slug: state.article.slug, unit };
      const reason = whyLeftAlone(unit) ?? (state.unreadable.length > 0 ? 'unreadable' : null);
      if (reason === null || reason === 'unreadable') eligible.push(place);
      if (reason === null) assign(state, place);
      else skipped.push({ ...place, reason });
    }
  }
  return { memory, repeated, jobs: [...jobs.values()], skipped, eligible };
}

/** What an engine charges for: code points of the source without its markup. */
export function billableCharacters(jobs: readonly Job[]): number {
  return jobs.reduce((sum, job) => sum + [...plainText(job.unit.segment.text)].length, 0);
}
