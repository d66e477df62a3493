import { articlePath } from '../core/paths.ts';
import { placeAt } from '../core/place.ts';
import { publicationOf, PUBLICATIONS } from '../core/publication.ts';
import type { ArticleCheck } from './check.ts';

/** A publication status that there is not: nobody can tell whether the article is to go out. */
export const publication: ArticleCheck = {
  id: 'publication',
  severity: 'error',
  scope: 'article',
  group: 'files',
  run: ({ state }, check) => {
    const { slug, text, front } = state.article;
    const status = publicationOf(front);
    if (typeof status === 'string') return [];
    const at = Math.max(0, text.search(/^publish\s*:/m));
    const place = placeAt(articlePath(slug), text, at);
    const values = { value: status.unknown, known: PUBLICATIONS.join(', ') };
    return [{ check: check.id, severity: check.severity, slug, place, values }];
  },
};
