/** A review without a terminal: real machine, real program, articles kept in memory. */
import { applyOperations, refusedCorrection } from '../../src/core/apply.ts';
import { sayCorrectionProblem } from '../../src/core/correction.ts';
import { buildState } from '../../src/core/load.ts';
import type { Operation } from '../../src/core/operations.ts';
import type { ArticleState } from '../../src/core/state.ts';
import type { Lang } from '../../src/core/model.ts';
import { createTranslate } from '../../src/interface.ts';
import type { Effect } from '../../src/review/effect.ts';
import type { Event, Size } from '../../src/review/event.ts';
import { CHECKS } from '../../src/checks/index.ts';
import { type CheckSetting, DEFAULT_SETTING } from '../../src/checks/setting.ts';
import {
  countFindings,
  type FindingCounts,
  findingsOfUnit,
  findingsOfWhole,
} from '../../src/review/findings.ts';
import { overviewOf } from '../../src/review/overview.ts';
import { LookUps } from '../../src/review/look-ups.ts';
import { type Program, type Send, startProgram } from '../../src/review/program.ts';
import { screenOf, type Screen } from '../../src/review/screen/screen.ts';
import { begin, type Recovery, update } from '../../src/review/update.ts';

export const RIVER = `---
title: 河水一夜上涨两米
---

The river rose **two metres** overnight. Nobody slept.

The mayor [spoke](https://example.org/speech) at dawn.

2024

渡口的灯还亮着。
`;

/** An article nobody has worked on, or with operations already done. */
export function article(
  slug: string,
  text: string,
  operations: readonly Operation[] = [],
  signOffs = 1,
): ArticleState {
  const state = buildState({ slug, article: text, zh: null, en: null, review: null }, { signOffs });
  return operations.length === 0 ? state : applyOperations(state, operations, signOffs);
}

/** The desk's checks of pairs: new ones do not change what its screens show. */
const OWN_CHECKS: ReadonlySet<string> = new Set(['tags', 'url']);
const OTHER_CHECKS: ReadonlySet<string> = new Set(
  CHECKS.filter(({ id, scope }) => scope === 'pair' && !OWN_CHECKS.has(id)).map(({ id }) => id),
);

const DESK_SETTING: CheckSetting = {
  ...DEFAULT_SETTING,
  levelOf: (id, target) => (OTHER_CHECKS.has(id) ? 'off' : DEFAULT_SETTING.levelOf(id, target)),
};

/** What the checks find in an article, counted. */
export function allCounts(state: ArticleState): FindingCounts {
  const ofUnits = state.units.flatMap((unit) => findingsOfUnit(state, unit, DESK_SETTING));
  return countFindings([...ofUnits, ...findingsOfWhole(state, DESK_SETTING)]);
}

export interface Desk {
  readonly program: Program;
  /** What was committed, in order. */
  readonly commits: readonly Operation[];
  /** What was journalled while typing. */
  readonly jots: readonly Operation[];
  readonly quits: () => number;
  /** What was asked of jobs, in order. */
  readonly jobs: readonly Effect[];
  /** A job, or anything else of the world, tells something. */
  readonly tell: (...events: readonly Event[]) => Promise<void>;
  /** From now on commits fail with this reason; null: they work again. */
  readonly fail: (reason: string | null, journal?: 'takes it') => void;
  /** From now on commits wait for `release`. */
  readonly hold: () => void;
  readonly release: () => Promise<void>;
  /** From now on segments are checked only when `check` says how many. */
  readonly holdChecks: () => void;
  readonly check: (count?: number) => Promise<void>;
  /** From now on reading an article again waits for `releaseReading`. */
  readonly holdReading: () => void;
  readonly releaseReading: () => Promise<void>;
  /** How often a retry was asked for; `retry` is the time for one. */
  readonly waits: () => number;
  readonly retry: () => Promise<void>;
  /** Articles read for the list, in order. */
  readonly reads: readonly string[];
  /** An article's file is another one now, or (null) gone; the review is told. */
  readonly onDisk: (slug: string, state: ArticleState | null) => Promise<void>;
  /** Presses keys by name, and waits until nothing is under way. */
  readonly press: (...names: readonly string[]) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  readonly paste: (text: string) => Promise<void>;
  readonly article: (slug: string) => ArticleState;
  /** Somebody else changes an article. */
  readonly meanwhile: (slug: string, operations: readonly Operation[]) => void;
  readonly screen: (lang?: Lang, ascii?: boolean) => Promise<Screen>;
  /** The screen's rows as text, without spaces at their ends. */
  readonly rows: (lang?: Lang, ascii?: boolean) => Promise<readonly string[]>;
}

