/** All checks. A new one is a file in this folder and a line here. */
import { articlePath } from '../core/paths.ts';
import { placeFinder } from '../core/place.ts';
import type { Finding } from '../core/model.ts';
import type { ArticleState } from '../core/state.ts';
import { articleConflict } from './article-conflict.ts';
import { changed } from './changed.ts';
import type { Check, CheckSubject } from './check.ts';
import { conflict } from './conflict.ts';
import { draft } from './draft.ts';
import { emptyTarget } from './empty-target.ts';
import { files } from './files.ts';
import { interpolation } from './interpolation.ts';
import { invisible } from './invisible.ts';
import { keySets } from './key-sets.ts';
import { missing } from './missing.ts';
import { orphaned } from './orphaned.ts';
import { rawHtml } from './raw-html.ts';
import { secondOpinionCheck } from './second-opinion.ts';
import { stale } from './stale.ts';
import { tags } from './tags.ts';
import { unconfirmed } from './unconfirmed.ts';

export const CHECKS = [
  files,
  articleConflict,
  keySets,
  missing,
  draft,
  stale,
  changed,
  unconfirmed,
  conflict,
  tags,
  emptyTarget,
  interpolation,
  invisible,
  rawHtml,
  secondOpinionCheck,
  orphaned,
] as const satisfies readonly Check[];

function compare(a: Finding, b: Finding): number {
  if (a.place.file !== b.place.file) return a.place.file < b.place.file ? -1 : 1;
  return a.place.line - b.place.line || a.place.column - b.place.column;
}

/** Every finding of an article, in the order of its files and lines. */
export function checkArticle(state: ArticleState): Finding[] {
  const place = placeFinder(articlePath(state.article.slug), state.article.text);
  // Places are asked for check by check: each segment's is found once, in rising order.
  const places = new Map(
    [...state.units]
      .sort((a, b) => a.segment.span.from - b.segment.span.from)
      .map((unit) => [unit.index, place(unit.segment.span.from)]),
  );
  const subject: CheckSubject = {
    state,
    placeOf: (unit) => places.get(unit.index) ?? { file: '', line: 1, column: 1 },
  };
  return CHECKS.flatMap((check: Check) => check.run(subject, check)).sort(compare);
}
