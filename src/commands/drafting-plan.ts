/** What `translate` has to know before anything is sent: articles, terms, engine, plan, kept answers. */
import type { Config } from '../config.ts';
import { articleDay } from '../core/article-day.ts';
import { makeBatches, USUAL_SHAPE, type Batch, type Batches } from '../core/drafting/batches.ts';
import { doubtsOf } from '../core/drafting/doubts.ts';
import { reuseKept, type Reused } from '../core/drafting/kept.ts';
import { normaliseTarget } from '../core/drafting/normalise.ts';
import { planDrafts, type Job, type Plan, type Wording } from '../core/drafting/plan.ts';
import { findShields, joinShields, protect } from '../core/drafting/protect.ts';
import type { Finish } from '../core/drafting/settle.ts';
import { settingsName } from '../core/drafting/answer-name.ts';
import { UserError } from '../core/errors.ts';
import type { Unit } from '../core/model.ts';
import type { AnswerStore, Engine, Workspace } from '../core/ports.ts';
import type { ArticleState } from '../core/state.ts';
import { plainText } from '../core/tags.ts';
import { buildExactMemory, recallExact } from '../memory/exact.ts';
import type { Services } from '../services.ts';
import { hintsFor, keepSpans, missingTerms } from '../terms/hints.ts';
import { leftBehind, openTerms, type Terms } from './drafting-terms.ts';

/** Everything a run works on. */
export interface Draftable {
  readonly config: Config;
  readonly workspace: Workspace;
  readonly states: readonly ArticleState[];
  readonly all: readonly ArticleState[];
  readonly terms: Terms;
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

export async function openDraftable(
  services: Services,
  { config, workspace }: { readonly config: Config; readonly workspace: Workspace },
  chosen: readonly string[],
): Promise<Draftable> {
  const all = await openAll(services, workspace, chosen);
  const states = all.filter((state) => chosen.includes(state.article.slug));
  return { config, workspace, states, all, terms: await openTerms(services, workspace) };
}

/** What an engine is told of a segment. */
export function wordingOf(
  { matcher }: Terms,
  engine: Engine | null,
): (state: ArticleState, unit: Unit) => Wording {
  const takesTerms = engine !== null && engine.takesTerms !== 'never';
  return (state, { segment }) => {
    const date = articleDay(state);
    const { lang, text } = segment;
    const form = protect(text, (plain) =>
      joinShields(findShields(plain), keepSpans(matcher, plain, lang, date)),
    );
    return { form, terms: takesTerms ? hintsFor(matcher, form.plain, lang, date) : [] };
  };
}

export function planFor(
  draftable: Draftable,
  name: string,
  { engine, redo }: { readonly engine: Engine | null; readonly redo: boolean },
): Plan {
  const { states, all, terms } = draftable;
  const wording = wordingOf(terms, engine);
  const hints = (state: ArticleState, unit: Unit) => wording(state, unit).terms;
  const memory = buildExactMemory(all);
  return planDrafts({
    states,
    all,
    engine: name,
    settings: engine === null ? null : (from) => engine.settings(from),
    recall: (state, index) => recallExact(memory, state, index),
    wording,
    leftBehind: leftBehind(terms.matcher, { engine, terms: hints }),
    redo,
  });
}

/** What is done to an engine's answers. */
export function finishFor(draftable: Draftable, engine: Engine, isSecond: boolean): Finish {
  const { config, terms, all } = draftable;
  const states = new Map(all.map((state) => [state.article.slug, state]));
  const script = config.deepl.chinese;
  const usesTerms = engine.takesTerms !== 'never' && terms.glossary.hash !== '';
  return {
    normalise: (text, lang) => normaliseTarget(text, lang, script),
    doubts: ({ slug, unit }, target) => {
      const { text, lang } = unit.segment;
      const state = states.get(slug);
      const date = state === undefined ? undefined : articleDay(state);
      const facts = { from: lang, ...(date === undefined ? {} : { date }) };
      const missed = missingTerms(terms.matcher, plainText(text), plainText(target), facts);
      return [...doubtsOf(text, target, lang), ...(missed.length > 0 ? (['terms'] as const) : [])];
    },
    provenance: ({ unit, terms: hints }) => ({
      ...(usesTerms ? { glossary: terms.glossary.hash } : {}),
      settings: settingsName({ settings: engine.settings(unit.segment.lang), terms: hints }),
      ...(isSecond ? { second: true as const } : {}),
    }),
  };
}

/** Requests to make, and what needs none. */
export interface Outlook {
  readonly reused: Reused;
  readonly tooLong: readonly Job[];
}

function batchesFor(draftable: Draftable, jobs: readonly Job[], engine: Engine | null): Batches {
  const articles = new Map(draftable.all.map(({ article }) => [article.slug, article]));
  return makeBatches(jobs, articles, engine ?? USUAL_SHAPE);
}

const NOTHING_KEPT = (batches: readonly Batch[]): Reused => ({ drafted: [], failed: [], batches });

/** Cuts jobs into requests and takes what was answered before. Without an engine nothing is reused. */
export async function lookAhead(
  draftable: Draftable,
  jobs: readonly Job[],
  opened: {
    readonly engine: Engine | null;
    readonly answers: AnswerStore;
    readonly second: boolean;
  },
): Promise<Outlook> {
  const { engine, answers, second } = opened;
  const { batches, tooLong } = batchesFor(draftable, jobs, engine);
  if (engine === null || engine.free) return { reused: NOTHING_KEPT(batches), tooLong };
  const finish = finishFor(draftable, engine, second);
  const reused = await reuseKept(batches, {
    engine,
    finish,
    find: (names) => answers.find(names),
  });
  return { reused, tooLong };
}
