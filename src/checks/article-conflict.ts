import { articlePath } from '../core/paths.ts';
import { placeAt } from '../core/place.ts';
import type { ArticleCheck } from './check.ts';

/** The line that git begins a conflict with; a line of `=======` alone may be a Markdown heading. */
const MARKER = /^<{7} /m;

/** A merge that stopped in the article: its markers would be translated as text. */
export const articleConflict: ArticleCheck = {
  id: 'article-conflict',
  severity: 'error',
  scope: 'article',
  group: 'files',
  run: ({ state }, check) => {
    const { slug, text } = state.article;
    const at = text.search(MARKER);
    if (at === -1) return [];
    const { id, severity } = check;
    return [{ check: id, severity, slug, place: placeAt(articlePath(slug), text, at), values: {} }];
  },
};