export interface DeskParts {
  readonly articles: readonly ArticleState[];
  readonly slug?: string | null;
  readonly size?: Size;
  readonly signOffs?: number;
  readonly user?: string;
  readonly recovery?: Recovery;
  /** Text of the term base, and of the dictionary. */
  readonly terms?: string;
  readonly dictionary?: string;
}

/** Sits down at a review and waits until it is open. */
export async function sitDown(parts: DeskParts): Promise<Desk> {
  const { size = { columns: 80, rows: 24 }, signOffs = 1, user = 'mei', recovery } = parts;
  const states = new Map(parts.articles.map((state) => [state.article.slug, state]));
  const commits: Operation[] = [];
  const jots: Operation[] = [];
  const told: Effect[] = [];
  let quits = 0;
  let reason: string | null = null;
  let journalled = false;
  let gate: PromiseWithResolvers<void> | null = null;
  let reading: PromiseWithResolvers<void> | null = null;
  let waits = 0;
  const reads: string[] = [];
  let seconds = 0;
  const tick = () => new Date(Date.UTC(2024, 4, 1, 9, 0, (seconds += 1))).toISOString();

  function stateOf(slug: string): ArticleState {
    const state = states.get(slug);
    if (state === undefined) throw new Error(`no article ${slug}`);
    return state;
  }

  async function commit(effect: Effect & { type: 'commit' }, send: Send): Promise<void> {
    const { slug, operations } = effect;
    await gate?.promise;
    if (reason !== null)
      return send({ type: 'save-failed', slug, reason, journalled, refused: false });
    const refused = refusedCorrection(stateOf(slug), operations, signOffs);
    if (refused !== null) {
      const why = sayCorrectionProblem(slug, refused.problem);
      return send({ type: 'save-failed', slug, reason: why, journalled: false, refused: true });
    }
    const next = applyOperations(stateOf(slug), operations, signOffs);
    states.set(slug, next);
    commits.push(...operations);
    return send({ type: 'saved', slug, article: next });
  }

  function read(
    slug: string,
    send: Send,
    names: readonly ['opened' | 'reloaded', 'open-failed' | 'reload-failed'],
  ): void {
    const [done, failed] = names;
    const found = states.get(slug);
    if (found === undefined) send({ type: failed, slug, reason: 'It is not there.' });
    else send({ type: done, slug, article: found });
  }

  let asked: { effect: Effect & { type: 'check' }; send: Send } | null = null;
  let isHolding = false;

  /** Answers for so many segments of what was asked last, in its order. */
  function answerChecks(count: number): void {
    if (asked === null) return;
    const { effect, send } = asked;
    const { article: state, checks } = effect;
    const order = [...effect.order];
    const looked = order.slice(0, count).flatMap((index) => {
      const unit = state.units[index];
      return unit === undefined ? [] : [[index, findingsOfUnit(state, unit, checks)] as const];
    });
    const rest = order.slice(count);
    asked = rest.length === 0 ? null : { effect: { ...effect, order: rest }, send };
    const whole = rest.length === 0 ? findingsOfWhole(state, checks) : null;
    send({ type: 'checked', article: state, checks, units: new Map(looked), whole });
  }

  type Handlers = {
    readonly [T in Effect['type']]: (
      effect: Extract<Effect, { type: T }>,
      send: Send,
    ) => void | Promise<void>;
  };

  const lookUps = new LookUps({
    workspace: {
      slugs: async () => [...states.keys()],
      open: async (slug) => stateOf(slug),
      terms: async () => parts.terms ?? null,
    },
    dictionary: async () =>
      parts.dictionary === undefined ? { missing: 'None.' } : { text: parts.dictionary },
    breathe: async () => undefined,
  });
  const handlers: Handlers = {
    commit,
    jot: ({ slug, operation }, send) => {
      if (reason === null) jots.push(operation);
      else send({ type: 'jot-failed', slug, operation, reason });
    },
    quit: () => {
      quits += 1;
    },
    watch: () => undefined,
    copy: (effect) => void told.push(effect),
    mouse: (effect) => void told.push(effect),
    'external-edit': (effect) => void told.push(effect),
    look: async ({ article: state, keys }, send) => {
      const { slug } = state.article;
      for (const aids of await lookUps.aids(state, keys)) send({ type: 'looked', slug, aids });
    },
    concordance: async ({ query, side }, send) => {
      send({ type: 'found', query, hits: await lookUps.concordance({ query, side }) });
    },
    define: async ({ text, offset }, send) => {
      send({ type: 'defined', word: text, entries: await lookUps.define(text, offset) });
    },
    check: (effect, send) => {
      asked = { effect, send };
      if (!isHolding) answerChecks(Infinity);
    },
    count: ({ article: state }, send) => {
      const { slug } = state.article;
      send({ type: 'counted', slug, findings: allCounts(state) });
    },
    job: (effect) => void told.push(effect),
    'answer-job': (effect) => void told.push(effect),
    'cancel-job': (effect) => void told.push(effect),
    wait: () => {
      waits += 1;
    },
    open: ({ slug }, send) => read(slug, send, ['opened', 'open-failed']),
    reload: async ({ slug }, send) => {
      await reading?.promise;
      read(slug, send, ['reloaded', 'reload-failed']);
    },
    list: ({ only }, send) => {
      send({ type: 'listed', slugs: [...states.keys()] });
      for (const [slug, state] of states) {
        if (only?.includes(slug) === false) continue;
        reads.push(slug);
        send({ type: 'summarised', slug, summary: overviewOf(state, null) });
        send({ type: 'counted', slug, findings: allCounts(state) });
      }
    },
  };

  async function perform(effect: Effect, send: Send): Promise<void> {
    await Promise.resolve();
    const handler = handlers[effect.type] as (effect: Effect, send: Send) => void | Promise<void>;
    await handler(effect, send);
  }

  const program = startProgram({
    begin: begin({
      user,
      size,
      slug: parts.slug ?? null,
      t: await createTranslate('en'),
      signOffs,
      checks: DESK_SETTING,
      ...(recovery === undefined ? {} : { recovery }),
    }),
    update,
    perform,
  });
  await program.settled();

  const screen = async (lang: Lang = 'en', ascii = false): Promise<Screen> =>
    screenOf(program.state(), { t: await createTranslate(lang), ascii });

  return {
    program,
    commits,
    jots,
    quits: () => quits,
    jobs: told,
    tell: async (...events) => {
      for (const event of events) program.send(event);
      await program.settled();
    },
    fail: (why, journal) => {
      reason = why;
      journalled = journal === 'takes it';
    },
    hold: () => {
      gate = Promise.withResolvers<void>();
    },
    release: async () => {
      gate?.resolve();
      gate = null;
      await program.settled();
    },
    holdChecks: () => {
      isHolding = true;
    },
    check: async (count = Infinity) => {
      answerChecks(count);
      await program.settled();
    },
    holdReading: () => {
      reading = Promise.withResolvers<void>();
    },
    releaseReading: async () => {
      reading?.resolve();
      reading = null;
      await program.settled();
    },
    waits: () => waits,
    retry: async () => {
      program.send({ type: 'retry' });
      await program.settled();
    },
    reads,
    onDisk: async (slug, state) => {
      if (state === null) states.delete(slug);
      else states.set(slug, state);
      program.send({ type: 'changed-on-disk', slugs: [slug] });
      if (reading === null && gate === null) await program.settled();
    },
    press: async (...names) => {
      for (const name of names) {
        program.send({ type: 'key', name, at: tick() });
        if (gate === null) await program.settled();
      }
    },
    type: async (text) => {
      program.send({ type: 'text', text, at: tick() });
      if (gate === null) await program.settled();
    },
    paste: async (text) => {
      program.send({ type: 'paste', text, at: tick() });
      if (gate === null) await program.settled();
    },
    article: stateOf,
    meanwhile: (slug, operations) => {
      states.set(slug, applyOperations(stateOf(slug), operations, signOffs));
    },
    screen,
    rows: async (lang, ascii) =>
      (await screen(lang, ascii)).rows.map((row) =>
        row.parts
          .map(({ text }) => text)
          .join('')
          .trimEnd(),
      ),
  };
}
