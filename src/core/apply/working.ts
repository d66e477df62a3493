/** What operations work on, and what they have in common. */
import { parseArticle } from '../article.ts';
import { cutsInForce, type KnownState } from '../load.ts';
import type { Article, Draft, Lang, Pair, ReviewRecord } from '../model.ts';
import { LANGS } from '../model.ts';
import { withPast } from '../past.ts';
import { withPersonsDraft } from '../persons-draft.ts';

/** An article's state while operations are applied to it. */
export interface Working {
  readonly locales: Record<Lang, Map<string, string>>;
  readonly records: Map<string, ReviewRecord>;
  /** How many people have to sign. */
  readonly signOffs: number;
  article: Article;
  /** A cut came or went since the article was parsed. */
  isRecut: boolean;
}

export function recordOf(state: Working, key: string): ReviewRecord {
  return state.records.get(key) ?? { key, drafts: [], signoffs: [], rest: {} };
}

/** One draft an origin; an older one never replaces a newer. */
export function withDraft(record: ReviewRecord, draft: Draft): ReviewRecord {
  if (draft.origin === 'person') return withPersonsDraft(record, draft);
  const present = record.drafts.find((entry) => entry.origin === draft.origin);
  if (present !== undefined && present.at > draft.at) return record;
  const others = record.drafts.filter((entry) => entry.origin !== draft.origin);
  return { ...record, drafts: [...others, draft] };
}

type Droppable = 'omitted' | 'orphan' | 'candidates' | 'revoked';

export function withoutFields(record: ReviewRecord, ...names: Droppable[]): ReviewRecord {
  const copy: { -readonly [Name in keyof ReviewRecord]: ReviewRecord[Name] } = { ...record };
  for (const name of names) delete copy[name];
  return copy;
}

/** The record without its omission, which goes on as something that once held. */
export function endOmission(
  record: ReviewRecord,
  { at, by }: { readonly at: string; readonly by: string },
): ReviewRecord {
  const { omitted } = record;
  if (omitted === undefined) return record;
  const ended = withPast(record, { type: 'omission', ...omitted, ended: { by, at } });
  return withoutFields(ended, 'omitted');
}

export function putPair(state: Working, key: string, pair: Pair): void {
  for (const lang of LANGS) state.locales[lang].set(key, pair[lang]);
}

export function removePair(state: Working, key: string): void {
  for (const lang of LANGS) state.locales[lang].delete(key);
}

/** The article, cut anew when a cut has come or gone. */
export function currentArticle(state: Working): Article {
  if (state.isRecut) {
    const { slug, text, options } = state.article;
    const cuts = cutsInForce(state.records.values());
    state.article = parseArticle(slug, text, { ...options, cuts });
    state.isRecut = false;
  }
  return state.article;
}

/** What is known at this point. */
export function knownState(state: Working): KnownState {
  return { article: currentArticle(state), locales: state.locales, records: state.records };
}
