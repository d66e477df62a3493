import { articlePath } from '../core/paths.ts';
import { isListFolder } from '../core/slug.ts';
import type { ArticleCheck } from './check.ts';

/** An article whose pages would stand where the site has its lists. */
export const listAddress: ArticleCheck = {
  id: 'list-address',
  severity: 'error',
  scope: 'article',
  group: 'files',
  run: ({ state }, check) => {
    const { slug } = state.article;
    if (!isListFolder(slug)) return [];
    const place = { file: articlePath(slug), line: 1, column: 1 };
    return [{ check: check.id, severity: check.severity, slug, place, values: { slug } }];
  },
};
