/** An article with its state, and operations on it, for tests. */
import { applyOperations } from '../../src/core/apply.ts';
import { buildState } from '../../src/core/load.ts';
import { serializeLocale } from '../../src/core/locale-file.ts';
import { otherLang, type Unit } from '../../src/core/model.ts';
import type { Operation } from '../../src/core/operations.ts';
import { serializeReview } from '../../src/core/review-file.ts';
import type { ArticleState } from '../../src/core/state.ts';

/** A time, by its second. */
export function at(second: number): string {
  return new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
}

/** An article's text, with the pairs and records of a state if one is given. */
export function load(article: string, from?: ArticleState, signOffs = 1): ArticleState {
  const known = from && {
    zh: serializeLocale(from.locales.zh),
    en: serializeLocale(from.locales.en),
    review: serializeReview(from.records.values(), from.brokenLines),
  };
  const nothing = { zh: null, en: null, review: null };
  return buildState({ slug: 'x', article, ...(known ?? nothing) }, { signOffs });
}

/** The state as its files give it back. */
export function reload(state: ArticleState, signOffs = 1): ArticleState {
  return load(state.article.text, state, signOffs);
}

export function apply(state: ArticleState, ...operations: readonly Operation[]): ArticleState {
  return applyOperations(state, operations, 1);
}

export function unitAt(state: ArticleState, index: number): Unit {
  const unit = state.units[index];
  if (unit === undefined) throw new Error(`no unit ${index}`);
  return unit;
}

export function stamp(state: ArticleState, index: number, second: number, by = '林') {
  return { key: unitAt(state, index).key, at: at(second), by };
}

export function sign(
  state: ArticleState,
  index: number,
  target: string,
  { second, by }: { readonly second: number; readonly by?: string },
): Operation {
  const { segment } = unitAt(state, index);
  const texts = { [segment.lang]: segment.text, [otherLang(segment.lang)]: target };
  const pair = { zh: texts['zh'] ?? '', en: texts['en'] ?? '' };
  return { type: 'sign-off', ...stamp(state, index, second, by), source: segment.lang, ...pair };
}

export function draft(state: ArticleState, index: number, text: string, second: number): Operation {
  const { key, at: when, by } = stamp(state, index, second);
  const source = unitAt(state, index).segment.text;
  const made = { origin: 'person', source, text, at: when, by } as const;
  return { type: 'draft', key, at: when, by, draft: made };
}

export function filesOf(state: ArticleState): string {
  const { article, locales, records } = state;
  const review = serializeReview(records.values(), []);
  return [article.text, serializeLocale(locales.zh), serializeLocale(locales.en), review].join('');
}
