/** What the checks say of an article's segments. */
import { checkArticle } from '../checks/index.ts';
import type { Finding } from '../core/model.ts';
import type { ArticleState } from '../core/state.ts';

/** An article is a value: what the checks say of it does not change. */
const known = new WeakMap<ArticleState, ReadonlyMap<string, readonly Finding[]>>();

/** Statuses say by themselves that a segment waits; a finding is what else is wrong. */
export const SAID_BY_STATUS = new Set(['missing', 'draft', 'stale', 'changed', 'conflict']);

/** Findings of an article's segments by key, in the order of the checks. */
export function findingsByKey(article: ArticleState): ReadonlyMap<string, readonly Finding[]> {
  const before = known.get(article);
  if (before !== undefined) return before;
  const byKey = new Map<string, Finding[]>();
  for (const finding of checkArticle(article)) {
    if (finding.key === undefined || SAID_BY_STATUS.has(finding.check)) continue;
    const list = byKey.get(finding.key);
    if (list === undefined) byKey.set(finding.key, [finding]);
    else list.push(finding);
  }
  known.set(article, byKey);
  return byKey;
}
