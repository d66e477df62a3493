/** Runs edit scripts through the loader and counts what reconcile made of them. */
import { applyOperations } from '../../src/core/apply.ts';
import { buildState } from '../../src/core/load.ts';
import { serializeLocale } from '../../src/core/locale-file.ts';
import type { Unit } from '../../src/core/model.ts';
import type { Operation } from '../../src/core/operations.ts';
import { serializeReview } from '../../src/core/review-file.ts';
import type { ArticleState } from '../../src/core/state.ts';
import { sameText } from '../../src/core/tags.ts';
import {
  documentOf,
  editScript,
  render,
  seeded,
  type Document,
  type Traced,
} from './edit-scripts.ts';

export interface Score {
  scripts: number;
  segments: number;
  /** Reviewed targets that are neither with a segment nor kept as an orphan. */
  lost: number;
  /** Segments that got the pair of a sentence that they did not come from. */
  wrong: number;
  /** Segments that came from one old sentence and got no pair, though it was free. */
  missed: number;
  /** Segments that have to be translated or approved again. */
  again: number;
  /** Segments whose text is none of the old ones. */
  changed: number;
  /** Reviewed although the text is another: must never be. */
  falselyKept: number;
}

export function emptyScore(): Score {
  return {
    scripts: 0,
    segments: 0,
    lost: 0,
    wrong: 0,
    missed: 0,
    again: 0,
    changed: 0,
    falselyKept: 0,
  };
}

function signAll(state: ArticleState): ArticleState {
  const operations = state.units
    .filter((unit) => unit.key !== '')
    .map(({ key, segment, index }): Operation => {
      const target = `target ${index} of ${key}`;
      const texts =
        segment.lang === 'zh' ? { zh: segment.text, en: target } : { zh: target, en: segment.text };
      return {
        type: 'sign-off',
        key,
        at: '2026-01-01T00:00:00.000Z',
        by: 'x',
        source: segment.lang,
        ...texts,
      };
    });
  return applyOperations(state, operations, 1);
}

function originsOf(
  state: ArticleState,
  document: Document,
): ReadonlyMap<number, readonly Traced[]> {
  const { places } = render(document);
  return new Map(
    state.units.map((unit) => {
      const { from, to } = unit.segment.span;
      const inside = places.filter((place) => place.at < to && place.to > from);
      return [unit.index, inside.map((place) => place.sentence)];
    }),
  );
}

function idsOf(sentences: readonly Traced[] | undefined): Set<number> {
  return new Set((sentences ?? []).flatMap((sentence) => sentence.from));
}

function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return [...a].some((id) => b.has(id));
}

export interface Reviewed {
  readonly document: Document;
  readonly state: ArticleState;
  /** Old sentences by key. */
  readonly ids: ReadonlyMap<string, Set<number>>;
}

/** An article of these paragraphs, every segment signed off. */
export function review(paragraphs: readonly string[]): Reviewed {
  const document = documentOf(paragraphs);
  const state = signAll(
    buildState({ slug: 'x', article: render(document).text, zh: null, en: null, review: null }),
  );
  const origins = originsOf(state, document);
  return {
    document,
    state,
    ids: new Map(state.units.map((unit) => [unit.key, idsOf(origins.get(unit.index))])),
  };
}

function reload(reviewed: Reviewed, edited: Document): ArticleState {
  const { locales, records } = reviewed.state;
  return buildState({
    slug: 'x',
    article: render(edited).text,
    zh: serializeLocale(locales.zh),
    en: serializeLocale(locales.en),
    review: serializeReview(records.values(), []),
  });
}

/** Texts of the old article that no segment has used yet. */
function takeText(pool: string[], text: string): boolean {
  const found = pool.findIndex((old) => sameText(old, text));
  if (found === -1) return false;
  pool.splice(found, 1);
  return true;
}

interface Comparison {
  readonly ids: Reviewed['ids'];
  /** Old texts that no segment has used yet. */
  readonly pool: string[];
  readonly linked: ReadonlySet<string>;
}

function isFalselyKept({ status, pair, segment }: Unit): boolean {
  return status === 'reviewed' && !sameText(pair?.[segment.lang] ?? '', segment.text);
}

function scoreUnit(unit: Unit, from: ReadonlySet<number>, score: Score, old: Comparison): void {
  const had = old.ids.get(unit.key);
  const free = (): boolean =>
    [...old.ids].some(([key, ids]) => !old.linked.has(key) && overlap(ids, from));
  const counts = {
    segments: true,
    changed: !takeText(old.pool, unit.segment.text),
    again: unit.status !== 'reviewed',
    falselyKept: isFalselyKept(unit),
    wrong: had !== undefined && !overlap(had, from),
    missed: had === undefined && free(),
  };
  for (const [name, counted] of Object.entries(counts)) {
    if (counted) score[name as keyof typeof counts] += 1;
  }
}

/** Adds what one edited version shows to the score. */
export function scoreEdit(reviewed: Reviewed, edited: Document, score: Score): ArticleState {
  const state = reload(reviewed, edited);
  const origins = originsOf(state, edited);
  const linked = new Set(state.units.map((unit) => unit.key));
  const pool = reviewed.state.units.map((unit) => unit.segment.text);
  const old: Comparison = { ids: reviewed.ids, pool, linked };
  score.scripts += 1;
  for (const unit of state.units.filter((candidate) => candidate.key !== '')) {
    scoreUnit(unit, idsOf(origins.get(unit.index)), score, old);
  }
  for (const key of reviewed.ids.keys()) {
    if (key !== '' && !linked.has(key) && !state.orphans.has(key)) score.lost += 1;
  }
  return state;
}

export interface ScoreOptions {
  readonly seed: number;
  readonly scripts: number;
}

/** @param articles paragraphs of each article */
export function scoreArticles(
  articles: readonly (readonly string[])[],
  { seed, scripts }: ScoreOptions,
): Score {
  const random = seeded(seed);
  const score = emptyScore();
  const reviewed = articles.map(review);
  for (let count = 0; count < scripts; count += 1) {
    const at = count % articles.length;
    const foreign = (articles[(at + 1) % articles.length] ?? []).flatMap((paragraph) =>
      documentOf([paragraph]).flatMap((sentences) => sentences.map((sentence) => sentence.text)),
    );
    const article = reviewed[at];
    if (article === undefined) continue;
    scoreEdit(article, editScript(article.document, random, foreign), score);
  }
  return score;
}
