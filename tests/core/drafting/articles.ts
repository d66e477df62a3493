/** Small articles with what the workspace knows of them, for the tests of drafting and memory. */
import { applyOperations } from '../../../src/core/apply.ts';
import { buildState } from '../../../src/core/load.ts';
import type { Job } from '../../../src/core/drafting/plan.ts';
import { protect } from '../../../src/core/drafting/protect.ts';
import type { Finish } from '../../../src/core/drafting/settle.ts';
import type { Draft, Unit } from '../../../src/core/model.ts';
import type { Operation } from '../../../src/core/operations.ts';
import type { ArticleState } from '../../../src/core/state.ts';

const MINUTE = '2031-05-04T10:00:00.000Z';

/** An article nobody has touched. */
export function articleOf(slug: string, text: string): ArticleState {
  return buildState({ slug, article: text, zh: null, en: null, review: null });
}

/** The same article with another text: keys and pairs find their segments again. */
export function edited(state: ArticleState, from: string, to: string): ArticleState {
  const article = state.article.text.replace(from, to);
  const text = (map: ReadonlyMap<string, string>) => JSON.stringify(Object.fromEntries(map));
  const lines = [...state.records.values()].map(({ rest, ...record }) =>
    JSON.stringify({ ...rest, ...record }),
  );
  return buildState({
    slug: state.article.slug,
    article,
    zh: text(state.locales.zh),
    en: text(state.locales.en),
    review: lines.map((line) => `${line}\n`).join(''),
  });
}

/** The segment whose text holds this. */
export function unitWith(state: ArticleState, part: string): Unit {
  const unit = state.units.find(({ segment }) => segment.text.includes(part));
  if (unit === undefined) throw new Error(`no segment holds "${part}"`);
  return unit;
}

export function apply(state: ArticleState, ...operations: readonly Operation[]): ArticleState {
  return applyOperations(state, operations, 1);
}

/** Signs the segment that holds `part` off with this target. */
export function signed(
  state: ArticleState,
  part: string,
  { target, at = MINUTE }: { readonly target: string; readonly at?: string },
): ArticleState {
  const { key, segment } = unitWith(state, part);
  const texts =
    segment.lang === 'zh' ? { zh: segment.text, en: target } : { zh: target, en: segment.text };
  return apply(state, { type: 'sign-off', key, at, by: 'Lin', source: segment.lang, ...texts });
}

/** Gives the segment that holds `part` a draft, for today's source unless another is named. */
export function drafted(
  state: ArticleState,
  part: string,
  draft: Partial<Draft> & Pick<Draft, 'origin'>,
): ArticleState {
  const { key, segment } = unitWith(state, part);
  const whole: Draft = { source: segment.text, text: 'a draft', at: MINUTE, by: 'Lin', ...draft };
  return apply(state, { type: 'draft', key, at: whole.at, by: 'Lin', draft: whole });
}

/** Leaves the segment out on purpose. */
export function omitted(state: ArticleState, part: string): ArticleState {
  const { key, segment } = unitWith(state, part);
  const operation = {
    type: 'omit',
    key,
    at: MINUTE,
    by: 'Lin',
    reason: 'local',
    source: segment.text,
  } as const;
  return apply(state, operation);
}

/** Every segment as a sentence to send, no two of them alike. */
export function jobsOf(...states: readonly ArticleState[]): Job[] {
  return states.flatMap(({ article, units }) =>
    units.map((unit) => ({
      slug: article.slug,
      unit,
      form: protect(unit.segment.text),
      terms: [],
      copies: [],
    })),
  );
}

/** Leaves answers as they are. */
export const PLAIN_FINISH: Finish = {
  normalise: (text) => text,
  doubts: () => [],
  provenance: () => ({}),
};
