/** The catalogue by what a check looks at. */
import type { ArticleCheck, Check, PairCheck, WorkspaceCheck } from './check.ts';
import { CHECKS } from './index.ts';

const all: readonly Check[] = CHECKS;

export const PAIR_CHECKS = all.filter((check): check is PairCheck => check.scope === 'pair');

export const ARTICLE_CHECKS = all.filter(
  (check): check is ArticleCheck => check.scope === 'article',
);

export const WORKSPACE_CHECKS = all.filter(
  (check): check is WorkspaceCheck => check.scope === 'workspace',
);

const FIXES = new Map(all.map(({ id, fixes }) => [id, fixes]));

/** What the fixes of a check touch, by its id. */
export function fixKind(id: string): Check['fixes'] {
  return FIXES.get(id);
}
