/** What the checks say of an article's segments. */
import { checkArticle } from '../checks/check-article.ts';
import type { CheckSetting } from '../checks/setting.ts';
import type { Finding } from '../core/model.ts';
import type { ArticleState } from '../core/state.ts';

type ByKey = ReadonlyMap<string, readonly Finding[]>;

/** An article and a setting are values: what the checks say does not change. */
const known = new WeakMap<CheckSetting, WeakMap<ArticleState, ByKey>>();

/** Statuses say by themselves that a segment waits; a finding is what else is wrong. */
export const SAID_BY_STATUS = new Set(['missing', 'draft', 'stale', 'changed', 'conflict']);

/** Findings of an article's segments by key, in the order of the checks. */
export function findingsByKey(article: ArticleState, setting: CheckSetting): ByKey {
  const ofSetting = known.get(setting) ?? new WeakMap<ArticleState, ByKey>();
  known.set(setting, ofSetting);
  const before = ofSetting.get(article);
  if (before !== undefined) return before;
  const byKey = new Map<string, Finding[]>();
  for (const finding of checkArticle(article, setting)) {
    if (finding.key === undefined || SAID_BY_STATUS.has(finding.check)) continue;
    const list = byKey.get(finding.key);
    if (list === undefined) byKey.set(finding.key, [finding]);
    else list.push(finding);
  }
  ofSetting.set(article, byKey);
  return byKey;
}
