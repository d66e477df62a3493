/** Whether an article may go out. */
import type { Finding, Status, Unit } from '../../core/model.ts';
import { publicationOf } from '../../core/publication.ts';
import type { ArticleState } from '../../core/state.ts';

const ALLOWED: ReadonlySet<Status> = new Set(['reviewed', 'omitted', 'untranslatable']);

/** Signed off as it stands, or stale in a way that the config lets out. */
export function mayGoOut({ status, tolerated }: Unit): boolean {
  return ALLOWED.has(status) || (status === 'stale' && tolerated === true);
}

export interface Readiness {
  /** Units that nobody signed off as they stand and no policy lets out, in reading order. */
  readonly open: readonly Unit[];
  /** Files that could not be read as they should: no flag lets them out. */
  readonly broken: readonly Finding[];
}

/** What keeps an article from being published; both lists empty when nothing does. */
export function readiness(state: ArticleState): Readiness {
  return {
    open: state.units.filter((unit) => !mayGoOut(unit)),
    broken: state.problems.filter((finding) => finding.severity === 'error'),
  };
}

/** An editor holds the article back: `publish: held` or `draft` in its front matter. */
export function isHeld({ article }: ArticleState): boolean {
  const publication = publicationOf(article.front);
  return publication === 'held' || publication === 'draft';
}
