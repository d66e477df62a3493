/** Four texts → an article's state. */
import { parseArticle, type ArticleOptions } from './article.ts';
import { classifyChange } from './change/classify.ts';
import { STRICT_POLICY, type ChangePolicy } from './change/policy.ts';
import type { Cut } from './cuts.ts';
import { knownKeys, pairOf, signedLang, type Locales } from './known.ts';
import { readLocale, type ReadLocale } from './locale-file.ts';
import type { Article, Finding, Lang, ReviewRecord, Segment, Unit } from './model.ts';
import { localePath, reviewPath } from './paths.ts';
import { reconcile, type Reconciled, type Subject } from './reconcile/reconcile.ts';
import { readReview } from './review-file.ts';
import type { ArticleState, OrphanedPair } from './state.ts';
import { deriveStatus, type Derived } from './status.ts';

/** An article's files as text; null where there is none. */
export interface ArticleFiles {
  readonly slug: string;
  readonly article: string;
  readonly zh: string | null;
  readonly en: string | null;
  readonly review: string | null;
}

export interface LoadOptions extends ArticleOptions {
  /** People who have to sign a pair off. */
  readonly signOffs?: number;
}

/** What an article's files say, before segments are matched. */
export interface KnownState {
  readonly article: Article;
  readonly locales: Locales;
  readonly records: ReadonlyMap<string, ReviewRecord>;
}

const EMPTY: ReadLocale = { map: new Map(), problems: [], broken: false };

function readSide(files: ArticleFiles, lang: Lang): ReadLocale {
  const text = files[lang];
  if (text === null) return EMPTY;
  return readLocale({ slug: files.slug, file: localePath(lang, files.slug), text });
}

function subjectsOf(article: Article): Subject[] {
  return article.segments
    .filter((segment) => !segment.untranslatable)
    .map((segment) => ({ segment, field: article.blocks[segment.block]?.field }));
}

/** A stale segment says how its source changed, and whether the config minds. */
function withChange(
  segment: Segment,
  derived: Derived,
  policy: ChangePolicy,
): Derived & Pick<Unit, 'change' | 'tolerated'> {
  if (derived.status !== 'stale' || derived.previousSource === undefined) return derived;
  const change = classifyChange(derived.previousSource, segment.text, segment.lang);
  return { ...derived, change, tolerated: policy[change] !== 'block' };
}

function makeUnits(state: KnownState, reconciled: Reconciled, signOffs: number): Unit[] {
  const policy = state.article.options.changes ?? STRICT_POLICY;
  let next = 0;
  return state.article.segments.map((segment, index): Unit => {
    if (segment.untranslatable) {
      return { key: '', segment, index, status: 'untranslatable', link: 'fresh' };
    }
    const { key, link } = reconciled.links[next++] ?? { key: '', link: 'fresh' };
    const record = state.records.get(key);
    const pair = pairOf(key, state.locales, record);
    return {
      key,
      segment,
      index,
      link,
      ...withChange(segment, deriveStatus(segment, pair, record, signOffs), policy),
      ...(pair === undefined ? {} : { pair }),
      ...(record === undefined ? {} : { record }),
    };
  });
}

function orphansOf(state: KnownState, keys: readonly string[]): Map<string, OrphanedPair> {
  const orphans = new Map<string, OrphanedPair>();
  for (const key of keys) {
    const record = state.records.get(key);
    const pair = pairOf(key, state.locales, record);
    if (pair === undefined) continue;
    const stored = !state.locales.zh.has(key) && !state.locales.en.has(key);
    orphans.set(key, { ...pair, source: signedLang(record) ?? 'zh', stored });
  }
  return orphans;
}

/** The merges and splits that nobody has taken back. */
export function cutsInForce(records: Iterable<ReviewRecord>): readonly Cut[] {
  return [...records].flatMap((record) =>
    (record.cuts ?? []).filter((cut) => cut.undone === undefined),
  );
}

/** Matches an article's segments with what is known, and derives every status. */
export function matchState(
  state: KnownState,
  signOffs: number,
): Pick<ArticleState, 'units' | 'orphans'> {
  const langs = new Map<string, Lang>();
  for (const segment of state.article.segments) langs.set(segment.text, segment.lang);
  const known = knownKeys(state.locales, state.records, (text) => langs.get(text));
  const reconciled = reconcile(subjectsOf(state.article), known);
  return {
    units: makeUnits(state, reconciled, signOffs),
    orphans: orphansOf(state, reconciled.orphaned),
  };
}

/**
 * Reads an article with its pairs and records.
 * @throws UserError when the article's front matter cannot be read; faults of the other files come
 *   back as `problems`
 */
export function buildState(files: ArticleFiles, options: LoadOptions = {}): ArticleState {
  const zh = readSide(files, 'zh');
  const en = readSide(files, 'en');
  const review = readReview(files.slug, reviewPath(files.slug), files.review ?? '');
  const cuts = cutsInForce(review.records.values());
  const article = parseArticle(files.slug, files.article, { ...options, cuts });
  const state: KnownState = {
    article,
    locales: { zh: zh.map, en: en.map },
    records: review.records,
  };
  const problems: Finding[] = [...zh.problems, ...en.problems, ...review.problems];
  return {
    ...state,
    ...matchState(state, options.signOffs ?? 1),
    brokenLines: review.broken,
    problems,
    unreadable: [
      ...(zh.problems.some(isError) ? [localePath('zh', files.slug)] : []),
      ...(en.problems.some(isError) ? [localePath('en', files.slug)] : []),
    ],
  };
}

function isError(finding: Finding): boolean {
  return finding.severity === 'error';
}
