/** What the checks say of an article, and of all articles together. */
import type { Finding, Place, Unit } from '../core/model.ts';
import { articlePath } from '../core/paths.ts';
import { placeFinder } from '../core/place.ts';
import type { ArticleState } from '../core/state.ts';
import type { CheckSubject, JudgedUnit, WorkspacePair } from './check.ts';
import { checkPairs } from './check-pair.ts';
import { dismissedIn, runArticleCheck } from './check-unit.ts';
import { pairFinding, standingOf, withDismissal } from './finding.ts';
import { ARTICLE_CHECKS, WORKSPACE_CHECKS } from './kinds.ts';
import { judgedView } from './pair-view.ts';
import type { CheckSetting } from './setting.ts';

function compare(a: Finding, b: Finding): number {
  if (a.place.file !== b.place.file) return a.place.file < b.place.file ? -1 : 1;
  return a.place.line - b.place.line || a.place.column - b.place.column;
}

function judge(state: ArticleState, setting: CheckSetting): JudgedUnit[] {
  return state.units.flatMap((unit) => {
    const view = judgedView(state, unit, setting);
    return view === null ? [] : [{ unit, view }];
  });
}

function placesOf({ article, units }: ArticleState): ReadonlyMap<number, Place> {
  const place = placeFinder(articlePath(article.slug), article.text);
  // Places are asked for check by check: each segment's is found once, in rising order.
  return new Map(
    [...units]
      .sort((a, b) => a.segment.span.from - b.segment.span.from)
      .map((unit) => [unit.index, place(unit.segment.span.from)]),
  );
}

/** An article as its checks see it. What costs something is worked out when a check asks for it. */
export function subjectOf(state: ArticleState, setting: CheckSetting): CheckSubject {
  let places: ReadonlyMap<number, Place> | undefined;
  let judged: readonly JudgedUnit[] | undefined;
  return {
    state,
    setting,
    placeOf: ({ index }: Unit) => {
      places ??= placesOf(state);
      return places.get(index) ?? { file: '', line: 1, column: 1 };
    },
    get judged() {
      judged ??= judge(state, setting);
      return judged;
    },
  };
}

/** Every finding of an article, in the order of its files and lines. */
export function checkArticle(state: ArticleState, setting: CheckSetting): Finding[] {
  const subject = subjectOf(state, setting);
  const ofPairs = checkPairs(
    subject.judged.map(({ unit, view }) => {
      return { view, standing: standingOf(subject, unit) };
    }),
  );
  const ofArticle = ARTICLE_CHECKS.flatMap((check) => runArticleCheck(check, subject));
  return [...ofArticle, ...ofPairs]
    .map((finding) => dismissedIn(state, finding, setting))
    .sort(compare);
}

/** The pairs of an article, for `checkWorkspace`. */
export function workspacePairs(state: ArticleState, setting: CheckSetting): WorkspacePair[] {
  const subject = subjectOf(state, setting);
  return subject.judged.map(({ unit, view }) => {
    const dismissed = unit.record?.dismissed ?? [];
    return { ...standingOf(subject, unit), key: unit.key, view, dismissed };
  });
}

/** What only shows when all articles' pairs are side by side. */
export function checkWorkspace(pairs: readonly WorkspacePair[]): Finding[] {
  return WORKSPACE_CHECKS.flatMap((check) =>
    [...check.run(pairs)].flatMap(([index, hits]) => {
      const pair = pairs[index];
      if (pair === undefined) return [];
      const { slug, key, place, view, dismissed } = pair;
      return hits
        .flatMap((hit) => pairFinding(check, view, hit, { slug, key, place }) ?? [])
        .map((finding) => withDismissal(finding, dismissed, view.setting));
    }),
  ).sort(compare);
}
