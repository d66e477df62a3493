import { localePath } from '../core/paths.ts';
import type { ArticleCheck } from './check.ts';

/** A pair still in the locale files whose segment is gone from the article. */
export const orphaned: ArticleCheck = {
  id: 'orphaned',
  severity: 'warning',
  scope: 'article',
  group: 'files',
  run: ({ state }, check) => {
    const { slug } = state.article;
    return [...state.orphans]
      .filter(([, orphan]) => !orphan.stored)
      .map(([key, { zh, en }]) => ({
        check: check.id,
        severity: check.severity,
        slug,
        place: { file: localePath('zh', slug), line: lineOf(state.locales.zh, key), column: 3 },
        key,
        zh,
        en,
        values: {},
      }));
  },
};

/** In a canonical locale file each key has a line of its own, the first one on line 2. */
function lineOf(locale: ReadonlyMap<string, string>, key: string): number {
  return [...locale.keys()].indexOf(key) + 2;
}
