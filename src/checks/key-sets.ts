import { LANGS, otherLang, type Finding, type Lang } from '../core/model.ts';
import { localePath } from '../core/paths.ts';
import type { ArticleState } from '../core/state.ts';
import type { ArticleCheck } from './check.ts';

function missingIn(state: ArticleState, lang: Lang, check: ArticleCheck): Finding[] {
  const { slug } = state.article;
  const other = otherLang(lang);
  const file = localePath(lang, slug);
  // A file that cannot be read has been reported, and says nothing about its keys.
  if (state.unreadable.includes(file)) return [];
  return [...state.locales[other]]
    .filter(([key]) => !state.locales[lang].has(key))
    .map(([key, text]) => ({
      check: check.id,
      severity: check.severity,
      slug,
      place: { file, line: 1, column: 1 },
      key,
      [other]: text,
      values: { key, file: localePath(other, slug) },
    }));
}

/** A key that only one of the two locale files holds. */
export const keySets: ArticleCheck = {
  id: 'key-sets',
  severity: 'error',
  scope: 'article',
  group: 'files',
  run: ({ state }, check) => LANGS.flatMap((lang) => missingIn(state, lang, check)),
};
