import type { ArticleCheck } from './check.ts';

/** What the readers of locale and review files could not read; each finding names its own rule. */
export const files: ArticleCheck = {
  id: 'files',
  severity: 'error',
  scope: 'article',
  group: 'files',
  run: ({ state }) => state.problems,
};
